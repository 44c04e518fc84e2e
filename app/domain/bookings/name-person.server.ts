// Somebody is named for a reserved place, or takes a colleague's place: it passes from hand to hand, not by the queue.
import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { leads } from "./acts-as.server";
import { beginBooking } from "./begin-booking.server";
import type { ActedAs } from "./bookings";
import { changeState, readBooker, readBookingRow, tell } from "./change-state.server";
import { readEligibility } from "./eligibility.server";
import { readHeldPlaces } from "./hold-places.server";
import { offerFreePlaces } from "./offer-free-places.server";
import {
  holdsPlace,
  type PersonWishing,
  readPersonWishing,
  readPlaces,
  type SessionWithPlaces,
} from "./places.server";

export type NameRefusal =
  | "released already"
  | "all named"
  | "another agency"
  | "already booked"
  | "agency not confirmed"
  | "account closed"
  | "prerequisites missing"
  | "outside the audience"
  | "already started"
  | "session cancelled"
  | "not live";

/** Whoever takes a place this way must have done what the course asks for: nobody looks at claims in between. */
export function hindrance(
  ctx: Pick<Context, "db" | "clock">,
  session: SessionWithPlaces,
  person: PersonWishing,
  agencyId: string,
): NameRefusal | null {
  if (person.agencyId !== agencyId) return "another agency";
  if (session.status === "cancelled") return "session cancelled";
  if (ctx.clock.now() >= session.startsAt) return "already started";
  if (person.liveBookingId !== null && person.liveState !== "waiting") return "already booked";
  if (person.disabled) return "account closed";
  if (!person.agencyConfirmed) return "agency not confirmed";
  const { unmet, outsideAudience } = readEligibility(ctx, session, person);
  if (unmet.length > 0) return "prerequisites missing";
  return outsideAudience ? "outside the audience" : null;
}

/** Someone who waited for a place and is given one otherwise leaves the queue first. */
function leaveQueue(ctx: Context, person: PersonWishing, why: { actedAs: ActedAs }): void {
  if (person.liveBookingId === null) return;
  changeState(ctx, readBookingRow(ctx, person.liveBookingId), "cancelled", {
    ...why,
    cause: "named for a reserved place",
  });
}

const named = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(eq(bookings.heldPlacesId, sql.placeholder("id")), holdsPlace))
    .prepare(),
);

/** Names somebody for one of the reserved places. @throws NotFound for whoever may not */
export function namePerson(
  ctx: Context,
  naming: { heldPlacesId: string; personId: string },
): Result<{ bookingId: string }, NameRefusal> {
  return transact(ctx.db, () => {
    const held = readHeldPlaces(ctx, naming.heldPlacesId);
    const actedAs = actorFor(ctx, held.agencyId);
    if (!actedAs || held.kind !== "reserved") throw new NotFound("held places");
    if (held.endedAt !== null) return refused("released already");
    if ((named(ctx.db).get({ id: held.id })?.n ?? 0) >= held.places) return refused("all named");
    const session = readPlaces(ctx, held.sessionId);
    const person = readPersonWishing(ctx, { sessionId: session.id, personId: naming.personId });
    const why = hindrance(ctx, session, person, held.agencyId);
    if (why) return refused(why);

    // Their group may fit now that it is smaller: see the offer below.
    leaveQueue(ctx, person, { actedAs });
    const booking = beginBooking(ctx, {
      session,
      person,
      terms: termsOfCourse(ctx, session.courseId),
      state: "confirmed",
      queued: false,
      mode: held.mode,
      heldPlacesId: held.id,
      why: { actedAs, cause: "named for a reserved place" },
    });
    if (person.liveBookingId !== null) offerFreePlaces(ctx, session.id);
    return done({ bookingId: booking.id });
  });
}

/**
 * A colleague takes somebody's confirmed place, until the session starts; nobody is charged.
 * @throws NotFound for whoever may not
 */
export function substitute(
  ctx: Context,
  swap: { bookingId: string; personId: string },
): Result<{ bookingId: string }, NameRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, swap.bookingId);
    const booker = readBooker(ctx, booking.personId);
    const actedAs = actorFor(ctx, booker.agencyId);
    if (!actedAs) throw new NotFound("booking");
    // Somebody who came unbooked has no place to hand on.
    if (booking.state !== "confirmed" || booking.walkIn) return refused("not live");
    const session = readPlaces(ctx, booking.sessionId);
    const person = readPersonWishing(ctx, { sessionId: session.id, personId: swap.personId });
    const why = hindrance(ctx, session, person, booker.agencyId);
    if (why) return refused(why);

    leaveQueue(ctx, person, { actedAs });
    const given = changeState(ctx, booking, "cancelled", { actedAs, cause: "substituted" });
    tell(ctx, "booking cancelled", given, session, { wasConfirmed: true, substituted: true }, booker);
    const { mode, groupId, heldPlacesId } = booking;
    const terms = termsOfCourse(ctx, session.courseId);
    const begun = beginBooking(ctx, {
      session,
      person,
      terms,
      state: "confirmed",
      queued: false,
      mode,
      groupId,
      heldPlacesId,
      why: { actedAs, cause: "substituted" },
    });
    if (person.liveBookingId !== null) offerFreePlaces(ctx, session.id);
    return done({ bookingId: begun.id });
  });
}

function actorFor(ctx: Context, agencyId: string): ActedAs | null {
  if (holds(ctx.actor, "coordinator")) return "coordinator";
  return leads(ctx, agencyId) ? "agency lead" : null;
}
