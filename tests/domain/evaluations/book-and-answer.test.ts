// Booking with answers: both are kept or neither, and someone who waits is asked once they have a place.
import { expect, test } from "vitest";
import { readPerson } from "~/domain/accounts/accounts.server";
import { answerRequest } from "~/domain/bookings/bookings.server";
import { bookAndAnswer, listOwed, respondentOf } from "~/domain/evaluations/evaluations.server";
import { Forbidden } from "~/shared/problems";
import { given, makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

const answers = given({ recognise: 4 });

function annsWish(capacity = 2) {
  const world = makeWorld();
  const sessionId = world.session({ capacity });
  const annId = world.person();
  const wish = { sessionId, personId: annId, ifFull: "wait" as const, accessNeeds: "" };
  const responses = () => world.db.select().from(world.tables.responses).all();
  return { ...world, world, sessionId, annId, ctx: world.as(annId), wish, responses };
}

test("a confirmed place keeps the answers and the access needs given with it", () => {
  const { world, ctx, wish, annId, responses } = annsWish();
  const added = watch(world);
  const result = bookAndAnswer(ctx, { ...wish, accessNeeds: "A hearing loop" }, answers);
  if (!result.ok) throw new Error(result.reason);
  const respondentId = respondentOf(world, result.value.bookingId);
  expect(responses()).toMatchObject([{ respondentId, stage: "T0" }]);
  expect(readPerson(world, annId).accessNeeds).toBe("A hearing loop");
  expect(inShort(added())).toEqual({
    audit: ["bookings.confirmed", "accounts.details changed", "evaluations.answered"],
    messages: ["booking confirmed"],
  });
});

test("all left blank is no response, so that the questions can still be answered later", () => {
  const { world, ctx, wish, annId, responses } = annsWish();
  expect(bookAndAnswer(ctx, wish, given())).toMatchObject({ ok: true });
  expect(responses()).toEqual([]);
  expect(listOwed(world, annId)).toMatchObject([{ stage: "T0" }]);
});

test("someone who joins the waiting list is not counted as having answered", () => {
  const { world, ctx, wish, sessionId, annId, responses } = annsWish(1);
  world.book(sessionId, world.person());
  expect(bookAndAnswer(ctx, wish, answers)).toMatchObject({ ok: true, value: { state: "waiting" } });
  expect(responses()).toEqual([]);
  expect(listOwed(world, annId)).toEqual([]);
});

test("a refusal changes nothing: neither place nor answers nor access needs", () => {
  const { world, ctx, wish, sessionId } = annsWish(1);
  world.book(sessionId, world.person());
  const before = digestOf(world.db);
  const refusing = { ...wish, ifFull: "refuse" as const, accessNeeds: "A hearing loop" };
  expect(bookAndAnswer(ctx, refusing, answers)).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
});

test("an answer off its scale takes the booking back with it", () => {
  const { world, ctx, wish } = annsWish();
  const before = digestOf(world.db);
  expect(() => bookAndAnswer(ctx, wish, given({ act: 11 }))).toThrow("off its scale");
  expect(digestOf(world.db)).toBe(before);
});

test("again is refused and neither books nor answers twice", () => {
  const { world, ctx, wish } = annsWish();
  bookAndAnswer(ctx, wish, answers);
  const before = digestOf(world.db);
  expect(bookAndAnswer(ctx, wish, given({ recognise: 9 }))).toEqual({
    ok: false,
    reason: "already booked",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("nobody books and answers for someone else, a stranger for nobody", () => {
  const { world, wish } = annsWish();
  const contexts = [world.stranger, world.as(world.person({ roles: ["trainer", "admin"] }))];
  const before = digestOf(world.db);
  for (const ctx of contexts) expect(() => bookAndAnswer(ctx, wish, answers)).toThrow(Forbidden);
  expect(digestOf(world.db)).toBe(before);
});

test("a booking that somebody has to agree to keeps the answers too: they were given before the training either way", () => {
  for (const approval of ["agency lead", "line manager"] as const) {
    const { world, ctx, wish, responses } = annsWish();
    world.db.update(world.tables.courses).set({ approval }).run();
    const asked = { ...wish, lineManagerEmail: "boss@police.example.org" };
    const result = bookAndAnswer(ctx, asked, answers);
    expect(result).toMatchObject({ ok: true, value: { state: "awaiting approval" } });
    expect(responses()).toHaveLength(1);
  }
});

test("a request keeps the answers; once accepted nothing is owed before the training", () => {
  const { world, ctx, wish, annId, responses } = annsWish();
  world.db
    .insert(world.tables.coursePrerequisites)
    .values({ id: "asked", courseId: "course", kind: "e-learning", eLearning: "Basics", position: 1 })
    .run();
  const claims = [{ prerequisiteId: "asked", said: "May 2025" }];
  const result = bookAndAnswer(ctx, { ...wish, claims }, answers);
  if (!result.ok) throw new Error(result.reason);
  expect(result.value.state).toBe("requested");
  expect(responses()).toHaveLength(1);
  const coordinator = world.as(world.coordinator);
  answerRequest(coordinator, { bookingId: result.value.bookingId, accept: true });
  expect(listOwed(world, annId)).toEqual([]);
});

test("the mode and the line manager are passed on, and kept or not with the booking", () => {
  const { world, ctx, wish, annId } = annsWish();
  const sessionId = world.session({
    mode: "hybrid",
    capacity: 1,
    onlineCapacity: 1,
    joiningLink: "https://meet.example.org/x",
  });
  world.db.update(world.tables.courses).set({ approval: "line manager" }).run();
  const own = { ...wish, sessionId, lineManagerEmail: `${annId.toUpperCase()}@police.example.org` };
  const before = digestOf(world.db);
  expect(bookAndAnswer(ctx, own, answers)).toEqual({ ok: false, reason: "no line manager" });
  expect(digestOf(world.db)).toBe(before);
  const named = { ...own, mode: "online" as const, lineManagerEmail: "boss@police.example.org" };
  expect(bookAndAnswer(ctx, named, answers).ok).toBe(true);
  expect(world.db.select().from(world.tables.bookings).all()).toMatchObject([{ mode: "online" }]);
  expect(readPerson(world, annId).lineManagerEmail).toBe("boss@police.example.org");
});

test("a full session takes nothing of what was told, the line manager neither", () => {
  const { world, ctx, wish, sessionId } = annsWish(1);
  world.book(sessionId, world.person());
  world.db.update(world.tables.courses).set({ approval: "line manager" }).run();
  const before = digestOf(world.db);
  const told = { ...wish, ifFull: "refuse" as const, lineManagerEmail: "boss@police.example.org" };
  expect(bookAndAnswer(ctx, told, answers)).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
});

test("a line manager who is on the record is asked, whoever is named with the booking", () => {
  const { world, ctx, wish, annId } = annsWish();
  const { courses, people, bookingApprovals } = world.tables;
  world.db.update(courses).set({ approval: "line manager" }).run();
  world.db.update(people).set({ lineManagerEmail: "boss@police.example.org" }).run();
  const named = { ...wish, lineManagerEmail: "friend@elsewhere.example" };
  expect(bookAndAnswer(ctx, named, answers).ok).toBe(true);
  expect(readPerson(world, annId).lineManagerEmail).toBe("boss@police.example.org");
  expect(world.db.select().from(bookingApprovals).all()).toMatchObject([
    { approverEmail: "boss@police.example.org" },
  ]);
});
