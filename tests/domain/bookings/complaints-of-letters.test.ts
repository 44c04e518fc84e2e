// What people complain about in other services' letters and calendar entries, by the number it has among them. Each
// letter goes by a real mail server. What they say of feeds (13, and 10 to 12 again) is in tests/routes/feeds*.test.ts.
import { eq } from "drizzle-orm";
import { cameWith } from "emails/wording-desk";
import { expect, test } from "vitest";
import { cancelBooking, sendNote } from "~/domain/bookings/bookings.server";
import { saveWording, smtpTransport } from "~/domain/notifications/notifications.server";
import { hours } from "~/shared/clock";
import { runDue } from "~/worker.server";
import { testSettings } from "../../support/web";
import { makeWorld } from "../../support/world";
import { valuesOf } from "../calendars/support";
import { takeRegisters } from "../certificates/certified-world";
import { fakeRelay } from "../notifications/fake-relay";

async function posted() {
  const world = makeWorld();
  const { relay, taken } = await fakeRelay();
  const transport = smtpTransport(relay, { spacingMs: 0 });
  /** What has arrived since the last look. */
  let seen = 0;
  const arrive = async () => {
    await runDue({ ...world, settings: testSettings }, transport);
    const arrived = taken.slice(seen);
    seen = taken.length;
    return arrived;
  };
  return { world, arrive };
}

type Arrived = Awaited<ReturnType<Awaited<ReturnType<typeof posted>>["arrive"]>>[number];

/** The calendar that mail programs read: the one beside the text. */
function calendarOf(letter: Arrived | undefined): string {
  const part = letter?.mail.attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!part) throw new Error("No calendar came.");
  return part.content.toString("utf8");
}

test("complaint 10: what comes with a confirmed place is an invitation, where mail programs look for one", async () => {
  const { world, arrive } = await posted();
  const ann = world.person({ name: "Ann" });
  world.book(world.session(), ann);
  const [letter] = await arrive();
  expect(letter?.to).toEqual([`${ann}@police.example.org`]);
  expect(letter?.raw).toMatch(
    /multipart\/alternative[\s\S]+text\/calendar; charset=utf-8; method=REQUEST\r\n/,
  );
  const calendar = calendarOf(letter);
  expect(valuesOf(calendar, "uid")).toHaveLength(1);
  expect(calendar).toMatch(/\r\nMETHOD:REQUEST\r\n/);
  const unfolded = calendar.replaceAll("\r\n ", "");
  const sender = letter?.mail.from?.value[0]?.address;
  expect(unfolded).toMatch(new RegExp(`^ORGANIZER[^\r]*:mailto:${sender}\r$`, "mi"));
  expect(unfolded.match(/^ATTENDEE.*$/gm)).toEqual([
    expect.stringMatching(new RegExp(`mailto:${letter?.to[0]}\r?$`, "i")),
  ]);
});

test("complaint 11: a cancellation takes out the entry that the invitation made, and makes none", async () => {
  const { world, arrive } = await posted();
  const ann = world.person({ name: "Ann" });
  const bookingId = world.book(world.session(), ann);
  const invited = calendarOf((await arrive())[0]);
  expect(cancelBooking(world.as(ann), { bookingId }).ok).toBe(true);
  const letters = await arrive();
  expect(letters).toHaveLength(1);
  expect(letters[0]?.raw).toContain("text/calendar; charset=utf-8; method=CANCEL\r\n");
  const cancelled = calendarOf(letters[0]);
  expect(cancelled).toMatch(/\r\nMETHOD:CANCEL\r\n/);
  for (const name of ["uid", "organizer", "attendee", "dtstart"])
    expect(valuesOf(cancelled, name)).toEqual(valuesOf(invited, name));
  expect(valuesOf(cancelled, "status")).toEqual(["CANCELLED"]);
  expect(Number(valuesOf(cancelled, "sequence")[0])).toBeGreaterThan(
    Number(valuesOf(invited, "sequence")[0]),
  );
});

test("complaint 12: one place given up is told to that person alone; nobody's notes are in another's letter", async () => {
  const { world, arrive } = await posted();
  const [ann, bob] = [world.person({ name: "Ann Leaver" }), world.person({ name: "Bob Stayer" })];
  const needs = "needs a quiet room";
  world.db
    .update(world.tables.people)
    .set({ accessNeeds: needs })
    .where(eq(world.tables.people.id, ann))
    .run();
  const sessionId = world.session();
  const [theirs] = [ann, bob].map((id) => world.book(sessionId, id));
  const confirmed = await arrive();
  cancelBooking(world.as(ann), { bookingId: theirs ?? "", reason: "a private reason" });
  const told = await arrive();
  expect(told.map(({ to }) => to)).toEqual([[`${ann}@police.example.org`]]);
  const toBob = confirmed.filter(({ to }) => to.includes(`${bob}@police.example.org`));
  expect(toBob).toHaveLength(1);
  const everything = toBob.map((letter) => letter.mail.text + calendarOf(letter)).join();
  expect(everything).toContain("Bob Stayer");
  expect(everything).not.toMatch(new RegExp(`Ann Leaver|${needs}|a private reason|${ann}`));
});

test("complaint 14: after a session something is sent to those who came, and the letter that asks is worded here", async () => {
  const { world, arrive } = await posted();
  const [ann, bob] = [world.person({ name: "Ann" }), world.person({ name: "Bob" })];
  const sessionId = world.session();
  const [came = "", stayedAway = ""] = [ann, bob].map((id) => world.book(sessionId, id));
  await arrive();
  const cameWords = cameWith("end evaluation");
  const saved = saveWording(world.as(world.coordinator), {
    kind: "end evaluation",
    words: { ...cameWords.words, subject: "Your view of {{course}}, please" },
    basedOn: null,
    cameWith: cameWords,
  });
  expect(saved.ok).toBe(true);
  takeRegisters(world, sessionId, { [came]: "present", [stayedAway]: "absent" });
  const note = { noteId: "n1", sessionId, subject: "The slides", body: "They are on the page." } as const;
  expect(sendNote(world.as(world.coordinator), { ...note, audience: "attended" })).toMatchObject({
    ok: true,
    value: { people: 1 },
  });
  world.clock.forward(hours(24));
  const arrived = (await arrive()).map(({ to, mail }) => [to[0], mail.subject]);
  const annsAddress = `${ann}@police.example.org`;
  expect(arrived).toContainEqual([annsAddress, expect.stringMatching(/^Your view of .+, please$/)]);
  expect(arrived).toContainEqual([annsAddress, expect.stringContaining("The slides")]);
  expect(
    arrived.filter(([to, subject]) => to !== annsAddress && /slides|view of/.test(String(subject))),
  ).toEqual([]);
});
