// What an agency's people made of their places in a period, and what is charged for those that were not used.
import { prepared } from "db/client";
import { agencies, bookingChanges, bookings, charges, people, sessions } from "db/schema";
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import type { ChargeState } from "./charges";
import { type ListedCharge, madeBetween, mostCharges, rowsOf } from "./list-charges.server";
import { mayKeepCharges } from "./policy";

export type AgencyStatement = {
  agencyName: string;
  from: CivilDate;
  to: CivilDate;
  /** Of sessions that started in the period, by people who are the agency's now. */
  used: number;
  noShows: number;
  /** Cancelled or moved in the period with too little notice, by people who are the agency's now. */
  lateCancellations: number;
  /** Made in the period, in pence, by what has become of them. */
  pence: Record<ChargeState, number>;
  charges: ListedCharge[];
};

const nameOf = prepared((db) =>
  db
    .select({ name: agencies.name })
    .from(agencies)
    .where(eq(agencies.id, sql.placeholder("agencyId")))
    .prepare(),
);

const placesOf = prepared((db) =>
  db
    .select({
      used: sql<number>`coalesce(sum(${bookings.state} in ('attended', 'partly attended')), 0)`,
      noShows: sql<number>`coalesce(sum(${bookings.state} = 'did not attend'), 0)`,
    })
    .from(people)
    .innerJoin(bookings, eq(bookings.personId, people.id))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        inArray(bookings.state, ["attended", "partly attended", "did not attend"]),
        gte(sessions.startsAt, sql.placeholder("from")),
        lt(sessions.startsAt, sql.placeholder("until")),
      ),
    )
    .prepare(),
);

const lateOf = prepared((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(people)
    .innerJoin(bookings, eq(bookings.personId, people.id))
    .innerJoin(bookingChanges, and(eq(bookingChanges.bookingId, bookings.id), eq(bookingChanges.late, true)))
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        inArray(bookingChanges.toState, ["cancelled", "moved"]),
        gte(bookingChanges.at, sql.placeholder("from")),
        lt(bookingChanges.at, sql.placeholder("until")),
      ),
    )
    .prepare(),
);

/**
 * An agency's statement from the first to the last day, in London. A charge is the agency's for good, even where the
 * person has moved on; places used and not used are counted for those who are its people now.
 * @throws NotFound unless the person asking leads the agency, or is a coordinator
 */
export function agencyStatement(
  ctx: Pick<Context, "db" | "actor">,
  { agencyId, from, to }: { agencyId: string; from: CivilDate; to: CivilDate },
): AgencyStatement {
  if (!mayKeepCharges(ctx.actor) && agencyLedBy(ctx)?.id !== agencyId) throw new NotFound("agency");
  const agency = nameOf(ctx.db).get({ agencyId });
  if (!agency) throw new NotFound("agency");
  const period = { agencyId, from: startOfDay(from), until: startOfDay(addDays(to, 1)) };
  const made = rowsOf(ctx, [eq(charges.agencyId, agencyId), ...madeBetween(from, to)], {
    limit: mostCharges,
  });
  const pence: Record<ChargeState, number> = { due: 0, appealed: 0, waived: 0, withdrawn: 0 };
  for (const charge of made) pence[charge.state] += charge.pence;
  return {
    agencyName: agency.name,
    from,
    to,
    used: placesOf(ctx.db).get(period)?.used ?? 0,
    noShows: placesOf(ctx.db).get(period)?.noShows ?? 0,
    lateCancellations: lateOf(ctx.db).get(period)?.count ?? 0,
    pence,
    charges: made,
  };
}
