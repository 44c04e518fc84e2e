// A person answers an offer: takes the held place, or lets it go to the next in the queue.

import { prepared, transact } from "db/client";
import { people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeState, readBookingRow, tell } from "./change-state.server";
import { offerFreePlaces } from "./offer-free-places.server";
import { readPlaces } from "./places.server";
import { mayChangeBooking } from "./policy";

export type OfferRefusal = "no offer" | "offer over" | "agency not confirmed" | "account closed";

const standing = prepared((db) =>
  db
    .select({ agencyStanding: people.agencyStanding, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** What has changed since the offer, so that the person may not take it; a coordinator cannot take it for them either. */
function whyNot(ctx: Context, personId: string): OfferRefusal | null {
  const person = standing(ctx.db).get({ personId });
  if (!person) throw new NotFound("person");
  if (person.disabledAt !== null) return "account closed";
  return person.agencyStanding === "confirmed" ? null : "agency not confirmed";
}

/** Takes the offered place. @throws NotFound when the booking is not the actor's */
export function acceptOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
    if (booking.state === "confirmed") return done(null);
    if (booking.state !== "offered" || booking.offerEndsAt === null) return refused("no offer");
    const session = readPlaces(ctx, booking.sessionId);
    const now = ctx.clock.now();
    if (now >= booking.offerEndsAt || session.status !== "published") return refused("offer over");
    const hindrance = whyNot(ctx, booking.personId);
    if (hindrance) return refused(hindrance);
    tell(ctx, "booking confirmed", changeState(ctx, booking, "confirmed"), session, {});
    return done(null);
  });
}

/** Turns the offer down; the place goes to the next in the queue at once. @throws NotFound */
export function declineOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
    if (booking.state === "declined") return done(null);
    if (booking.state !== "offered") return refused("no offer");
    changeState(ctx, booking, "declined");
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}
