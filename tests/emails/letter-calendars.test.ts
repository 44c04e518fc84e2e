// Which letters bring a calendar entry: at most one each, and only about what is in that person's calendar.
import { composer } from "emails/compose";
import { sampleBooking, sampleHouse, sampleInstant, sampleRecipient, samples, twoDays } from "emails/samples";
import { describe, expect, test } from "vitest";
import {
  isMessageKind,
  type LetterBytes,
  type MessageFacts,
  type MessageKind,
} from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const about = { to: sampleRecipient, at: sampleInstant };
const composed = <Kind extends MessageKind>(kind: Kind, facts: MessageFacts[Kind]): Promise<LetterBytes> =>
  compose(kind, facts, about);

const all = Object.keys(samples)
  .filter(isMessageKind)
  .flatMap((kind) => samples[kind].map(({ facts, title }) => ({ kind, title, facts })));

/** Written apart from the templates: what each letter does to its reader's calendar. */
function expected(kind: MessageKind, facts: MessageFacts[MessageKind]): "REQUEST" | "CANCEL" | null {
  if (kind === "booking confirmed" || kind === "trainer confirmed") return "REQUEST";
  if (kind === "calendar entry" && "method" in facts) return facts.method;
  if ("wasConfirmed" in facts) return facts.wasConfirmed ? "CANCEL" : null;
  const confirmed = "hasPlace" in facts ? facts.hasPlace : "confirmed" in facts && facts.confirmed === true;
  if (!confirmed) return null;
  if (kind === "teaching entry" && "method" in facts) return facts.method;
  if (kind === "trainer released") return "CANCEL";
  if (kind !== "session changed" && kind !== "teaching changed") return null;
  if ("calledOff" in facts && facts.calledOff) return "CANCEL";
  return "changed" in facts && facts.changed.join() === "link" ? null : "REQUEST";
}

describe.each(all)("$kind: $title", ({ kind, facts }) => {
  test("brings what it should, with one entry and the same method inside and out", async () => {
    const { calendar } = await composed(kind, facts);
    expect(calendar?.method ?? null).toBe(expected(kind, facts));
    if (calendar === null) return;
    expect(calendar.text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
    expect(calendar.text).toContain(`\r\nMETHOD:${calendar.method}\r\n`);
    expect(calendar.text.match(/^ATTENDEE/gm)).toHaveLength(1);
  });

  test("says so in words when it does, and of several days that the others come by themselves", async () => {
    const { calendar, text } = await composed(kind, facts);
    if (calendar !== null) expect(text).toMatch(/calendar/i);
    else expect(text).not.toMatch(/attached/);
    if (calendar === null || kind.endsWith("entry")) return;
    const ofTwo = await composed(kind, { ...facts, meetings: twoDays.meetings });
    expect(ofTwo.text).toContain("Each further day comes in an email of its own.");
    expect(ofTwo.calendar?.text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
  });
});

test("an invitation of two days is of day 1", async () => {
  const [, two] = samples["booking confirmed"];
  const { calendar, text } = await composed("booking confirmed", two?.facts ?? sampleBooking);
  expect(calendar?.text).toContain("UID:sample-booking-sample-meeting-1@");
  expect(text).toContain("A calendar invitation for day 1 is attached.");
});

test("a further day's entry is of that day, by its own name and at its own time", async () => {
  const [, second] = twoDays.meetings;
  if (!second) throw new Error("The sample has two days.");
  const { calendar } = await composed("calendar entry", { ...twoDays, meeting: second, method: "REQUEST" });
  expect(calendar?.text).toContain(`UID:${twoDays.bookingId}-${second.id}@`);
  expect(calendar?.text).toContain(`DTSTART;TZID=Europe/London:${second.date.replaceAll("-", "")}T`);
  expect(calendar?.text).not.toContain(`${twoDays.meetings[0]?.id}@`);
});

test("an answer is asked for where it is read, and of a place alone: nobody reads what trainers answer", async () => {
  const [confirmed] = samples["trainer confirmed"];
  if (!confirmed) throw new Error("There is a sample.");
  const asks = async (answersAreRead: boolean) => {
    const make = composer({ ...sampleHouse, publicUrl: "https://training.example", answersAreRead });
    const letters = [
      await make("booking confirmed", sampleBooking, about),
      await make("trainer confirmed", confirmed.facts, about),
    ];
    return letters.map(
      ({ calendar }) => /RSVP=(\w+)/.exec(calendar?.text.replaceAll("\r\n ", "") ?? "")?.[1],
    );
  };
  expect(await asks(true)).toEqual(["TRUE", "FALSE"]);
  expect(await asks(false)).toEqual(["FALSE", "FALSE"]);
});
