// Of two accounts, one took over: letters about a booking or a part in teaching that is no more have nothing left to say.
import { outbox } from "db/schema";
import { and, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { readableFacts } from "../facts/readable-facts.server";
import { entryOf, streamFor } from "../sending/joining";
import { dropWaiting } from "../sending/not-now.server";

/** Whether a day, by its meeting's id, may stand in a calendar. */
export type Invited = (meetingId: string) => boolean;

/**
 * Drops what waits untried about a booking, or about somebody's part in teaching a session, inside the caller's transaction.
 * Again changes nothing.
 * @param about.personId as the facts of letters to trainers name them
 * @returns to which days an invitation has left, or may have: one that was tried counts, and so does every day of what was
 * cleared away
 */
export function takeBackLetters(
  ctx: Context,
  about: { sessionId: string } & ({ bookingId: string } | { personId: string }),
): Invited {
  const theirs = and(eq(outbox.sessionId, about.sessionId), eq(outbox.stream, streamFor(about)));
  dropWaiting(ctx, theirs, "no longer true");
  const invitations = ctx.db
    .select({ facts: readableFacts })
    .from(outbox)
    .where(
      and(
        theirs,
        ne(outbox.state, "dropped"),
        isNotNull(outbox.firstTriedAt),
        sql`(${outbox.calendarMethod} = 'REQUEST' or ${outbox.facts} = '{}')`,
      ),
    )
    .all()
    .map(({ facts }) => entryOf(facts ?? {}));
  return (meetingId) => invitations.includes(meetingId) || invitations.includes(null);
}
