// What the week's letter to an agency's lead is counted from: one query for each count, for all agencies at once.
import { prepared } from "db/client";
import {
  agencies,
  bookingApprovals,
  bookings,
  courses,
  meetings,
  people,
  roleGrants,
  sessions,
} from "db/schema";
import { and, asc, count, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { listToRenew } from "~/domain/certificates/certificates.server";
import type { Context } from "~/domain/context";
import type { AgencyDigest } from "~/domain/notifications/notifications";
import { addDays, addMonths, type CivilDate, startOfDay } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { mostListed } from "./weekly-digest-rules";

const daysAhead = 14;

const isHere = and(
  eq(people.agencyStanding, "confirmed"),
  isNull(people.disabledAt),
  isNull(people.erasedAt),
);

/** Those who lead an agency that is sure to be theirs. */
export const agencyLeads = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(eq(roleGrants.role, "agency_lead"), isHere))
    .orderBy(asc(people.id))
    .prepare(),
);

/** Places on the sessions that start from one instant until before another, by agency and session. */
const comingByAgency = prepared((db) =>
  db
    .select({
      agencyId: people.agencyId,
      sessionId: sessions.id,
      courseTitle: courses.title,
      date: meetings.date,
      booked: count(),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, "confirmed")))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gte(sessions.startsAt, sql.placeholder("from")),
        lt(sessions.startsAt, sql.placeholder("until")),
        isHere,
      ),
    )
    .groupBy(people.agencyId, sessions.id)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

/** People with a booking in a state on sessions of a span, by agency; each once, however many bookings. */
const peopleWith = (state: "waiting" | "did not attend", span: SQL | undefined) =>
  prepared((db) =>
    db
      .select({ agencyId: people.agencyId, n: sql<number>`count(distinct ${people.id})` })
      .from(sessions)
      .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, state)))
      .innerJoin(people, eq(people.id, bookings.personId))
      .where(and(span, isHere))
      .groupBy(people.agencyId)
      .prepare(),
  );

const waitingByAgency = peopleWith(
  "waiting",
  and(eq(sessions.status, "published"), gte(sessions.startsAt, sql.placeholder("now"))),
);

const missedByAgency = peopleWith(
  "did not attend",
  and(
    inArray(sessions.status, ["published", "closed", "delivered"]),
    gte(sessions.startsAt, sql.placeholder("from")),
    lt(sessions.startsAt, sql.placeholder("until")),
  ),
);

/** Approvals that nobody has answered, each with whose booking it is: nobody answers for themselves. */
const approvalsToAnswer = prepared((db) =>
  db
    .select({ agencyId: people.agencyId, personId: people.id })
    .from(bookingApprovals)
    .innerJoin(bookings, eq(bookings.id, bookingApprovals.bookingId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(sql`${bookingApprovals.answer} is null`, isHere))
    .prepare(),
);

const agenciesOfPeople = prepared((db) =>
  db
    .select({ id: people.id, agencyId: people.agencyId })
    .from(people)
    .where(and(sql`${people.id} in (select value from json_each(${sql.placeholder("ids")}))`, isHere))
    .prepare(),
);

type Lead = ReturnType<ReturnType<typeof agencyLeads>["all"]>[number];

/** Counts the week for all agencies at once. @returns what one lead is told */
export function countWeek(ctx: Pick<Context, "db" | "clock">, from: CivilDate): (lead: Lead) => AgencyDigest {
  const now = ctx.clock.now();
  const start = startOfDay(from);
  const until = startOfDay(addDays(from, daysAhead));
  const coming = groupBy(comingByAgency(ctx.db).all({ from: start, until }), ({ agencyId }) => agencyId);
  const waiting = counts(waitingByAgency(ctx.db).all({ now }));
  const missed = counts(missedByAgency(ctx.db).all({ from: startOfDay(addDays(from, -7)), until: start }));
  const approvals = groupBy(approvalsToAnswer(ctx.db).all(), ({ agencyId }) => agencyId);
  const renewing = (first: CivilDate, last: CivilDate) => peopleToRenew(ctx, { now, from: first, to: last });
  const renewals = renewing(from, addDays(from, 28));
  const overdue = renewing(addMonths(from, -12), addDays(from, -1));
  return ({ personId, agencyId, agencyName }) => {
    const all = (coming.get(agencyId) ?? []).map(({ agencyId: _own, ...session }) => session);
    return {
      agencyName,
      from,
      coming: all.slice(0, mostListed),
      moreComing: Math.max(0, all.length - mostListed),
      waiting: waiting.get(agencyId) ?? 0,
      approvals: (approvals.get(agencyId) ?? []).filter((each) => each.personId !== personId).length,
      missed: missed.get(agencyId) ?? 0,
      renewals: renewals.get(agencyId) ?? 0,
      overdue: overdue.get(agencyId) ?? 0,
    };
  };
}

const counts = (rows: { agencyId: string; n: number }[]) =>
  new Map(rows.map(({ agencyId, n }) => [agencyId, n]));

/** People whose certificate's last day is in a span, without a newer one or a booking that would give one, by agency. */
function peopleToRenew(ctx: Pick<Context, "db">, span: { now: number; from: CivilDate; to: CivilDate }) {
  const ids = [
    ...new Set(
      listToRenew(ctx.db)
        .all(span)
        .map(({ personId }) => personId),
    ),
  ];
  const found = agenciesOfPeople(ctx.db).all({ ids: JSON.stringify(ids) });
  return new Map([...groupBy(found, ({ agencyId }) => agencyId)].map(([id, rows]) => [id, rows.length]));
}
