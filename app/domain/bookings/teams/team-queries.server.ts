// A team's bookings: what an agency's people and a line manager's have coming, and where they did not come.
import { type Db, prepared } from "db/client";
import { bookings, courses, meetings, people, sessions } from "db/schema";
import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { agencyLedBy, listReports } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { whereInWords } from "~/domain/sessions/sessions";
import type { CivilDate } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { groupBy } from "~/shared/group-by";
import type { BookingState, PlaceMode } from "../bookings";
import { toCome } from "../rules";

type Reader = Pick<Context, "db" | "clock" | "actor">;
type ToCome = (typeof toCome)[number];

const isHere = and(eq(people.agencyStanding, "confirmed"), isNull(people.disabledAt));
const ofAgency = and(eq(people.agencyId, sql.placeholder("agencyId")), isHere);
const these = sql`(select value from json_each(${sql.placeholder("ids")}))`;
const firstDate = sql<CivilDate | null>`(select min(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`;

/** Longer ago is past asking. */
const lately = days(90);
const mostMissed = 50;

const missed = (db: Db, whose: SQL | undefined) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
    })
    .from(people)
    .innerJoin(bookings, and(eq(bookings.personId, people.id), eq(bookings.state, "did not attend")))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(whose, gte(sessions.endsAt, sql.placeholder("since"))))
    .orderBy(desc(sessions.startsAt), desc(bookings.id))
    .limit(mostMissed)
    .prepare();
const missedByAgency = prepared((db) => missed(db, ofAgency));
const missedByThese = prepared((db) => missed(db, inArray(people.id, these)));

export type MissedSession = ReturnType<ReturnType<typeof missedByAgency>["all"]>[number];

/** Places that the agency or the reports of the person asking did not use in the last 90 days, newest first. */
export function listMissedLately(ctx: Reader): MissedSession[] {
  const since = ctx.clock.now() - lately;
  const led = agencyLedBy(ctx);
  const ids = JSON.stringify(listReports(ctx).map(({ id }) => id));
  const rows = [
    ...(led ? missedByAgency(ctx.db).all({ agencyId: led.id, since }) : []),
    ...missedByThese(ctx.db).all({ ids, since }),
  ];
  return [...new Map(rows.map((row) => [row.bookingId, row])).values()].sort(
    (a, b) => b.startsAt - a.startsAt,
  );
}

