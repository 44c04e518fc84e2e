// Optional mail is stopped, or wanted again, by the link in a letter: without signing in, by whoever holds the link.

import { prepared, transact } from "db/client";
import { people } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { allowTopicOf, stopTopicOf } from "./choose-topics.server";
import { isTopicStopped } from "./topics.server";
import type { Topic, Unsubscription } from "./unsubscribe-token";

const accountOf = prepared((db) =>
  db
    .select({ id: sql<string>`coalesce(${people.mergedIntoId}, ${people.id})` })
    .from(people)
    .where(and(eq(people.id, sql.placeholder("personId")), isNull(people.erasedAt)))
    .prepare(),
);

/** Whose mail a link is about: the account that took over where theirs was merged. @throws NotFound once erased */
function readAccount(ctx: Pick<Context, "db">, personId: string): string {
  const found = accountOf(ctx.db).get({ personId });
  if (!found) throw new NotFound("unsubscription");
  return found.id;
}

/** Whether a link's topic is stopped now. Nothing of whose it is: a link may be passed on. @throws NotFound */
export function readStopByLink(
  ctx: Pick<Context, "db">,
  { personId, topic }: Unsubscription,
): { topic: Topic; stopped: boolean } {
  return { topic, stopped: isTopicStopped(ctx, readAccount(ctx, personId), topic) };
}

/**
 * Stops or allows one topic for one person; the same again changes nothing.
 * @param link as readUnsubscribeToken read it: the signature is the permission
 * @throws NotFound
 */
export function stopByLink(ctx: Context, link: Unsubscription, wanted: "stop" | "take back"): void {
  transact(ctx.db, () => {
    const personId = readAccount(ctx, link.personId);
    if (wanted === "stop") stopTopicOf(ctx, personId, link.topic);
    else allowTopicOf(ctx, personId, link.topic);
  });
}
