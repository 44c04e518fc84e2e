// A booking that moves takes the answers given before the training along: once, and with the booking or not at all.
import { expect, test } from "vitest";
import { bookAndAnswer, listOwed, moveAndKeepAnswers } from "~/domain/evaluations/evaluations.server";
import { addDays } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { given, makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

function moving(answers = given({ recognise: 3, act: 7 })) {
  const world = makeWorld();
  const sessionId = world.session();
  const meetings = [{ date: addDays(world.today, 30), startTime: "09:30", endTime: "16:30" }];
  const toSessionId = world.session({ meetings, capacity: 1 });
  const annId = world.person();
  const ann = world.as(annId);
  const wish = { sessionId, personId: annId, ifFull: "refuse" as const, accessNeeds: "" };
  const booked = bookAndAnswer(ann, wish, answers);
  if (!booked.ok) throw new Error(booked.reason);
  world.clock.forward(60_000);
  const { bookingId } = booked.value;
  const kept = () => ({
    responses: world.db.select().from(world.tables.responses).all(),
    answers: world.db.select().from(world.tables.answers).all(),
    respondents: world.db.select().from(world.tables.respondents).all(),
    receipts: world.db.select().from(world.tables.evaluationReceipts).all(),
  });
  return { ...world, world, ann, annId, bookingId, toSessionId, kept };
}

test("the answers stand with the new booking as they were given, and nothing is owed", () => {
  const { world, ann, annId, bookingId, toSessionId, kept } = moving();
  const before = kept();
  const added = watch(world);
  const moved = moveAndKeepAnswers(ann, { bookingId, toSessionId });
  if (!moved.ok) throw new Error(moved.reason);
  const to = moved.value.bookingId;
  expect(kept()).toEqual({
    ...before,
    respondents: before.respondents.map((one) => ({ ...one, bookingId: to, sessionId: toSessionId })),
    receipts: before.receipts.map((one) => ({ ...one, bookingId: to })),
  });
  expect(listOwed(world, annId)).toEqual([]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.confirmed", "bookings.moved", "evaluations.answers moved"],
    messages: ["booking confirmed", "booking moved"],
  });
  expect(added().audit.at(-1)).toMatchObject({
    subjectId: to,
    aboutPersonId: annId,
    detail: { stage: "T0", fromBookingId: bookingId },
  });
});

test("again it leads to the same booking and changes nothing", () => {
  const { world, ann, bookingId, toSessionId } = moving();
  const first = moveAndKeepAnswers(ann, { bookingId, toSessionId });
  const before = digestOf(world.db);
  expect(moveAndKeepAnswers(ann, { bookingId, toSessionId })).toEqual(first);
  expect(digestOf(world.db)).toBe(before);
});

test("without answers there are none to take along, and they are owed with the new booking", () => {
  const { world, ann, annId, bookingId, toSessionId, kept } = moving(given());
  const added = watch(world);
  expect(moveAndKeepAnswers(ann, { bookingId, toSessionId }).ok).toBe(true);
  expect(kept()).toEqual({ responses: [], answers: [], respondents: [], receipts: [] });
  expect(listOwed(world, annId)).toMatchObject([{ stage: "T0" }]);
  expect(inShort(added()).audit).toEqual(["bookings.confirmed", "bookings.moved"]);
});

test("a move that is refused leaves the answers where they are", () => {
  const { world, ann, bookingId, toSessionId } = moving();
  world.book(toSessionId, world.person());
  const before = digestOf(world.db);
  expect(moveAndKeepAnswers(ann, { bookingId, toSessionId })).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
});

test("a coordinator moves them too; nobody else's booking is moved, a stranger's least of all", () => {
  const { world, bookingId, toSessionId, kept } = moving();
  const others = [world.stranger, world.as(world.person({ roles: ["trainer", "admin"] }))];
  const before = digestOf(world.db);
  for (const ctx of others)
    expect(() => moveAndKeepAnswers(ctx, { bookingId, toSessionId })).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
  const moved = moveAndKeepAnswers(world.as(world.coordinator), { bookingId, toSessionId });
  expect(moved.ok).toBe(true);
  expect(kept().respondents).toMatchObject([{ bookingId: moved.ok ? moved.value.bookingId : "" }]);
});
