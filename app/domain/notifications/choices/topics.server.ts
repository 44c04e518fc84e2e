// What of the optional mail a person does not want, and what news they asked for.

import { prepared } from "db/client";
import { newsSubscriptions, topicStops } from "db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { isAddressStopped } from "../reports/address-stops.server";
import type { Topic } from "./unsubscribe-token";

const oneStop = prepared((db) =>
  db
    .select({ topic: topicStops.topic })
    .from(topicStops)
    .where(
      and(
        eq(topicStops.personId, sql.placeholder("personId")),
        eq(topicStops.topic, sql.placeholder("topic")),
      ),
    )
    .prepare(),
);

export const isTopicStopped = (ctx: Pick<Context, "db">, personId: string, topic: Topic): boolean =>
  oneStop(ctx.db).get({ personId, topic }) !== undefined;

/** Why a letter may not leave now; null where it may. Mail that people need always may. */
export function isStopped(
  ctx: Pick<Context, "db">,
  letter: { toPersonId: string | null; toEmail: string; topic: Topic | null },
): "address stopped" | "topic stopped" | null {
  if (letter.topic === null) return null;
  if (letter.toPersonId !== null && isTopicStopped(ctx, letter.toPersonId, letter.topic))
    return "topic stopped";
  return isAddressStopped(ctx, letter.toEmail) ? "address stopped" : null;
}

const stopsOf = prepared((db) =>
  db
    .select({ topic: topicStops.topic })
    .from(topicStops)
    .where(eq(topicStops.personId, sql.placeholder("personId")))
    .prepare(),
);

const newsOf = prepared((db) =>
  db
    .select({ about: newsSubscriptions.about })
    .from(newsSubscriptions)
    .where(eq(newsSubscriptions.personId, sql.placeholder("personId")))
    .orderBy(asc(newsSubscriptions.about))
    .prepare(),
);

/** What a person stopped, and what they asked for news of: "all", "board/CODE" or "theme/slug". */
export function readChoices(
  ctx: Pick<Context, "db">,
  personId: string,
): { stopped: Topic[]; news: string[] } {
  return {
    stopped: stopsOf(ctx.db)
      .all({ personId })
      .map(({ topic }) => topic),
    news: newsOf(ctx.db)
      .all({ personId })
      .map(({ about }) => about),
  };
}
