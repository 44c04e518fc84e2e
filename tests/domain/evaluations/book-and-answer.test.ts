// Booking with answers: both are kept or neither, and someone who waits is asked once they have a place.
import { expect, test } from "vitest";
import { readPerson } from "~/domain/accounts/accounts.server";
import { bookAndAnswer, listOwed } from "~/domain/evaluations/evaluations.server";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

const answers = [{ itemId: "item-recognise", value: 4 }];

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
  expect(responses()).toMatchObject([{ bookingId: result.value.bookingId, stage: "T0" }]);
  expect(readPerson(world, annId).accessNeeds).toBe("A hearing loop");
  expect(inShort(added())).toEqual({
    audit: ["bookings.confirmed", "accounts.details changed", "evaluations.answered"],
    messages: ["booking confirmed"],
  });
});

test("all left blank is no response, so that the questions can still be answered later", () => {
  const { world, ctx, wish, annId, responses } = annsWish();
  expect(bookAndAnswer(ctx, wish, [])).toMatchObject({ ok: true });
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
  const given = { ...wish, ifFull: "refuse" as const, accessNeeds: "A hearing loop" };
  expect(bookAndAnswer(ctx, given, answers)).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
});

test("an answer off its scale takes the booking back with it", () => {
  const { world, ctx, wish } = annsWish();
  const before = digestOf(world.db);
  expect(() => bookAndAnswer(ctx, wish, [{ itemId: "item-act", value: 11 }])).toThrow("off its scale");
  expect(digestOf(world.db)).toBe(before);
});

test("again is refused and neither books nor answers twice", () => {
  const { world, ctx, wish } = annsWish();
  bookAndAnswer(ctx, wish, answers);
  const before = digestOf(world.db);
  expect(bookAndAnswer(ctx, wish, [{ itemId: "item-recognise", value: 9 }])).toEqual({
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
