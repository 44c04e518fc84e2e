// Whoever asked for news of the offer hears once a month what is new and what has places.

import { transact } from "db/client";
import type { Context } from "~/domain/context";
import {
  lastTurns,
  listNewsChoices,
  postMessage,
  recordTurn,
} from "~/domain/notifications/notifications.server";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { listNewsSessions, subscriptions } from "./offer-news-queries.server";
import { issueDue, newsFor } from "./offer-news-rules";

const task = "offer news";

/**
 * Writes the month's issue to those who asked for it and for whom there is something new. What it says is frozen as it is
 * now. Runs as a job; again in the same month changes nothing.
 * @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function sendOfferNews(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the news of the offer");
  const now = ctx.clock.now();
  const issue = issueDue(now);
  if (issue === null) return 0;
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (last && last.at >= issue.at) return 0;
  return transact(ctx.db, () => {
    const sessions = listNewsSessions(ctx, issue);
    const names = new Map(listNewsChoices(ctx).map(({ about, name }) => [about, name]));
    let posted = 0;
    for (const [personId, rows] of groupBy(subscriptions(ctx.db).all(), (row) => row.personId)) {
      const [person] = rows;
      const abouts = rows.map(({ about }) => about);
      const news = newsFor(sessions, abouts);
      if (!person || !news) continue;
      const about = abouts.includes("all") ? [] : abouts.flatMap((each) => names.get(each) ?? []);
      postMessage(ctx, {
        kind: "offer news",
        key: `offer news/${personId}/${issue.month}`,
        to: { personId, email: person.email },
        facts: { personName: person.name, month: issue.month, about, ...news },
      });
      posted += 1;
    }
    recordTurn(ctx, task);
    return posted;
  });
}
