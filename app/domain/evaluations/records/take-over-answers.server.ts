// Two accounts of one person became one: what was answered with a booking that ended goes to the one that stays.
import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { takeAlong } from "./take-along.server";

const liveTwin = prepared((db) =>
  db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        eq(
          bookings.sessionId,
          db
            .select({ id: bookings.sessionId })
            .from(bookings)
            .where(eq(bookings.id, sql.placeholder("endedId"))),
        ),
        sql`${bookings.state} not in ('cancelled', 'declined', 'expired', 'moved')`,
      ),
    )
    .prepare(),
);

/**
 * The evaluations room's part of a merge: of two bookings for one session one has ended, and what was answered before
 * the training with that one goes to the one that stays. Everything else follows its booking by itself.
 * @throws Forbidden
 */
export function takeOverAnswers(
  ctx: Context,
  { intoId, ended }: { intoId: string; ended: readonly string[] },
): void {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  transact(ctx.db, () => {
    for (const from of ended) {
      const stays = liveTwin(ctx.db).get({ personId: intoId, endedId: from });
      if (stays) takeAlong(ctx, { from, to: stays.id });
    }
  });
}
