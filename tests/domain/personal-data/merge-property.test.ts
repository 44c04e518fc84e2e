// The property: whatever two accounts have booked, waited for, been offered or attended, a merge oversells nothing, and
// no attendance is lost or counted twice.
import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  acceptOffer,
  bookPlace,
  cancelBooking,
  declineOffer,
  expireOffers,
  finishRegister,
  markAttendance,
} from "~/domain/bookings/bookings.server";
import { mergePeople } from "~/domain/personal-data/personal-data.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { makeWorld, testNow, type World } from "../../support/world";
import { type Deed, type Plan, plans } from "../bookings/queue-model";

const held = ["confirmed", "offered", "attended", "partly attended", "did not attend"];
const onRegister = ["confirmed", "attended", "partly attended", "did not attend"];
const ended = ["cancelled", "declined", "expired"];

/** Carries a plan out in sessions of its own, with as few people as it takes for two of them to meet. */
function liveThrough(world: World, plan: Plan) {
  world.clock.set(testNow);
  const date = addDays(world.today, 2);
  const startsAt = instantOf(date, "09:30");
  const capacities = plan.sessions.map(({ capacity }) => capacity);
  const sessionIds = plan.sessions.map(({ capacity, closesHoursBefore }) =>
    world.session({
      capacity,
      bookingClosesAt: startsAt - hours(closesHoursBefore),
      meetings: [{ date, startTime: "09:30", endTime: "16:30" }],
    }),
  );
  const people = Array.from({ length: plan.people }, () => world.person());
  const rowsOf = (sessionId: string) => bookingsOf(world, [sessionId]);

  const act = (deed: Deed): void => {
    if (deed.deed === "job") {
      expireOffers(world.asSystem);
      return;
    }
    const session = deed.session % sessionIds.length;
    const sessionId = sessionIds[session] ?? "";
    if (deed.deed === "wait") {
      const until = { "the register opens": startsAt - hours(1), "the session starts": startsAt };
      const moment = until[deed.until as keyof typeof until] ?? world.clock.now() + hours(6);
      world.clock.set(Math.max(world.clock.now(), moment + deed.by));
      return;
    }
    if (deed.deed === "enlarge") return;
    if (deed.deed === "register") {
      const meetingId = meetingsOf(world, sessionId)[0]?.id ?? "";
      const marks = new Map(
        rowsOf(sessionId).map((row) => [row.id, deed.marks[people.indexOf(row.personId)] ?? "absent"]),
      );
      markAttendance(world.asSystem, { meetingId, marks });
      finishRegister(world.asSystem, meetingId);
      return;
    }
    const personId = people[deed.person % people.length] ?? "";
    const ctx = world.as(personId);
    if (deed.deed === "book") {
      bookPlace(ctx, { sessionId, personId, ifFull: deed.ifFull });
      return;
    }
    const row = rowsOf(sessionId)
      .filter((one) => one.personId === personId)
      .at(-1);
    if (!row) return;
    if (deed.deed === "cancel") cancelBooking(ctx, { bookingId: row.id });
    if (deed.deed === "accept") acceptOffer(ctx, row.id);
    if (deed.deed === "decline") declineOffer(ctx, row.id);
  };
  plan.deeds.forEach(act);
  // Two who meet, if any do: the first two most often both have a place, the first and the last seldom.
  const live = rowsOf(sessionIds[0] ?? "").filter(({ state }) => !ended.includes(state));
  const other = plan.people % 2 === 0 ? live.at(-1) : live[1];
  const [intoId = "", fromId = ""] = live.length > 1 ? [other?.personId, live[0]?.personId] : people;
  return { sessionIds, capacities, fromId, intoId };
}

const bookingsOf = ({ db, tables }: World, sessionIds: string[]) =>
  db
    .select()
    .from(tables.bookings)
    .where(inArray(tables.bookings.sessionId, sessionIds))
    .orderBy(tables.bookings.id)
    .all();

function attendanceOf(world: World, sessionIds: string[]) {
  const { attendanceMarks } = world.tables;
  const rows = bookingsOf(world, sessionIds);
  const ids = rows.map(({ id }) => id);
  return {
    marks: world.db.select().from(attendanceMarks).where(inArray(attendanceMarks.bookingId, ids)).all(),
    settled: rows
      .filter(({ state }) => onRegister.includes(state) && state !== "confirmed")
      .map(({ id, sessionId, state }) => ({ id, sessionId, state })),
  };
}

test("places taken never exceed capacity, and attendance is neither lost nor doubled", () => {
  const world = makeWorld();
  const admin = world.as(world.person({ roles: ["admin"] }));
  const written = world.db.$client.prepare("select total_changes()").pluck();
  const seen = { merged: 0, refused: 0, twice: 0, offered: 0 };
  fc.assert(
    fc.property(plans, (plan) => {
      const { sessionIds, capacities, fromId, intoId } = liveThrough(world, plan);
      const before = bookingsOf(world, sessionIds);
      const writtenBefore = written.get();
      const attendance = attendanceOf(world, sessionIds);
      const result = mergePeople(admin, { fromId, intoId });
      const after = bookingsOf(world, sessionIds);
      const liveOf = (rows: typeof after, personId: string, sessionId: string) =>
        rows.filter(
          (row) => row.personId === personId && row.sessionId === sessionId && !ended.includes(row.state),
        );

      if (!result.ok) {
        seen.refused += 1;
        expect(written.get()).toBe(writtenBefore);
        const onBoth = sessionIds.filter((sessionId) =>
          [fromId, intoId].every((id) =>
            liveOf(before, id, sessionId).some(({ state }) => onRegister.includes(state)),
          ),
        );
        expect([result.reason, onBoth.length > 0]).toEqual(["on one register", true]);
        return;
      }
      seen.merged += 1;
      seen.twice += result.value.ended;
      expect(attendanceOf(world, sessionIds)).toEqual(attendance);
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(after.some(({ personId }) => personId === fromId)).toBe(false);
      for (const [index, sessionId] of sessionIds.entries()) {
        const taken = after.filter((row) => row.sessionId === sessionId && held.includes(row.state));
        expect(taken.length).toBeLessThanOrEqual(capacities[index] ?? 0);
        const had = [...liveOf(before, fromId, sessionId), ...liveOf(before, intoId, sessionId)];
        expect(liveOf(after, intoId, sessionId)).toHaveLength(Math.min(1, had.length));
      }
      // Nobody else lost anything; those who waited may have been offered what came free.
      for (const row of before.filter(({ personId }) => personId !== fromId && personId !== intoId)) {
        const now = after.find(({ id }) => id === row.id);
        expect(now?.personId).toBe(row.personId);
        if (now?.state !== row.state) {
          seen.offered += 1;
          expect([row.state, now?.state]).toEqual(["waiting", "offered"]);
        }
      }
    }),
    { numRuns: 150, seed: 2026 },
  );
  // The plans reach what the property is about.
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(3);
});
