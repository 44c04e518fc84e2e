// One person has booked the same session from two accounts: one booking stays, and nobody loses by it.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acceptOffer, cancelBooking } from "~/domain/bookings/bookings.server";
import { mergePeople, previewMerge } from "~/domain/personal-data/personal-data.server";
import { makeWorld, type World } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { adminOf, merged } from "./kept-records";
import { holdSession } from "./whole-life";

const bookingRow = ({ db, tables }: World, id: string) =>
  db.select().from(tables.bookings).where(eq(tables.bookings.id, id)).get();
const stateOf = (world: World, id: string) => bookingRow(world, id)?.state;

describe("both booked the same session", () => {
  function twins() {
    const world = makeWorld();
    return { world, fromId: world.person(), intoId: world.person(), ctx: adminOf(world) };
  }

  test("both confirmed: the later one ends before anybody was invited to it, and its place goes to whoever waits", () => {
    const { world, fromId, intoId, ctx } = twins();
    const sessionId = world.session({ capacity: 2 });
    const first = world.book(sessionId, fromId);
    world.clock.forward(1000);
    const second = world.book(sessionId, intoId);
    const waiting = world.book(sessionId, world.person());
    const preview = previewMerge(ctx, { fromId, intoId });
    expect(preview.bookedTwice).toMatchObject([
      { sessionId, kept: { keep: { id: first }, end: { id: second } } },
    ]);
    const added = watch(world);
    expect(merged(world, fromId, intoId, ctx)).toMatchObject({ moved: { bookings: 1 }, ended: 1 });
    expect(bookingRow(world, first)).toMatchObject({ personId: intoId, state: "confirmed" });
    expect(bookingRow(world, second)).toMatchObject({ personId: intoId, state: "cancelled" });
    expect(stateOf(world, waiting)).toBe("offered");
    expect(inShort(added())).toEqual({
      audit: ["bookings.cancelled", "bookings.offered", "personal-data.merged"],
      messages: ["booking offered"],
    });
    expect(added().audit.at(-1)?.detail).toMatchObject({ bookings: [first], ended: [second] });
    const { bookingChanges } = world.tables;
    const history = world.db.select().from(bookingChanges).where(eq(bookingChanges.bookingId, second)).all();
    expect(history.at(-1)).toMatchObject({ toState: "cancelled", cause: "booked twice" });
  });

  test("the one with answers stays, though it came later", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session();
    const first = world.book(sessionId, intoId);
    world.clock.forward(1000);
    const second = world.book(sessionId, fromId);
    world.answer(second, "T0", { act: 3 });
    merged(world, fromId, intoId);
    expect([first, second].map((id) => stateOf(world, id))).toEqual(["cancelled", "confirmed"]);
  });

  test.each(["from", "into"])(
    "confirmed and waiting: the confirmed one stays, whichever account has it (%s)",
    (holder) => {
      const { world, fromId, intoId } = twins();
      const sessionId = world.session({ capacity: 1 });
      const confirmed = world.book(sessionId, holder === "from" ? fromId : intoId);
      const waiting = world.book(sessionId, holder === "from" ? intoId : fromId);
      const behind = world.book(sessionId, world.person());
      merged(world, fromId, intoId);
      expect([confirmed, waiting, behind].map((id) => stateOf(world, id))).toEqual([
        "confirmed",
        "cancelled",
        "waiting",
      ]);
    },
  );

  test("offered and confirmed, offered and waiting, both waiting", () => {
    const { world, fromId, intoId } = twins();
    const full = () => {
      const sessionId = world.session({ capacity: 1 });
      return { sessionId, taken: world.book(sessionId, world.person()) };
    };
    const free = (bookingId: string) => cancelBooking(world.asSystem, { bookingId });
    const a = full();
    const offered = world.book(a.sessionId, fromId);
    free(a.taken);
    const queued = world.book(a.sessionId, intoId);
    const b = full();
    const later = { one: world.book(b.sessionId, intoId), other: "" };
    world.clock.forward(1000);
    later.other = world.book(b.sessionId, fromId);
    const c = world.session({ capacity: 2 });
    const filler = world.book(c, world.person());
    const place = world.book(c, intoId);
    const offer = world.book(c, fromId);
    free(filler);
    expect([offered, offer].map((id) => stateOf(world, id))).toEqual(["offered", "offered"]);

    merged(world, fromId, intoId);
    expect([offered, queued].map((id) => stateOf(world, id))).toEqual(["offered", "cancelled"]);
    expect([later.one, later.other].map((id) => stateOf(world, id))).toEqual(["waiting", "cancelled"]);
    expect([place, offer].map((id) => stateOf(world, id))).toEqual(["confirmed", "cancelled"]);
    // The offer that moved is still theirs to answer.
    expect(acceptOffer(world.as(intoId), offered)).toMatchObject({ ok: true });
  });

  test("one came and the other still waited when it was over: the attendance stays", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session({ capacity: 1 });
    const came = world.book(sessionId, fromId);
    const waited = world.book(sessionId, intoId);
    holdSession(world, sessionId, () => "present");
    world.clock.forward(world.days(20));
    const marks = world.db.select().from(world.tables.attendanceMarks).all();
    merged(world, fromId, intoId);
    expect([came, waited].map((id) => stateOf(world, id))).toEqual(["attended", "cancelled"]);
    expect(world.db.select().from(world.tables.attendanceMarks).all()).toEqual(marks);
  });

  test("both on a register that has begun: refused, and nothing changes", () => {
    const { world, fromId, intoId, ctx } = twins();
    const sessionId = world.session();
    const came = world.book(sessionId, fromId);
    world.book(sessionId, intoId);
    const refusal = () => {
      const before = digestOf(world.db);
      const result = mergePeople(ctx, { fromId, intoId });
      expect(digestOf(world.db)).toBe(before);
      expect(previewMerge(ctx, { fromId, intoId })).toMatchObject({
        refusal: "on one register",
        bookedTwice: [{ sessionId, courseTitle: "Neglect", kept: null }],
      });
      return result;
    };
    world.clock.forward(world.days(15));
    expect(refusal()).toEqual({ ok: false, reason: "on one register" });
    holdSession(world, sessionId, (id) => (id === came ? "present" : "absent"));
    expect(refusal()).toEqual({ ok: false, reason: "on one register" });
  });

  test("an ended booking of one is no second booking", () => {
    const { world, fromId, intoId } = twins();
    const sessionId = world.session();
    const ended = world.book(sessionId, fromId);
    cancelBooking(world.as(fromId), { bookingId: ended });
    const live = world.book(sessionId, intoId);
    const added = watch(world);
    merged(world, fromId, intoId);
    expect(inShort(added()).audit).toEqual(["personal-data.merged"]);
    expect([ended, live].map((id) => stateOf(world, id))).toEqual(["cancelled", "confirmed"]);
  });
});
