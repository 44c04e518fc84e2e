// What of the programme is known to everyone: whatever was published once, also when it is called off later.
import { prepared } from "db/client";
import { sessions } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { inCalendars } from "./feed-rows";
import { mayDeliver } from "./policy";
import { readSession } from "./queries.server";
import type { Session } from "./sessions";

const openOne = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sql.placeholder("id")), inCalendars))
    .prepare(),
);

/** Whether anyone may know of it: not of a draft, and not of one that was called off as a draft. */
export const isOpenToAll = (ctx: Pick<Context, "db">, { id, status }: Pick<Session, "id" | "status">) =>
  status !== "draft" && (status !== "cancelled" || openOne(ctx.db).get({ id }) !== undefined);

/** A session for whoever asks. @throws NotFound for what only those who deliver it know of, where that is not them */
export function readOpenSession(ctx: Pick<Context, "db" | "actor" | "clock">, id: string): Session {
  const session = readSession(ctx, id);
  if (mayDeliver(ctx.actor, session, ctx.clock.now()) || isOpenToAll(ctx, session)) return session;
  throw new NotFound("session");
}
