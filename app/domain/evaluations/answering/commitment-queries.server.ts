// What a learner said they would do, for the pages that ask what became of it.
import { prepared } from "db/client";
import { commitments, respondents } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";

const ofBooking = prepared((db) =>
  db
    .select({
      id: commitments.id,
      what: commitments.what,
      byWhen: commitments.byWhen,
      withWhom: commitments.withWhom,
    })
    .from(commitments)
    .innerJoin(respondents, eq(respondents.id, commitments.respondentId))
    .where(eq(respondents.bookingId, sql.placeholder("bookingId")))
    .orderBy(asc(commitments.position))
    .prepare(),
);

/** A commitment as the learner and, with their leave, their manager see it again. */
export type Commitment = { id: string; what: string; byWhen: string | null; withWhom: string | null };

/**
 * A booking's commitments in their order; none once it is unlinked from its answers. What may stop somebody, and how sure
 * they are, is not in it: a manager reads this too. Whoever holds the key may, so the caller checks the token first.
 */
export const listCommitments = (ctx: Pick<Context, "db">, bookingId: string): Commitment[] =>
  ofBooking(ctx.db).all({ bookingId });
