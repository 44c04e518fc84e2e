// Somebody is named for a reserved place.
import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { holdsPlace, readPersonWishing, readPlaces } from "../places.server";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { beginBooking } from "./begin-booking.server";
import { hindrance, leaveQueue, type NameRefusal, passesOnAs } from "./pass-on.server";
import { readHeldPlaces } from "./release-places.server";

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
    const actedAs = passesOnAs(ctx, held.agencyId);
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
