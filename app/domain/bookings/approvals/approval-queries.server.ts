// Bookings that somebody has to agree to: as the approver with the link sees one, and as a team's page lists them.
import { type Db, prepared } from "db/client";
import { agencies, bookingApprovals, bookings, bookingTerms, courses, people, sessions } from "db/schema";
import { and, asc, desc, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { actorPersonId, type Context } from "~/domain/context";
import { addressInWords, type Meeting } from "~/domain/sessions/sessions";
import { readSession } from "~/domain/sessions/sessions.server";
import type { TermsRules } from "~/domain/terms/terms";
import { Forbidden, NotFound } from "~/shared/problems";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { mayRunQueue } from "../policy";
import { answersAs } from "./approver.server";

type Reader = Pick<Context, "db" | "clock" | "actor">;
type Silence = TermsRules["approval"]["silence"];

const answerer = alias(people, "answerer");

const approvals = (db: Db, condition: SQL | undefined) =>
  db
    .select({
      id: bookingApprovals.id,
      bookingId: bookings.id,
      askedOf: bookingApprovals.askedOf,
      approverEmail: bookingApprovals.approverEmail,
      askedAt: bookingApprovals.askedAt,
      answerBy: bookingApprovals.answerBy,
      answer: bookingApprovals.answer,
      answeredAt: bookingApprovals.answeredAt,
      mode: bookings.mode,
      placeHeld: sql<boolean>`${bookings.queuedAt} is null`.mapWith(Boolean),
      personId: people.id,
      personName: people.name,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      sessionId: sessions.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      termsId: bookings.termsId,
      silence: sql<Silence | null>`json_extract(${bookingTerms.rules}, '$.approval.silence')`,
      answererName: answerer.name,
      answererEmail: answerer.email,
    })
    .from(bookingApprovals)
    .innerJoin(bookings, eq(bookings.id, bookingApprovals.bookingId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(bookingTerms, eq(bookingTerms.id, bookings.termsId))
    .leftJoin(answerer, eq(answerer.id, bookingApprovals.answeredBy))
    .where(condition);

type Row = ReturnType<ReturnType<typeof approvals>["all"]>[number];

/** What nobody's answer means; of bookings that were made before there were terms, as those that hold now say. */
const silenceOf = (ctx: Pick<Context, "db" | "clock">, row: Row): Silence =>
  row.silence ?? termsOfBooking(ctx, row).rules.approval.silence;

const one = prepared((db) => approvals(db, eq(bookingApprovals.id, sql.placeholder("id"))).prepare());

/** How an approval stands for whoever opens its link. */
export type ApprovalStanding =
  | "open"
  | "session begun"
  | "withdrawn"
  | "approved"
  | "declined"
  | "silence approved"
  | "silence declined";

export type ApprovalByLink = {
  id: string;
  personName: string;
  agencyName: string;
  answerBy: number;
  silence: Silence;
  placeHeld: boolean;
  standing: ApprovalStanding;
  /** Whether somebody other than the line manager who was asked gave the answer. */
  byAnother: boolean;
  courseTitle: string;
  /** Where their place would be, in one line. */
  where: string;
  dates: Pick<Meeting, "date" | "startTime" | "endTime">[];
};

/**
 * One approval for whoever holds the link of its letter, whose signature is the route's to check: name, agency, course and
 * dates, and no more of the person.
 * @throws NotFound where no link was sent, and for the person themselves
 */
export function readApprovalByLink(ctx: Reader, approvalId: string): ApprovalByLink {
  const row = one(ctx.db).get({ id: approvalId });
  if (row?.askedOf !== "line manager") throw new NotFound("approval");
  if (!answersAs(ctx, row, { id: row.personId, agencyId: row.agencyId }, true))
    throw new NotFound("approval");
  const { venue, room, meetings } = readSession(ctx, row.sessionId);
  const sameAddress = row.answererEmail?.toLowerCase() === row.approverEmail?.toLowerCase();
  return {
    id: row.id,
    personName: row.personName,
    agencyName: row.agencyName,
    answerBy: row.answerBy,
    silence: silenceOf(ctx, row),
    placeHeld: row.placeHeld,
    standing: row.answer ?? (ctx.clock.now() >= row.startsAt ? "session begun" : "open"),
    byAnother: row.answererEmail !== null && !sameAddress,
    courseTitle: row.courseTitle,
    where: addressInWords({ mode: row.mode, venue, room }) || "Venue to be confirmed",
    dates: meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
  };
}

const me = sql.placeholder("me");
const unanswered = isNull(bookingApprovals.answer);
const ofAgency = and(eq(people.agencyId, sql.placeholder("agencyId")), ne(people.id, me));
// As the command that answers them has it: an agency that is not sure of a line manager has not sent them.
const ownAddress = sql`(select lower(own.email) from people as own
  where own.id = ${me} and own.agency_standing = 'confirmed' and own.disabled_at is null)`;
const ofMe = and(
  eq(bookingApprovals.askedOf, "line manager"),
  sql`lower(${bookingApprovals.approverEmail}) = ${ownAddress}`,
  ne(people.id, me),
);
const nextToAnswer = asc(bookingApprovals.answerBy);
const openOfAgency = prepared((db) =>
  approvals(db, and(unanswered, ofAgency)).orderBy(nextToAnswer, asc(bookingApprovals.id)).prepare(),
);
const openOfMine = prepared((db) =>
  approvals(db, and(unanswered, ofMe)).orderBy(nextToAnswer, asc(bookingApprovals.id)).prepare(),
);
const mostShown = 50;
const answered = isNotNull(bookingApprovals.answer);
const answeredOfAgency = prepared((db) =>
  approvals(db, and(answered, ofAgency))
    .orderBy(desc(bookingApprovals.answeredAt), desc(bookingApprovals.id))
    .limit(mostShown)
    .prepare(),
);
// By those who name them, which an index finds; whoever names another line manager since is theirs to look up.
const namesMe = sql`lower(${people.lineManagerEmail}) = ${ownAddress}`;
const answeredOfMine = prepared((db) =>
  approvals(db, and(answered, namesMe, ofMe))
    .orderBy(desc(bookingApprovals.answeredAt), desc(bookingApprovals.id))
    .limit(mostShown)
    .prepare(),
);

const lineOf = (ctx: Reader, row: Row) => ({
  id: row.id,
  bookingId: row.bookingId,
  personId: row.personId,
  personName: row.personName,
  agencyName: row.agencyName,
  courseTitle: row.courseTitle,
  sessionId: row.sessionId,
  startsAt: row.startsAt,
  askedOf: row.askedOf,
  askedAt: row.askedAt,
  answerBy: row.answerBy,
  placeHeld: row.placeHeld,
  silence: silenceOf(ctx, row),
});
export type ApprovalLine = ReturnType<typeof lineOf>;

/** Lists of a lead's agency and of a line manager's people, as one: somebody may be both. */
function ofTeam(
  ctx: Reader,
  agencys: { all(asked: { me: string; agencyId: string }): Row[] },
  mine: { all(asked: { me: string }): Row[] },
): Row[] {
  const me = actorPersonId(ctx.actor);
  if (me === null) return [];
  const led = agencyLedBy(ctx);
  const rows = [...(led ? agencys.all({ me, agencyId: led.id }) : []), ...mine.all({ me })];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** What waits for the person asking: a lead their agency's, a line manager what was asked of them; soonest due first. */
export const listTeamApprovals = (ctx: Reader): ApprovalLine[] =>
  ofTeam(ctx, openOfAgency(ctx.db), openOfMine(ctx.db))
    .sort((a, b) => a.answerBy - b.answerBy || (a.id < b.id ? -1 : 1))
    .map((row) => lineOf(ctx, row));

/** The latest that were answered, of those that the person asking could have; newest first. */
export const listAnsweredApprovals = (ctx: Reader) =>
  ofTeam(ctx, answeredOfAgency(ctx.db), answeredOfMine(ctx.db))
    .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))
    .slice(0, mostShown)
    .map((row) => ({
      ...lineOf(ctx, row),
      answer: row.answer,
      answeredAt: row.answeredAt,
      answererName: row.answererName,
    }));

const openAll = prepared((db) =>
  approvals(db, unanswered)
    .orderBy(asc(bookingApprovals.askedAt), asc(bookingApprovals.id))
    .limit(mostShown)
    .prepare(),
);

// Both conditions, as the index has the first of them.
const requested = sql`${bookings.state} in ('waiting', 'requested') and ${bookings.state} = 'requested'`;
const queues = prepared((db) =>
  db
    .select({
      requests: sql<number>`(select count(*) from ${bookings} where ${requested})`,
      approvals: sql<number>`(select count(*) from ${bookingApprovals} where ${unanswered})`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/** How many bookings wait for a coordinator to look, and for an approver. @throws Forbidden */
export function countQueues(ctx: Pick<Context, "db" | "actor">): { requests: number; approvals: number } {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("queues");
  return queues(ctx.db).get() ?? { requests: 0, approvals: 0 };
}

/** Everybody's open approvals, the longest open first; 50 at most. @throws Forbidden */
export function listOpenApprovals(ctx: Reader): ApprovalLine[] {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("approvals");
  return openAll(ctx.db)
    .all()
    .map((row) => lineOf(ctx, row));
}
