// Free places are offered to those whose turn it is, for a limited time; each promotion keeps its reason.

import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { readBookingRow } from "../change-state.server";
import { readPlaces } from "../places.server";
import { bookingWindow } from "../rules";
import { keepGroups } from "../teams/keep-groups.server";
import { allocate } from "./allocation";
import { promote, weighed } from "./promote.server";
import { readQueue } from "./queue.server";

/**
 * Offers every free place of a session to those whose turn it is by the board's policy, of the confirmed who are still
 * here. Nothing is offered before booking opens or after it closes.
 * @returns how many were offered
 */
export function offerFreePlaces(ctx: Context, sessionId: string): number {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, sessionId);
    if (session.waiting === 0 || bookingWindow(session, ctx.clock.now()) !== "open") return 0;
    const terms = termsOfCourse(ctx, session.courseId);
    const queue = readQueue(ctx, session, terms);
    const allocation = allocate(queue);
    keepGroups(ctx, session.id, queue, allocation);
    for (const { waiting, reason } of allocation.offers) {
      const booking = readBookingRow(ctx, waiting.bookingId);
      promote(ctx, { booking, session, terms, kind: "policy", reason, inputs: weighed(queue) });
    }
    return allocation.offers.length;
  });
}
