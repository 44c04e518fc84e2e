// The queue of a session as the allocation weighs it.
import { prepared } from "db/client";
import { bookingGroups, bookings, heldPlaces, people, sessions } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { holdsPlace, quotaLeft, type SessionWithPlaces } from "../places.server";
import { type Allocation, allocate, type Queue } from "./allocation";
import { needsOfWaiting } from "./needs-of-waiting.server";

type Reader = Pick<Context, "db" | "clock">;

const ofSession = sql.placeholder("sessionId");

const waitingList = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      agencyId: people.agencyId,
      mode: bookings.mode,
      queuedAt: sql<number>`${bookings.queuedAt}`,
      groupId: bookings.groupId,
      able: sql<boolean>`${people.agencyStanding} = 'confirmed' and ${people.disabledAt} is null`.mapWith(
        Boolean,
      ),
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.sessionId, ofSession), eq(bookings.state, "waiting")))
    .prepare(),
);

const groupsOf = prepared((db) =>
  db
    .select({
      id: bookingGroups.id,
      setAsideSince: bookingGroups.setAsideSince,
      splitAt: bookingGroups.splitAt,
    })
    .from(bookingGroups)
    .where(eq(bookingGroups.sessionId, ofSession))
    .prepare(),
);

const quotasOf = prepared((db) =>
  db
    .select({
      agencyId: heldPlaces.agencyId,
      mode: heldPlaces.mode,
      places: quotaLeft,
    })
    .from(heldPlaces)
    .innerJoin(sessions, eq(sessions.id, heldPlaces.sessionId))
    .where(and(eq(heldPlaces.sessionId, ofSession), eq(heldPlaces.kind, "quota"), isNull(heldPlaces.endedAt)))
    .prepare(),
);

const heldByAgency = prepared((db) =>
  db
    .select({ agencyId: people.agencyId, places: sql<number>`count(*)` })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.sessionId, ofSession), holdsPlace))
    .groupBy(people.agencyId)
    .prepare(),
);

const openOffers = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(eq(bookings.sessionId, ofSession), eq(bookings.state, "offered")))
    .prepare(),
);

/** What the allocation goes by, now. Asks for no more than the session's queue and policy need. */
export function readQueue(ctx: Reader, session: SessionWithPlaces, { rules }: Pick<Terms, "rules">): Queue {
  const { policy, offersAtOnce } = rules.waiting;
  const sessionId = session.id;
  const waiting = session.waiting > 0 ? waitingList(ctx.db).all({ sessionId }) : [];
  const needs = policy === "needs first" ? needsOfWaiting(ctx, session, waiting) : null;
  const held = policy === "mixed agencies" ? heldByAgency(ctx.db).all({ sessionId }) : [];
  return {
    now: ctx.clock.now(),
    free: session.free,
    kept: session.kept > 0 ? quotasOf(ctx.db).all({ sessionId }) : [],
    held: new Map(held.map(({ agencyId, places }) => [agencyId, places])),
    waiting: waiting.map(({ personId, ...one }) => ({ ...one, need: needs?.get(personId) ?? 2 })),
    groups: waiting.some(({ groupId }) => groupId !== null) ? groupsOf(ctx.db).all({ sessionId }) : [],
    openOffers: offersAtOnce === null ? 0 : (openOffers(ctx.db).get({ sessionId })?.n ?? 0),
    rules: rules.waiting,
  };
}

/** How the free places of a session go round now; writes nothing. */
export const readAllocation = (
  ctx: Reader,
  session: SessionWithPlaces,
  terms: Pick<Terms, "rules">,
): Allocation => allocate(readQueue(ctx, session, terms));
