// What other words cost: for a question that has been asked, the comparison with every answer so far.
import type { KeptItem } from "~/domain/evaluations/evaluations";

export function warningOf({ kind, recallsItemId }: Pick<KeptItem, "kind" | "recallsItemId">): string {
  const stays = "Answers so far keep the words they were given to.";
  if (kind === "confidence" || kind === "scenario")
    return `People have been asked this question. In other words it is a new question: answers before and after the change are no longer paired for it. ${stays} The new words are asked at every stage that asks this question.`;
  if (recallsItemId !== null)
    return `People have been asked this question. In other words it is a new question, and its answers are counted anew. ${stays}`;
  return `People have been asked this question. In other words it is a new question, and its answers are counted anew at every stage that asks it. ${stays}`;
}
