// Why those before were offered their place: the rule, its version, and what it went by, with names put back.
import { prepared } from "db/client";
import { agencies, bookings, bookingTerms, people, promotions } from "db/schema";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { PlaceMode } from "../bookings";
import type { Queue } from "./allocation";

export type PastPromotion = {
  id: number;
  bookingId: string;
  at: number;
  personName: string;
  kind: "policy" | "override";
  policy: string;
  /** Of the terms; null: before a board had set any. */
  termsVersion: number | null;
  reason: string;
  overrideReason: string | null;
  byName: string | null;
  inputs: {
    free: Record<PlaceMode, number>;
    openOffers: number;
    /** By agency. */
    kept: { agencyName: string; mode: PlaceMode; places: number }[];
    held: { agencyName: string; places: number }[];
    waiting: {
      bookingId: string;
      personName: string;
      agencyName: string;
      mode: PlaceMode;
      queuedAt: number;
      inGroup: boolean;
      need: number;
      able: boolean;
    }[];
  };
};

const ofSession = sql.placeholder("sessionId");

const mostShown = 50;

const past = prepared((db) =>
  db
    .select({
      id: promotions.id,
      bookingId: promotions.bookingId,
      at: promotions.at,
      personName: people.name,
      kind: promotions.kind,
      policy: promotions.policy,
      termsVersion: bookingTerms.version,
      reason: promotions.reason,
      overrideReason: promotions.overrideReason,
      inputs: promotions.inputs,
      byName: sql<
        string | null
      >`(select by_person.name from people as by_person where by_person.id = ${promotions.byPersonId})`,
    })
    .from(promotions)
    .innerJoin(bookings, eq(bookings.id, promotions.bookingId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(bookingTerms, eq(bookingTerms.id, promotions.termsId))
    .where(eq(promotions.sessionId, ofSession))
    .orderBy(desc(promotions.id))
    .limit(mostShown)
    .prepare(),
);

const namesOfSession = prepared((db) =>
  db
    .select({ bookingId: bookings.id, personName: people.name })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(eq(bookings.sessionId, ofSession))
    .prepare(),
);

const agencyNames = prepared((db) =>
  db.select({ id: agencies.id, name: agencies.name }).from(agencies).prepare(),
);

/** As `weighed` keeps them: without a name, and the held places by agency's id. */
type Weighed = Pick<Queue, "free" | "kept" | "openOffers" | "waiting"> & { held: Record<string, number> };

/** The latest promotions of a session, newest first. Whether the one who asks may is for the caller. */
export function listPromotions(ctx: Pick<Context, "db">, sessionId: string): PastPromotion[] {
  const rows = past(ctx.db).all({ sessionId });
  if (rows.length === 0) return [];
  const names = new Map(
    namesOfSession(ctx.db)
      .all({ sessionId })
      .map((one) => [one.bookingId, one.personName]),
  );
  const agency = new Map(
    agencyNames(ctx.db)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return rows.map((row) => {
    const { free, openOffers, kept, held, waiting } = row.inputs as Weighed;
    return {
      ...row,
      inputs: {
        free,
        openOffers,
        kept: kept.map(({ agencyId, ...one }) => ({ agencyName: agency.get(agencyId) ?? "", ...one })),
        held: Object.entries(held).map(([id, places]) => ({ agencyName: agency.get(id) ?? "", places })),
        waiting: waiting.map(({ agencyId, groupId, ...one }) => ({
          ...one,
          personName: names.get(one.bookingId) ?? "",
          agencyName: agency.get(agencyId) ?? "",
          inGroup: groupId !== null,
        })),
      },
    };
  });
}
