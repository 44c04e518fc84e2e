// Where a booking could move to: other dates of the same course that have a place for this person.
import { prepared } from "db/client";
import { bookings } from "db/schema";
import { and, eq, notInArray, sql } from "drizzle-orm";
import { costNow } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { lastDayToCancelFree, readTerms, termsOfCourse } from "~/domain/terms/terms.server";
import type { PlaceMode } from "../bookings";
import { listSessionsOfCourse, type OfferedSession } from "../offer/upcoming-sessions.server";
import { modesOf, readPersonWishing, readPlaces } from "../places.server";
import { readBooking } from "../records/read-booking.server";
import { ended } from "../rules";
import { readAllocation } from "../waiting/queue.server";

export type MoveChoice = {
  sessionId: string;
  mode: PlaceMode;
  /** More than one mode to choose from on that date. */
  hybrid: boolean;
  venueName: string | null;
  dates: OfferedSession["dates"];
  places: number;
};

const bookedElsewhere = prepared((db) =>
  db
    .select({ sessionId: bookings.sessionId })
    .from(bookings)
    .where(and(eq(bookings.personId, sql.placeholder("personId")), notInArray(bookings.state, [...ended])))
    .prepare(),
);

/** A course with more dates to come than this is booked from its own page. */
const mostDates = 20;

/**
 * The dates with a place, soonest first, and what moving costs now; a coordinator's move costs nothing, nor does one
 * from the waiting list. Each date's queue is weighed apart: whether there is a place depends on who waits there.
 * @throws NotFound
 */
export function readMoveChoices(
  ctx: Context,
  bookingId: string,
): {
  choices: MoveChoice[];
  cost: { pence: number } | null;
  /** The last instant at which it cost nothing; null: whenever. */
  lastFree: number | null;
} {
  const { session, personId, state, termsId, actsAs } = readBooking(ctx, bookingId);
  const terms = termsOfCourse(ctx, session.courseId);
  const { agencyId } = readPersonWishing(ctx, { sessionId: session.id, personId });
  const taken = new Set(
    bookedElsewhere(ctx.db)
      .all({ personId })
      .map(({ sessionId }) => sessionId),
  );
  const open = listSessionsOfCourse(ctx, session.courseId)
    .filter(({ id, bookingClosed, opensAt }) => !taken.has(id) && !bookingClosed && opensAt === null)
    .slice(0, mostDates);
  const choices = open.flatMap(({ id, venueName, dates }) => {
    const there = readPlaces(ctx, id);
    const allocation = readAllocation(ctx, there, terms);
    return modesOf(there)
      .map((mode) => ({ mode, places: allocation.placesFor(agencyId, mode) }))
      .filter(({ places }) => places > 0)
      .map(({ mode, places }) => ({
        sessionId: id,
        mode,
        hybrid: there.mode === "hybrid",
        venueName,
        dates,
        places,
      }));
  });
  const owes = state === "confirmed" && actsAs !== "coordinator";
  const booking = { id: bookingId, personId, sessionId: session.id, termsId };
  return {
    choices,
    lastFree: termsId === null ? null : lastDayToCancelFree(readTerms(ctx, termsId).rules, session.startsAt),
    cost: owes ? costNow(ctx, { kind: "late move", booking, at: ctx.clock.now() }) : null,
  };
}
