// What single letters say, and what goes with them.
import { composer } from "emails/compose";
import { sampleBooking, sampleHouse, sampleInstant, sampleRecipient, samples } from "emails/samples";
import { describe, expect, test } from "vitest";
import type { LetterBytes, MessageFacts, MessageKind } from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const about = { to: sampleRecipient, at: sampleInstant };
const composed = <Kind extends MessageKind>(kind: Kind, facts: MessageFacts[Kind]): Promise<LetterBytes> =>
  compose(kind, facts, about);

describe("a confirmed place", () => {
  test("says where, how to cancel, and that declining the invitation does not", async () => {
    const { text, html, subject } = await composed("booking confirmed", sampleBooking);
    expect(subject).toBe("Your place is confirmed: An Invented Course about Listening, 24 November 2026");
    expect(text).toContain(sampleBooking.place);
    expect(text).toContain(sampleBooking.access);
    expect(text).toContain("Tuesday 24 November 2026, 9:30am to 4:30pm");
    expect(html).toContain('href="https://training.example/bookings/sample-booking"');
    expect(text).toContain("https://training.example/bookings/sample-booking");
    expect(text).toContain("Declining it does not cancel your place.");
  });

  test("online sends people to their booking page for the link", async () => {
    const facts = {
      ...sampleBooking,
      mode: "online" as const,
      place: "https://video.example/join",
      joiningLink: "https://video.example/join",
    };
    const letter = await composed("booking confirmed", facts);
    expect(letter.text).toContain("The joining link is on your booking page.");
    expect(JSON.stringify(letter)).not.toContain("video.example");
  });

  test("brings an invitation; the cancellation takes it back", async () => {
    const { calendar: invitation } = await composed("booking confirmed", sampleBooking);
    const after = { ...sampleBooking, revision: 1 };
    const { calendar: withdrawal } = await composed("booking cancelled", { ...after, wasConfirmed: true });
    const line = (text: string | undefined, name: string) =>
      text?.split("\r\n").filter((one) => one.startsWith(name));
    expect(invitation?.method).toBe("REQUEST");
    expect(withdrawal?.method).toBe("CANCEL");
    expect(line(invitation?.text, "METHOD:")).toEqual(["METHOD:REQUEST"]);
    expect(line(withdrawal?.text, "METHOD:")).toEqual(["METHOD:CANCEL"]);
    expect(line(invitation?.text, "UID:")).toEqual(["UID:sample-booking-sample-meeting-1@training.example"]);
    expect(line(withdrawal?.text, "UID:")).toEqual(line(invitation?.text, "UID:"));
    expect(line(invitation?.text, "SEQUENCE:")).toEqual(["SEQUENCE:0"]);
    expect(line(withdrawal?.text, "SEQUENCE:")).toEqual(["SEQUENCE:1"]);
    expect(line(invitation?.text, "DTSTAMP:")).toEqual(["DTSTAMP:20261001T090000Z"]);
    expect(line(invitation?.text, "ORGANIZER")?.[0]).toContain("training@");
  });
});

test("an offer says until when, and links to the answer", async () => {
  const { text } = await composed("booking offered", {
    ...sampleBooking,
    offerEndsAt: Date.UTC(2026, 6, 1, 16),
  });
  expect(text).toContain("Accept it by Wednesday 1 July 2026 at 5pm.");
  expect(text).toContain("https://training.example/bookings/sample-booking/offer");
});

test("the queue is told in words", async () => {
  const said = async (position: number) =>
    (await composed("booking waiting", { ...sampleBooking, position })).text;
  expect(await said(1)).toContain("You are first on the waiting list.");
  expect(await said(2)).toContain("There is 1 person ahead of you.");
  expect(await said(12)).toContain("There are 11 people ahead of you.");
});

test("the end evaluation links to this booking's questions", async () => {
  const { text } = await composed("end evaluation", sampleBooking);
  expect(text).toContain("http://localhost:3000/evaluate/sample-of-sample-booking-T2");
});

describe("letters that ask weeks later", () => {
  const asked = {
    personName: "Sam Sample",
    bookingId: "sample-booking",
    courseTitle: "An Invented Course",
    meetings: sampleBooking.meetings,
    number: 0,
    answerBy: "2027-02-16",
    commitments: 1,
  };

  test.each(["T3", "T4"] as const)(
    "the learner's of %s opens that stage and says until when",
    async (stage) => {
      const { text, subject } = await composed("evaluation due", { ...asked, stage });
      expect(text).toContain(`http://localhost:3000/evaluate/sample-of-sample-booking-${stage}`);
      expect(text).toContain("Please answer by Tuesday 16 February 2027.");
      expect(text).toContain("We remind you if we hear nothing.");
      expect(subject).toBe("After your training: An Invented Course, 24 November 2026");
    },
  );

  test.each([
    ["T3", 1, false],
    ["T3", 2, true],
    ["T4", 1, true],
  ] as const)("reminder %s %i says whether it is the last", async (stage, number, last) => {
    const { text, subject } = await composed("evaluation due", { ...asked, stage, number });
    expect(text.includes("We do not remind you again.")).toBe(last);
    expect(subject).toMatch(/^Reminder: /);
  });

  test("the manager's names the learner inside, never in the subject, and opens M", async () => {
    const facts = { ...asked, personName: "there", learnerName: "Lee Learner" };
    const { text, subject } = await composed("manager evaluation", facts);
    expect(text).toContain("Lee Learner came to An Invented Course.");
    expect(text).toContain("http://localhost:3000/evaluate/sample-of-sample-booking-M");
    expect(subject).not.toContain("Lee");
  });
});

test("a session that is called off for want of a trainer is not blamed on the trainer who hears of it", async () => {
  const reason = "no trainer" as const;
  const calledOff = samples["teaching changed"].find(({ facts }) => facts.calledOff);
  if (!calledOff) throw new Error("No sample of a session that is called off.");
  const teaching = await composed("teaching changed", { ...calledOff.facts, calledOff: reason });
  expect(teaching.text).toContain("It does not take place. We do not have all the trainers that it needs.");
  expect(teaching.text).not.toContain("no trainer");
  const learner = await composed("booking cancelled", {
    ...sampleBooking,
    wasConfirmed: true,
    because: { reason, courseSlug: "listening" },
  });
  expect(learner.text).toContain("We have no trainer for it.");
});
