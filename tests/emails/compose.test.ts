// Every email: what it says, to whom it is safe, and what goes with it.
import { composer } from "emails/compose";
import { sampleBooking, sampleHouse, sampleInstant, sampleRecipient, samples } from "emails/samples";
import { templates } from "emails/templates";
import { describe, expect, test } from "vitest";
import {
  isMessageKind,
  type LetterBytes,
  type MessageFacts,
  type MessageKind,
  priorityOf,
} from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const about = { to: sampleRecipient, at: sampleInstant };
const kinds = Object.keys(samples).filter(isMessageKind);
const all = kinds.flatMap((kind) => samples[kind].map((sample) => ({ kind, ...sample })));
const aboutBookings = all.filter(
  ({ kind, facts }) =>
    "bookingId" in facts && "reference" in facts && kind !== "end evaluation" && kind !== "calendar entry",
);

const composed = <Kind extends MessageKind>(kind: Kind, facts: MessageFacts[Kind]): Promise<LetterBytes> =>
  compose(kind, facts, about);

test("every kind of message has a template and a sample", () => {
  expect(Object.keys(templates).sort()).toEqual(Object.keys(priorityOf).sort());
  expect(kinds.sort()).toEqual(Object.keys(priorityOf).sort());
});

describe.each(all)("$kind: $title", ({ kind, facts }) => {
  test("says hello, who sends it, and whom to ask, in HTML and in text", async () => {
    const { subject, html, text } = await composed(kind, facts);
    expect(subject.length).toBeGreaterThan(10);
    for (const body of [html, text]) {
      expect(body).toContain(`Hello ${facts.personName},`);
      expect(body).toContain("Sampletown joint training");
      expect(body).toContain("training@sampletown.example");
      expect(body).not.toMatch(/undefined|\[object|NaN/);
    }
    expect(html).toContain('lang="en-GB"');
    expect(html).toMatch(/<h1[^>]*>/);
  });

  test("keeps to plain English: 25 words to a sentence at most", async () => {
    const { text, subject } = await composed(kind, facts);
    for (const sentence of [subject, ...text.split("\n")].flatMap((line) => line.split(/(?<=[.!?:])\s/))) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
    }
  });

  test("fetches nothing, and links only to this service, its contact and what a course hands out", async () => {
    const { html } = await composed(kind, facts);
    expect(html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|@import/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to ?? "");
    expect(links.length).toBeGreaterThan(1);
    for (const to of links)
      expect(to).toMatch(
        /^(https:\/\/training\.example\/|http:\/\/localhost:3000\/(evaluate|approve|sign-in\/link|my\/account\/address)\/|https:\/\/sampletown\.example\/handout$|mailto:)/,
      );
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });

  test("is the same bytes every time", async () => {
    expect(await composed(kind, facts)).toEqual(await composed(kind, facts));
  });
});

describe.each(aboutBookings)("$kind: $title", ({ kind, facts }) => {
  test("says which course, when, and the reference", async () => {
    const { text, subject } = await composed(kind, facts);
    expect(subject).toContain("An Invented Course about Listening");
    expect(text).toContain("An Invented Course about Listening");
    expect(text).toContain("9:30am to 4:30pm");
    expect(text).toContain("SAMP-2345");
  });
});

describe("optional mail", () => {
  const stop = { personId: "sample-person", topic: "offer news" } as const;

  test.each(all)(
    "$kind: $title says how to stop it where it may be stopped, and only there",
    async ({ kind, facts }) => {
      const link = "http://localhost:3000/unsubscribe/sample-of-offer-news";
      const optional = await compose(kind, facts, { ...about, stop });
      expect(optional.unsubscribeUrl).toBe(link);
      expect(optional.html).toContain(`href="${link}"`);
      expect(optional.text).toContain(`Stop these emails ${link}`);
      const needed = await composed(kind, facts);
      expect(needed.unsubscribeUrl).toBeNull();
      expect(needed.text).not.toContain("Stop these emails");
    },
  );
});

describe("whatever people are called", () => {
  const names = [
    "Łukasz O’Connor-Ŵyn",
    "王小明 🎓",
    'Ann "Anna" <b>Lee</b> & Co',
    "Ann\r\nBcc: all@example.org",
  ];

  test.each(names)("%j is greeted rightly and kept out of subjects", async (personName) => {
    for (const { kind, facts } of all) {
      const { subject, html, text } = await compose(
        kind,
        { ...facts, personName },
        { to: { name: personName, email: "someone@example.org" }, at: sampleInstant },
      );
      expect(text).toContain(`Hello ${personName.replace("\r\n", " ")},`);
      expect(html).not.toContain("<b>Lee");
      expect(subject).not.toContain(personName);
      expect(subject).not.toMatch(/\p{Cc}/u);
      expect(text).not.toMatch(/^Bcc:/m);
    }
  });

  test("a course title with line breaks makes one line of subject", async () => {
    const courseTitle = "Listening\r\nBcc: all@example.org\u2028Twice";
    const { subject } = await composed("booking confirmed", { ...sampleBooking, courseTitle });
    expect(subject).toBe("Your place is confirmed: Listening Bcc: all@example.org Twice, 24 November 2026");
  });
});
