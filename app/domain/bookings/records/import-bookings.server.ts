// Bookings that coordinators kept in a spreadsheet are taken in: all of them, or none. Nobody is written to.
import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { recordChange } from "../change-state.server";
import { personAt, recordedState, sessionFinder } from "./imported-booking-queries.server";
import {
  type ImportedBooking,
  type ImportedBookingRefusal,
  judgeBookings,
  type NewBooking,
} from "./imported-bookings";

const given = (name: string) => sql.placeholder(name);
const insertBooking = prepared((db) => {
  const whose = { id: given("id"), sessionId: given("sessionId"), personId: given("personId") };
  const how = { reference: given("reference"), state: given("state"), mode: given("mode") };
  const when = { createdAt: given("at"), updatedAt: given("at"), revision: given("revision") };
  return db
    .insert(bookings)
    .values({ ...whose, ...how, ...when })
    .prepare();
});

function weigh(ctx: Context, rows: readonly ImportedBooking[]) {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("bookings of other people");
  return judgeBookings(rows, {
    now: ctx.clock.now(),
    sessionsOn: sessionFinder(ctx),
    personAt: (email) => personAt(ctx, email),
    recorded: (sessionId, personId) => recordedState(ctx, sessionId, personId),
  });
}

/** What importing these would come to now, row by row; writes nothing. @throws Forbidden */
export function weighBookings(ctx: Context, given: readonly ImportedBooking[]) {
  const { additions, refusals } = weigh(ctx, given);
  return { added: additions.length, unchanged: given.length - additions.length - refusals.length, refusals };
}

/**
 * Adds the bookings of a list, or none if any row is refused; a list that adds nothing leaves no audit entry. They are
 * under no terms, as nobody agreed to any. `source` names the file they came from. @throws Forbidden
 */
export function importBookings(
  ctx: Context,
  given: readonly ImportedBooking[],
  source: string,
): Result<{ added: number; unchanged: number }, ImportedBookingRefusal[]> {
  return transact(ctx.db, () => {
    const { additions, refusals } = weigh(ctx, given);
    if (refusals.length > 0) return refused(refusals);
    const counts = { added: additions.length, unchanged: given.length - additions.length };
    if (additions.length === 0) return done(counts);
    for (const addition of additions) addBooking(ctx, addition);
    recordAudit(ctx, {
      action: "bookings.imported",
      subjectKind: "import",
      subjectId: source,
      detail: { file: source, read: given.length, ...counts },
    });
    return done(counts);
  });
}

/** A booking is confirmed first, and what came of it follows: no other way leads there. */
function addBooking(ctx: Context, { outcome, ...booking }: NewBooking): void {
  const id = ctx.ids.id();
  const state = outcome === "booked" ? "confirmed" : outcome;
  const made = { ...booking, id, reference: ctx.ids.reference(), state, at: ctx.clock.now() };
  insertBooking(ctx.db).run({ ...made, revision: state === "confirmed" ? 0 : 1 });
  recordChange(ctx, { ...booking, id }, { from: null, to: "confirmed", cause: "imported" });
  if (state !== "confirmed")
    recordChange(ctx, { ...booking, id }, { from: "confirmed", to: state, cause: "imported" });
}
