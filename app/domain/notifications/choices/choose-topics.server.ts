// Someone chooses which optional mail comes to them.

import { transact } from "db/client";
import { topicStops } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { readChoices } from "./topics.server";
import type { Topic } from "./unsubscribe-token";

/** Stops a kind of optional mail to somebody, once. Belongs in a transaction. */
export function stopTopicOf(ctx: Context, personId: string, topic: Topic): void {
  const { changes } = ctx.db
    .insert(topicStops)
    .values({ personId, topic, stoppedAt: ctx.clock.now() })
    .onConflictDoNothing()
    .run();
  if (changes === 1) record(ctx, "notifications.topic stopped", personId, topic);
}

/** Lets a kind of optional mail come again, once. Belongs in a transaction. */
export function allowTopicOf(ctx: Context, personId: string, topic: Topic): void {
  const { changes } = ctx.db
    .delete(topicStops)
    .where(and(eq(topicStops.personId, personId), eq(topicStops.topic, topic)))
    .run();
  if (changes === 1) record(ctx, "notifications.topic taken back", personId, topic);
}

function record(
  ctx: Context,
  action: "notifications.topic stopped" | "notifications.topic taken back",
  personId: string,
  topic: Topic,
): void {
  recordAudit(ctx, {
    action,
    subjectKind: "person",
    subjectId: personId,
    aboutPersonId: personId,
    detail: { topic },
  });
}

/**
 * A person's own choice among the topics that were shown to them; one that was not shown stays as it is.
 * @throws Forbidden for whoever is not signed in
 */
export function chooseTopics(
  ctx: Context,
  choice: { shown: readonly Topic[]; wanted: readonly Topic[] },
): void {
  const personId = actorPersonId(ctx.actor);
  if (personId === null) throw new Forbidden("choosing messages");
  transact(ctx.db, () => {
    const { stopped } = readChoices(ctx, personId);
    for (const topic of choice.shown) {
      if (choice.wanted.includes(topic)) {
        if (stopped.includes(topic)) allowTopicOf(ctx, personId, topic);
      } else if (!stopped.includes(topic)) stopTopicOf(ctx, personId, topic);
    }
  });
}