const comingOfThese = prepared((db) =>
  db
    .select({
      personId: bookings.personId,
      courseTitle: courses.title,
      state: sql<ToCome>`${bookings.state}`,
      date: firstDate,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        inArray(bookings.personId, these),
        inArray(bookings.state, [...toCome]),
        gte(sessions.endsAt, sql.placeholder("now")),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(bookings.id))
    .prepare(),
);

export type NextBooking = { courseTitle: string; date: CivilDate | null; state: ToCome; more: number };

/** What each of these people has next, and how much more; who has nothing is left out. Whose they are is for the caller. */
export function listNextOf(
  ctx: Pick<Context, "db" | "clock">,
  personIds: readonly string[],
): Map<string, NextBooking> {
  const rows = comingOfThese(ctx.db).all({ ids: JSON.stringify(personIds), now: ctx.clock.now() });
  const next = new Map<string, NextBooking>();
  for (const [personId, [first, ...more]] of groupBy(rows, (row) => row.personId)) {
    if (!first) continue;
    const { courseTitle, date, state } = first;
    next.set(personId, { courseTitle, date, state, more: more.length });
  }
  return next;
}

export type TeamBookingFilter = {
  courseId?: string | undefined;
  states?: readonly ToCome[] | undefined;
  /** Instants: sessions that start from the first on, and before the second. */
  from?: number | undefined;
  before?: number | undefined;
};

/** True where nothing is asked, else what the condition says. */
const asked = (name: string, condition: SQL) => sql`(${sql.placeholder(name)} is null or ${condition})`;
const found = and(
  ofAgency,
  inArray(bookings.state, [...toCome]),
  gt(sessions.startsAt, sql.placeholder("now")),
  asked("courseId", eq(sessions.courseId, sql.placeholder("courseId"))),
  asked("states", inArray(bookings.state, sql`(select value from json_each(${sql.placeholder("states")}))`)),
  asked("from", gte(sessions.startsAt, sql.placeholder("from"))),
  asked("before", lt(sessions.startsAt, sql.placeholder("before"))),
);

const bookingsFound = prepared((db) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      state: sql<ToCome>`${bookings.state}`,
      mode: bookings.mode,
      sessionMode: sessions.mode,
      personId: people.id,
      personName: people.name,
      email: people.email,
      sessionId: sessions.id,
      courseTitle: courses.title,
      venueName: sql<string | null>`(select venues.name from venues where venues.id = ${sessions.venueId})`,
      startsAt: sessions.startsAt,
    })
    .from(people)
    .innerJoin(bookings, eq(bookings.personId, people.id))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(found)
    .orderBy(asc(sessions.startsAt), asc(sql`lower(${people.name})`), asc(bookings.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .prepare(),
);
const countFound = prepared((db) =>
  db
    .select({ state: sql<ToCome>`${bookings.state}`, n: count() })
    .from(people)
    .innerJoin(bookings, eq(bookings.personId, people.id))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(found)
    .groupBy(bookings.state)
    .prepare(),
);
const coursesComing = prepared((db) =>
  db
    .selectDistinct({ id: courses.id, title: courses.title })
    .from(people)
    .innerJoin(bookings, eq(bookings.personId, people.id))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(found)
    .orderBy(asc(courses.title))
    .prepare(),
);

export type TeamBooking = {
  id: string;
  reference: string;
  state: ToCome;
  mode: PlaceMode;
  personId: string;
  personName: string;
  email: string;
  sessionId: string;
  courseTitle: string;
  where: string;
  startsAt: number;
};

const asParameters = (ctx: Reader, agencyId: string, filter: TeamBookingFilter) => ({
  agencyId,
  now: ctx.clock.now(),
  courseId: filter.courseId ?? null,
  states: filter.states ? JSON.stringify(filter.states) : null,
  from: filter.from ?? null,
  before: filter.before ?? null,
});

/**
 * What the people of the agency that the person asking leads have coming, soonest first; null for one who leads none. The
 * agency is never asked for: it is always theirs.
 */
export function listTeamBookings(
  ctx: Reader,
  filter: TeamBookingFilter,
  page: { number: number; size: number },
): { total: number; page: number; bookings: TeamBooking[]; courses: { id: string; title: string }[] } | null {
  const led = agencyLedBy(ctx);
  if (!led) return null;
  const wanted = asParameters(ctx, led.id, filter);
  const total = countFound(ctx.db)
    .all(wanted)
    .reduce((sum, { n }) => sum + n, 0);
  const last = Math.max(1, Math.ceil(total / page.size));
  const number = Number.isInteger(page.number) && page.number >= 1 && page.number <= last ? page.number : 1;
  const rows = bookingsFound(ctx.db).all({ ...wanted, limit: page.size, offset: (number - 1) * page.size });
  return {
    total,
    page: number,
    bookings: rows.map(({ sessionMode, venueName, ...row }) => ({
      ...row,
      where:
        row.mode === "online"
          ? whereInWords({ mode: "online", venueName })
          : (venueName ?? whereInWords({ mode: sessionMode, venueName })),
    })),
    courses: coursesComing(ctx.db).all(asParameters(ctx, led.id, {})),
  };
}

/** How many bookings to come the agency that the person asking leads has, by state; null for one who leads none. */
export function countTeamBookings(ctx: Reader): Partial<Record<BookingState, number>> | null {
  const led = agencyLedBy(ctx);
  if (!led) return null;
  const counts = countFound(ctx.db).all(asParameters(ctx, led.id, {}));
  return Object.fromEntries(counts.map(({ state, n }) => [state, n]));
}
