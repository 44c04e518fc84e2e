// Writing to those on a session: only whom it is for, once, and only by those who run it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readSessionNotes, sendNote } from "~/domain/bookings/bookings.server";
import type { NoteAudience } from "~/domain/notifications/notifications";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { takeRegisters } from "../certificates/certified-world";

function aWorld() {
  const world = makeWorld();
  const session = world.session({ capacity: 2 });
  const trainer = world.trainer("Tess Teacher");
  world.db
    .insert(world.tables.trainerAssignments)
    .values({ sessionId: session, personId: trainer, part: "lead", assignedAt: 1, confirmedAt: 1 })
    .run();
  const [ann, bob, cat] = [
    world.person({ name: "Ann" }),
    world.person({ name: "Bob" }),
    world.person({ name: "Cat" }),
  ];
  const bookings = [ann, bob, cat].map((id) => world.book(session, id));
  const note = (noteId: string, audience: NoteAudience, by = world.coordinator, more = {}) =>
    sendNote(world.as(by), {
      ...{ noteId, sessionId: session, audience, subject: "Parking", body: "The car park is **closed**." },
      ...more,
    });
  const letters = () =>
    world.db
      .select()
      .from(world.tables.outbox)
      .where(eq(world.tables.outbox.kind, "session note"))
      .all()
      .map(({ toPersonId, facts }) => ({ to: toPersonId, from: facts.from, bookingId: facts.bookingId }));
  const deeds = () =>
    world.db
      .select()
      .from(world.tables.auditEntries)
      .where(eq(world.tables.auditEntries.action, "bookings.note sent"))
      .all()
      .map(({ detail, subjectId, actorPersonId }) => ({ detail, subjectId, actorPersonId }));
  return { world, session, trainer, ann, bob, cat, bookings, note, letters, deeds };
}

test("a note to those with a place goes to each once, is kept, and is on the audit trail without its words", () => {
  const { world, session, ann, bob, bookings, note, letters, deeds } = aWorld();
  expect(note("n1", "booked")).toEqual({ ok: true, value: { people: 2 } });
  expect(note("n1", "booked")).toEqual({ ok: true, value: { people: 2 } });
  expect(letters()).toEqual([
    { to: ann, from: "coordinator", bookingId: bookings[0] },
    { to: bob, from: "coordinator", bookingId: bookings[1] },
  ]);
  expect(deeds()).toEqual([
    { detail: { audience: "booked", people: 2 }, subjectId: session, actorPersonId: world.coordinator },
  ]);
  expect(readSessionNotes(world.as(world.coordinator), session).notes).toMatchObject([
    { id: "n1", audience: "booked", subject: "Parking", people: 2, byName: "Coordinator" },
  ]);
});

test("each audience is who it says", () => {
  const { world, session, trainer, ann, bob, cat, bookings, note, letters } = aWorld();
  note("n1", "waiting");
  note("n2", "trainers");
  expect(letters().map(({ to }) => to)).toEqual([cat, trainer]);
  takeRegisters(world, session, { [bookings[0] ?? ""]: "present", [bookings[1] ?? ""]: "absent" });
  note("n3", "attended");
  note("n4", "did not attend");
  expect(letters().map(({ to }) => to)).toEqual([cat, trainer, ann, bob]);
  expect(note("n5", "booked")).toEqual({ ok: false, reason: "nobody to write to" });
});

test("whoever gave up their place, or never had one, is in no audience", () => {
  const { world, session, bob, cat, bookings, note, letters } = aWorld();
  const state = (index: number, to: "cancelled" | "declined" | "partly attended") =>
    world.db
      .update(world.tables.bookings)
      .set({ state: to })
      .where(eq(world.tables.bookings.id, bookings[index] ?? ""))
      .run();
  state(0, "cancelled");
  note("n1", "booked");
  note("n2", "waiting");
  expect(letters().map(({ to }) => to)).toEqual([bob, cat]);
  state(2, "declined");
  expect(note("n3", "waiting")).toEqual({ ok: false, reason: "nobody to write to" });
  takeRegisters(world, session, { [bookings[1] ?? ""]: "present" });
  note("n4", "attended");
  expect(note("n5", "did not attend")).toEqual({ ok: false, reason: "nobody to write to" });
  expect(letters().map(({ to }) => to)).toEqual([bob, cat, bob]);
  // Whoever came to some of it was there.
  state(1, "partly attended");
  expect(note("n6", "attended")).toEqual({ ok: true, value: { people: 1 } });
  expect(note("n7", "did not attend")).toMatchObject({ ok: false });
});

test("the session's own trainer may write; another trainer, a learner and a stranger find nothing", () => {
  const { world, session, trainer, ann, note, letters } = aWorld();
  expect(note("n1", "booked", trainer)).toMatchObject({ ok: true });
  expect(letters()[0]).toMatchObject({ from: "trainer" });
  const before = world.count("outbox");
  expect(() => note("n2", "booked", world.trainer("Another"))).toThrow(NotFound);
  expect(() => note("n2", "booked", ann)).toThrow(NotFound);
  const words = { noteId: "n2", sessionId: session, audience: "booked", subject: "a", body: "b" } as const;
  expect(() => sendNote(world.stranger, words)).toThrow(NotFound);
  expect(world.count("outbox")).toBe(before);
});

test("another person's note, or one of another session, is not sent under the same number", () => {
  const { world, trainer, note } = aWorld();
  note("n1", "booked");
  expect(() => note("n1", "booked", trainer)).toThrow(NotFound);
  expect(() => note("n1", "booked", world.coordinator, { sessionId: world.session() })).toThrow(NotFound);
});

test.each([
  [{ subject: " " }, "nothing said"],
  [{ body: "" }, "nothing said"],
  [{ noteId: "" }, "nothing said"],
  [{ subject: "a".repeat(101) }, "too long"],
  [{ body: "a".repeat(5001) }, "too long"],
  [{ body: "[here](javascript:alert)" }, "unsafe link"],
  [{ body: "[here](http://example.org)" }, "unsafe link"],
  [{ body: "Dear {{name}}" }, "placeholder"],
])("%o is refused: %s", (more, reason) => {
  const { world, note } = aWorld();
  const before = world.count("outbox");
  expect(note("n1", "booked", world.coordinator, more)).toEqual({ ok: false, reason });
  expect(world.count("outbox")).toBe(before);
});

test("whoever has left gets nothing", () => {
  const { world, ann, bob, note, letters } = aWorld();
  world.db.update(world.tables.people).set({ disabledAt: 1 }).where(eq(world.tables.people.id, ann)).run();
  note("n1", "booked");
  expect(letters().map(({ to }) => to)).toEqual([bob]);
});
