// Charges as coordinators look for them, newest first.
import { agencies, boards, bookings, bookingTerms, charges, courses, people, sessions } from "db/schema";
import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import type { ChargeState } from "./charges";
import { mayKeepCharges } from "./policy";

export type ChargeFilters = {
  state?: ChargeState;
  agencyId?: string;
  boardCode?: string;
  /** First and last day, in London, on which they were made. */
  from?: CivilDate;
  to?: CivilDate;
};

export type ListedCharge = ReturnType<typeof rowsOf>[number];

/** Most rows in a file; nobody reads more of them. */
export const mostCharges = 20_000;

/** Made on these days: from the start of the first to the end of the last, in London. */
export const madeBetween = (from?: CivilDate, to?: CivilDate): SQL[] => [
  ...(from ? [gte(charges.madeAt, startOfDay(from))] : []),
  ...(to ? [lt(charges.madeAt, startOfDay(addDays(to, 1)))] : []),
];

/** Charges with the names that belong to them, newest first: what pages and files are made from. */
export const rowsOf = (
  ctx: Pick<Context, "db">,
  where: SQL[],
  { limit, offset = 0 }: { limit: number; offset?: number },
) =>
  ctx.db
    .select({
      id: charges.id,
      madeAt: charges.madeAt,
      personName: people.name,
      agencyName: agencies.name,
      boardName: boards.name,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      reference: bookings.reference,
      kind: charges.kind,
      pence: charges.pence,
      state: charges.state,
    })
    .from(charges)
    .innerJoin(people, eq(people.id, charges.personId))
    .innerJoin(agencies, eq(agencies.id, charges.agencyId))
    .innerJoin(bookingTerms, eq(bookingTerms.id, charges.termsId))
    .innerJoin(boards, eq(boards.code, bookingTerms.boardCode))
    .innerJoin(sessions, eq(sessions.id, charges.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(bookings, eq(bookings.id, charges.bookingId))
    .where(and(...where))
    .orderBy(desc(charges.madeAt), desc(charges.id))
    .limit(limit)
    .offset(offset)
    .all();

/**
 * One page of the charges that fit, how many there are in all, and what is owed for those of them that are due or
 * appealed against.
 * @throws Forbidden for anyone but coordinators
 */
export function listCharges(
  ctx: Pick<Context, "db" | "actor">,
  filters: ChargeFilters,
  page: { number: number; size: number } = { number: 1, size: mostCharges },
): { total: number; pence: number; page: number; charges: ListedCharge[] } {
  if (!mayKeepCharges(ctx.actor)) throw new Forbidden("charges");
  const where = [
    ...(filters.state ? [eq(charges.state, filters.state)] : []),
    ...(filters.agencyId ? [eq(charges.agencyId, filters.agencyId)] : []),
    ...(filters.boardCode ? [eq(bookingTerms.boardCode, filters.boardCode)] : []),
    ...madeBetween(filters.from, filters.to),
  ];
  const all = ctx.db
    .select({
      total: sql<number>`count(*)`,
      pence: sql<number>`coalesce(sum(iif(${charges.state} in ('due', 'appealed'), ${charges.pence}, 0)), 0)`,
    })
    .from(charges)
    .innerJoin(bookingTerms, eq(bookingTerms.id, charges.termsId))
    .where(and(...where))
    .get() ?? { total: 0, pence: 0 };
  const last = Math.max(1, Math.ceil(all.total / page.size));
  const number = Math.min(Math.max(1, Math.trunc(page.number) || 1), last);
  const rows = rowsOf(ctx, where, { limit: page.size, offset: (number - 1) * page.size });
  return { ...all, page: number, charges: rows };
}
