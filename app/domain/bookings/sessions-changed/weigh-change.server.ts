// What a change of a session would mean for those who have booked, before it is made.

import { prepared } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { PlanChange } from "~/domain/notifications/notifications";
import {
  type ChangedPlan,
  type ChangeRefusal,
  type Clash,
  findClashes,
  type Taken,
  weighPlanChange,
} from "~/domain/sessions/sessions.server";
import { done, type Result } from "~/shared/result";
import type { BookingRow } from "../change-state.server";
import { readPlaces } from "../places.server";
import { toCome } from "../rules";

export type SessionChange = { sessionId: string; plan: ChangedPlan; postponed?: boolean };

const liveOnes = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), inArray(bookings.state, [...toCome])))
    .orderBy(asc(bookings.createdAt), asc(bookings.id))
    .prepare(),
);

/** Bookings whose session is still before them. */
export const listLive = (ctx: Pick<Context, "db">, sessionId: string): BookingRow[] =>
  liveOnes(ctx.db).all({ sessionId });

/** How many places of a session are taken in each mode, for the rules of its plan. */
export function takenByMode(ctx: Context, sessionId: string): Taken {
  const { taken, takenOnline } = readPlaces(ctx, sessionId);
  return { "in person": taken - takenOnline, online: takenOnline };
}

/** Everyone hears of another time or place; a link matters only to those who join by it. */
export function whoHears(live: BookingRow[], changed: readonly PlanChange[], online: boolean): BookingRow[] {
  if (changed.includes("when") || changed.includes("where")) return live;
  if (!changed.includes("link")) return [];
  return live.filter((booking) => booking.state === "confirmed" && (booking.mode === "online" || online));
}

/** What a change would come to: what differs, how many would be told, and what stands in its way. Writes nothing. */
export function weighChange(
  ctx: Context,
  { sessionId, plan }: SessionChange,
): Result<
  { fields: string[]; changed: PlanChange[]; told: number; trainers: number; clashes: Clash[] },
  ChangeRefusal
> {
  const live = listLive(ctx, sessionId);
  const weighed = weighPlanChange(ctx, { sessionId, plan, taken: takenByMode(ctx, sessionId) });
  if (!weighed.ok) return weighed;
  const { session, settled, fields, changed } = weighed.value;
  return done({
    fields,
    changed,
    told: whoHears(live, changed, settled.mode === "online").length,
    // Nobody was asked to teach a draft yet.
    trainers: changed.length > 0 && session.status !== "draft" ? session.trainers.length : 0,
    clashes: findClashes(ctx, { ...settled, sessionId, trainers: session.trainers }),
  });
}
