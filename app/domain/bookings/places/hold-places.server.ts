// Places kept until a day: an agency's quota, or places reserved for people who are named later.
import { transact } from "db/client";
import { heldPlaces } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { PlaceMode } from "../bookings";
import { modesOf, readPlaces } from "../places.server";
import { bookingWindow } from "../rules";
import { readAllocation, readQueue } from "../waiting/queue.server";
import { leads } from "./acts-as.server";
import { keptIn, reservedFor } from "./hold-limits.server";
export type HoldRefusal =
  | "no such mode"
  | "no places"
  | "not open"
  | "not open yet"
  | "booking closed"
  | "full"
  | "released already"
  | "after the start"
  | "more than half";

export type Hold = {
  sessionId: string;
  kind: "quota" | "reserved";
  agencyId: string;
  mode: PlaceMode;
  places: number;
  /** When they go back to everyone; left out: as the terms say. */
  releasesAt?: number | undefined;
};

/**
 * Holds places. Reserved ones are taken from what is free now, never from people who wait; a quota only says for whom
 * places are kept, so coordinators set it before places are booked. An agency's lead reserves for their own agency, and at
 * most half of a session's places: nobody empties a session without naming anyone.
 * @throws Forbidden, NotFound
 */
export function holdPlaces(ctx: Context, hold: Hold): Result<{ heldPlacesId: string }, HoldRefusal> {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, hold.sessionId);
    const coordinator = ctx.actor.kind === "system" || holds(ctx.actor, "coordinator");
    const allowed = coordinator || (hold.kind === "reserved" && leads(ctx, hold.agencyId));
    if (!allowed) throw new Forbidden("holding places");
    const now = ctx.clock.now();
    if (!modesOf(session).includes(hold.mode)) return refused("no such mode");
    if (!Number.isInteger(hold.places) || hold.places < 1) return refused("no places");
    const terms = termsOfCourse(ctx, session.courseId);
    const releasesAt = hold.releasesAt ?? workingDaysBefore(session.startsAt, terms.rules.releaseWorkingDays);
    if (releasesAt <= now) return refused("released already");
    if (releasesAt > session.startsAt) return refused("after the start");
    const window = bookingWindow(session, now);
    // A coordinator sets quotas while a session is still a draft.
    if (window !== "open" && !(coordinator && (session.status === "draft" || window === "not open yet")))
      return refused(window);
    const free =
      hold.kind === "quota"
        ? session.free[hold.mode] - keptIn(readQueue(ctx, session, terms), hold.mode)
        : readAllocation(ctx, session, terms).placesFor(hold.agencyId, hold.mode);
    if (free < hold.places) return refused("full");
    if (!coordinator && reservedFor(ctx, hold) + hold.places > Math.ceil(session.capacity / 2))
      return refused("more than half");

    const heldPlacesId = ctx.ids.id();
    const { kind, agencyId, mode, places } = hold;
    ctx.db
      .insert(heldPlaces)
      .values({
        id: heldPlacesId,
        sessionId: session.id,
        kind,
        agencyId,
        mode,
        places,
        releasesAt,
        madeAt: now,
        madeBy: actorPersonId(ctx.actor),
      })
      .run();
    recordAudit(ctx, {
      action: "bookings.places held",
      subjectKind: "held places",
      subjectId: heldPlacesId,
      detail: { sessionId: session.id, agencyId, kind, places },
    });
    return done({ heldPlacesId });
  });
}
