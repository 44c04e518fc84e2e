// Those with a place hear that their course was renamed or its venue put right, and their calendars are set right with it.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { announceCorrection, findCorrected } from "~/domain/sessions/sessions.server";
import { tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { listLive } from "./weigh-change.server";

/**
 * Tells of what was corrected, once: each session in a transaction of its own with its raised revision. Runs as a job; again
 * changes nothing.
 * @returns how many sessions it told of. @throws Forbidden for anyone but the system
 */
export function announceCorrections(ctx: Context): number {
  return findCorrected(ctx).filter((sessionId) => transact(ctx.db, () => announce(ctx, sessionId))).length;
}

function announce(ctx: Context, sessionId: string): boolean {
  const correction = announceCorrection(ctx, sessionId);
  if (!correction) return false;
  const { changed, before } = correction;
  const places = readPlaces(ctx, sessionId);
  for (const booking of listLive(ctx, sessionId)) {
    if (booking.state !== "confirmed") continue;
    const online = booking.mode === "online";
    // Whoever joins online need not know of the room.
    const theirs = online ? changed.filter((what) => what === "title") : changed;
    if (theirs.length === 0) continue;
    tell(ctx, "session changed", booking, places, {
      changed: theirs,
      before: online ? { ...before, mode: "online", place: "Online" } : before,
      hasPlace: true,
    });
  }
  return true;
}
