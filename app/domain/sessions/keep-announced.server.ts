// A change of a session's plan tells of its place itself: nothing is left to announce about that.
import { sessions } from "db/schema";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { addressInWords, type Session } from "./sessions";

/** Notes that those on a session hear of its place by another letter, in that letter's transaction. */
export function keepAnnounced(ctx: Context, session: Session): void {
  ctx.db
    .update(sessions)
    .set({ announced: sql`json_set(${sessions.announced}, '$.place', ${addressInWords(session)})` })
    .where(and(eq(sessions.id, session.id), isNotNull(sessions.announced)))
    .run();
}
