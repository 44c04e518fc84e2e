// The waiting list as a coordinator sees it: whose turn is next and why, and why those before were offered theirs.
import { prepared } from "db/client";
import { agencies, bookingGroups, bookings, people } from "db/schema";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { TermsRules, WaitingPolicy } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import type { PlaceMode } from "../bookings";
import { modesOf, readPlaces } from "../places.server";
import { mayRunQueue } from "../policy";
import { bookingWindow, pending } from "../rules";
import { allocate, type Queue } from "./allocation";
import { keptForOthers } from "./offer-out-of-turn.server";
import { listPromotions, type PastPromotion } from "./past-promotions-queries.server";
import { readQueue } from "./queue.server";
import { type PreviewStep, previewQueue } from "./queue-preview";

export type QueueEntry = {
  bookingId: string;
  personId: string;
  personName: string;
  agencyName: string;
  mode: PlaceMode;
  queuedAt: number;
  inGroup: boolean;
  groupId: string | null;
  /** Their turn by the policy, 1 for the next; null: cannot take a place now and is passed over. */
  position: number | null;
  /** Why that is their turn. */
  reason: string | null;
  /** Why they are passed over. */
  passedOver: "account closed" | "agency not confirmed" | null;
  /** Whether a place that is not kept for others is free now: one they could be offered out of turn. */
  placeFree: boolean;
};

export type QueueGroup = {
  groupId: string;
  agencyName: string;
  people: number;
  /** Places set aside for them now. */
  places: number;
  /** Until when; null where none are set aside yet. */
  until: number | null;
  /** They have waited together for long enough, and wait one by one. */
  split: boolean;
};

export type QueueView = {
  policy: WaitingPolicy;
  termsVersion: number;
  rules: TermsRules["waiting"];
  window: ReturnType<typeof bookingWindow>;
  modes: PlaceMode[];
  free: Record<PlaceMode, number>;
  /** Free, but kept for agencies. */
  kept: number;
  entries: QueueEntry[];
  /** Offers that nobody has answered yet. */
  offers: {
    bookingId: string;
    personName: string;
    agencyName: string;
    mode: PlaceMode;
    offerEndsAt: number;
  }[];
  /** Who would be offered a place if more came free, by mode. */
  preview: { mode: PlaceMode; steps: PreviewStep[] }[];
  /** Places set aside for a group at the head of the queue. */
  setAside: number;
  groups: QueueGroup[];
  /** Asked for a place when there was none and not decided yet: their turn counts from then. */
  undecided: number;
  past: PastPromotion[];
};

const ofSession = eq(bookings.sessionId, sql.placeholder("sessionId"));

const whoWaits = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      mode: bookings.mode,
      queuedAt: sql<number>`${bookings.queuedAt}`,
      groupId: bookings.groupId,
      closed: sql<boolean>`${people.disabledAt} is not null`.mapWith(Boolean),
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(ofSession, eq(bookings.state, "waiting")))
    .prepare(),
);

const offersOpen = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personName: people.name,
      agencyName: agencies.name,
      mode: bookings.mode,
      offerEndsAt: sql<number>`${bookings.offerEndsAt}`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(ofSession, eq(bookings.state, "offered")))
    .orderBy(asc(bookings.offerEndsAt))
    .prepare(),
);

const undecided = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(ofSession, inArray(bookings.state, [...pending]), isNotNull(bookings.queuedAt)))
    .prepare(),
);

const groupsOf = prepared((db) =>
  db
    .select({
      groupId: bookingGroups.id,
      agencyName: agencies.name,
      setAsideSince: bookingGroups.setAsideSince,
      split: sql<boolean>`${bookingGroups.splitAt} is not null`.mapWith(Boolean),
    })
    .from(bookingGroups)
    .innerJoin(agencies, eq(agencies.id, bookingGroups.agencyId))
    .where(eq(bookingGroups.sessionId, sql.placeholder("sessionId")))
    .prepare(),
);

/** Everyone who waits for a session, in the order of their turns; those who cannot take a place come last. @throws Forbidden, NotFound */
export function readQueueView(ctx: Pick<Context, "db" | "clock" | "actor">, sessionId: string): QueueView {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("the queue");
  const session = readPlaces(ctx, sessionId);
  const terms = termsOfCourse(ctx, session.courseId);
  const queue = readQueue(ctx, session, terms);
  const { order, setAside } = allocate(queue);
  const entries = entriesIn(ctx, sessionId, order, queue);
  const modes = modesOf(session);
  return {
    policy: terms.rules.waiting.policy,
    termsVersion: terms.version,
    rules: terms.rules.waiting,
    window: bookingWindow(session, ctx.clock.now()),
    modes,
    free: session.free,
    kept: session.kept,
    entries,
    offers: offersOpen(ctx.db).all({ sessionId }),
    preview: modes.map((mode) => ({ mode, steps: previewQueue(queue, mode) })),
    setAside: setAside.reduce((sum, { places }) => sum + places, 0),
    groups: groupsIn(ctx, sessionId, { entries, setAside, groupHours: terms.rules.waiting.groupHours }),
    undecided: undecided(ctx.db).get({ sessionId })?.n ?? 0,
    past: listPromotions(ctx, sessionId),
  };
}

function entriesIn(
  ctx: Pick<Context, "db">,
  sessionId: string,
  order: ReturnType<typeof allocate>["order"],
  queue: Pick<Queue, "free" | "kept">,
): QueueEntry[] {
  const turn = new Map(
    order.map(({ waiting, reason }, index) => [waiting.bookingId, { position: index + 1, reason }]),
  );
  return whoWaits(ctx.db)
    .all({ sessionId })
    .map(({ closed, agencyId, ...entry }) => {
      const { position = null, reason = null } = turn.get(entry.bookingId) ?? {};
      const why = closed ? ("account closed" as const) : ("agency not confirmed" as const);
      const inGroup = entry.groupId !== null;
      const placeFree = queue.free[entry.mode] > keptForOthers(queue, agencyId, entry.mode);
      return { ...entry, placeFree, inGroup, position, reason, passedOver: position === null ? why : null };
    })
    .sort(
      (a, b) =>
        (a.position ?? Number.POSITIVE_INFINITY) - (b.position ?? Number.POSITIVE_INFINITY) ||
        a.queuedAt - b.queuedAt,
    );
}

function groupsIn(
  ctx: Pick<Context, "db">,
  sessionId: string,
  queue: { entries: QueueEntry[]; setAside: { groupId: string; places: number }[]; groupHours: number },
): QueueGroup[] {
  return groupsOf(ctx.db)
    .all({ sessionId })
    .map(({ setAsideSince, ...group }) => ({
      ...group,
      people: queue.entries.filter(({ groupId }) => groupId === group.groupId).length,
      places: queue.setAside.find(({ groupId }) => groupId === group.groupId)?.places ?? 0,
      until: setAsideSince === null || group.split ? null : setAsideSince + hours(queue.groupHours),
    }))
    .filter(({ people: count }) => count > 0);
}
