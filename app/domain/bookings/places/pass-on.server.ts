import { actorPersonId, type Context, holds } from "~/domain/context";
import type { ActedAs } from "../bookings";
import { changeState, readBookingRow } from "../change-state.server";
import type { PersonWishing, SessionWithPlaces } from "../places.server";
import { leads } from "./acts-as.server";
import { readEligibility } from "./eligibility.server";

export type NameRefusal =
  | "released already"
  | "all named"
  | "another agency"
  | "already booked"
  | "agency not confirmed"
  | "account closed"
  | "prerequisites missing"
  | "outside the audience"
  | "needs approval"
  | "already started"
  | "session cancelled"
  | "not live";

/** Whoever takes a place this way must have done what the course asks for: nobody looks at claims in between. */
export function hindrance(
  ctx: Pick<Context, "db" | "clock" | "actor">,
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
  // A lead's word is an approval for everyone but themself.
  const own = actorPersonId(ctx.actor) === person.id;
  if (session.approval !== "none" && own && !holds(ctx.actor, "coordinator")) return "needs approval";
  const { unmet, outsideAudience } = readEligibility(ctx, session, person);
  if (unmet.length > 0) return "prerequisites missing";
  return outsideAudience ? "outside the audience" : null;
}

/** Someone who waited for a place and is given one otherwise leaves the queue first. */
export function leaveQueue(ctx: Context, person: PersonWishing, why: { actedAs: ActedAs }): void {
  if (person.liveBookingId === null) return;
  changeState(ctx, readBookingRow(ctx, person.liveBookingId), "cancelled", {
    ...why,
    cause: "named for a reserved place",
  });
}

/** In what capacity somebody passes a place of this agency on. */
export function passesOnAs(ctx: Context, agencyId: string): ActedAs | null {
  if (holds(ctx.actor, "coordinator")) return "coordinator";
  return leads(ctx, agencyId) ? "agency lead" : null;
}
