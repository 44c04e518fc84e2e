// Keeps what a form gave beside the response itself: answers, words, commitments and a leave to ask.
import { prepared } from "db/client";
import { answers, comments, respondents } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Answers, Given, Item, Stage } from "../evaluations";
import { keepCommitments } from "./keep-commitments.server";
import { keepFollowUps } from "./keep-follow-ups.server";

type Whose = { respondentId: string; stage: Stage };

const insertAnswer = prepared((db) =>
  db
    .insert(answers)
    .values({
      respondentId: sql.placeholder("respondentId"),
      stage: sql.placeholder("stage"),
      itemId: sql.placeholder("itemId"),
      value: sql.placeholder("value"),
    })
    .prepare(),
);

/** The answers to what was asked; any other is left out. @throws Error for one that is off its scale */
export function answersTo(items: readonly Item[], given: Given): Answers {
  return items.flatMap((item) => {
    const answer = given.answers.find(({ itemId }) => itemId === item.id);
    if (answer && !isOnScale(item, answer.value)) throw new Error("An answer is off its scale.");
    return answer ? [answer] : [];
  });
}

/** Belongs in the transaction of the response. */
export function keepAnswers(ctx: Pick<Context, "db">, whose: Whose, asked: Answers): void {
  for (const answer of asked) insertAnswer(ctx.db).run({ ...whose, ...answer });
}

function isOnScale(item: Item, value: number): boolean {
  if (item.kind === "text") return false;
  if ("options" in item) return item.options.some(({ position }) => position === value);
  return Number.isInteger(value) && value >= item.lowest && value <= item.highest;
}

/** What was written, promised and agreed to beside the answers. Belongs in the transaction of the response. */
export function keepWords(ctx: Context, { respondentId, stage }: Whose, given: Given, items: Item[]): void {
  for (const item of items) {
    const comment = item.kind === "text" && given.comments.find(({ itemId }) => itemId === item.id);
    if (!comment || comment.text.trim() === "") continue;
    const { itemId, text, quotable } = comment;
    // By chance, as a time-ordered id would tell when it was written, and so by whom.
    ctx.db
      .insert(comments)
      .values({ id: ctx.ids.secret(), respondentId, stage, itemId, text, quotable })
      .run();
  }
  if (stage === "T2") keepCommitments(ctx, respondentId, given.commitments);
  if (stage === "T3" || stage === "T4" || stage === "M")
    keepFollowUps(ctx, { respondentId, stage }, given.followUps);
  const { managerMayBeAsked } = given;
  if ((stage === "T2" || stage === "T3") && managerMayBeAsked !== null)
    ctx.db.update(respondents).set({ managerMayBeAsked }).where(eq(respondents.id, respondentId)).run();
}
