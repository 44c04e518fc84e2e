// An agency's lead books several people at once; each has a booking of their own. Where there are not places for all, they
// wait as a group.
import { transact } from "db/client";
import { bookingGroups } from "db/schema";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { ActedAs, PlaceMode } from "../bookings";
import { leads } from "../places/acts-as.server";
import { beginBooking } from "../places/begin-booking.server";
import { readPersonWishing, readPlaces } from "../places.server";
import { type BookingRefusal, decideBooking } from "../rules";
import { readAllocation } from "../waiting/queue.server";
import { modeWished, standingOf } from "../waiting/wish.server";

export type GroupRefusal =
  | "nobody"
  | "too many"
  | "full"
  | { people: { personId: string; reason: BookingRefusal }[] };

/** More at once than any session takes is a mistake. */
export const mostInAGroup = 30;

export type GroupBooked = { groupId: string; bookingIds: string[]; state: "confirmed" | "waiting" | "mixed" };

/**
 * Books all of these people, or none: whoever cannot be booked is named with the reason. With places for all, each is
 * confirmed; without, all wait as a group if that is wished. A lead's word is the approval that a course may ask for.
 * @throws Forbidden for people of another agency, NotFound
 */
export function bookGroup(
  ctx: Context,
  wish: { sessionId: string; personIds: readonly string[]; ifFull: "wait" | "refuse"; mode?: PlaceMode },
): Result<GroupBooked, GroupRefusal> {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, wish.sessionId);
    const personIds = [...new Set(wish.personIds)];
    if (personIds.length === 0) return refused("nobody");
    if (personIds.length > mostInAGroup) return refused("too many");
    const people = personIds.map((personId) => readPersonWishing(ctx, { sessionId: session.id, personId }));
    const agencyId = people[0]?.agencyId ?? "";
    const actedAs = holds(ctx.actor, "coordinator") ? "coordinator" : "agency lead";
    const together = people.every((person) => person.agencyId === agencyId);
    if (!together || (actedAs === "agency lead" && !leads(ctx, agencyId)))
      throw new Forbidden("people of another agency");

    const mode = modeWished(session, wish.mode);
    const terms = termsOfCourse(ctx, session.courseId);
    const allocation = readAllocation(ctx, session, terms);
    const hasPlace = allocation.placesFor(agencyId, mode) >= people.length;
    const decided = people.map((person) => {
      // A lead's word is an approval for everyone but themself.
      const as: ActedAs = person.id === actorPersonId(ctx.actor) ? "self" : actedAs;
      const standing = standingOf(ctx, session, person, { actedAs: as, claims: [] });
      // Whether all fit is asked of the group as a whole, after each of them.
      return { person, as, decision: decideBooking(session, { ...standing, hasPlace, ifFull: "wait" }) };
    });
    const hindered = decided.flatMap(({ person, decision }) =>
      decision.ok ? [] : [{ personId: person.id, reason: decision.reason }],
    );
    if (hindered.length > 0) return refused({ people: hindered });
    if (!hasPlace && wish.ifFull === "refuse") return refused("full");

    const groupId = ctx.ids.id();
    const group = { id: groupId, sessionId: session.id, agencyId };
    ctx.db
      .insert(bookingGroups)
      .values({ ...group, madeAt: ctx.clock.now(), madeBy: actorPersonId(ctx.actor) })
      .run();
    const states = new Set<string>();
    const bookingIds = decided.map(({ person, as, decision }) => {
      if (!decision.ok) throw new Error("A hindered person was let through.");
      states.add(decision.state);
      const { state, queued } = decision;
      const why = { actedAs: as };
      return beginBooking(ctx, { session, person, terms, state, queued, mode, groupId, why }).id;
    });
    const asked = states.has("requested") || states.has("awaiting approval");
    const state = states.size > 1 || asked ? "mixed" : hasPlace ? "confirmed" : "waiting";
    return done({ groupId, bookingIds, state });
  });
}
