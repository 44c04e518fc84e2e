// The words of question sets for those who keep them: stages, kinds of question, and refusals.
import type { ItemKind, KeptItem, Stage } from "~/domain/evaluations/evaluations";
import type { PublishRefusal } from "~/domain/evaluations/evaluations.server";
import { plainDateAt } from "~/shared/format";
import { noNames } from "./evaluation-item";

/** A stage as a heading, and when it is asked. */
export const stageNames: Record<Stage, { name: string; when: string }> = {
  T0: { name: "Before the training", when: "when somebody books" },
  T1: { name: "On arrival", when: "in the room, of the courses that ask for it" },
  T2: { name: "At the end", when: "once the last register is taken" },
  T3: { name: "Weeks later", when: "from the sixth to the twelfth week" },
  M: { name: "Line manager", when: "after that, if the learner agreed" },
  T4: { name: "Six months later", when: "of the courses that ask for it" },
};

export const kindNames: Record<ItemKind, { name: string; hint: string }> = {
  confidence: { name: "Confidence, 0 to 10", hint: "Compared before and after." },
  recalled: { name: "In hindsight, 0 to 10", hint: "How confident people recall to have been. Told apart." },
  scenario: { name: "Scenario with a right answer", hint: "Scored, and compared before and after." },
  reaction: { name: "Opinion, 1 to 5", hint: "How far people agree." },
  choice: { name: "One of several answers", hint: "Counted, with no right answer." },
  text: {
    name: "In their own words",
    hint: `Read by a coordinator before anyone else sees it. The form always adds: “${noNames}”`,
  },
};

/** "version 2, since 3 November 2026" */
export const sinceInWords = ({ version, publishedAt }: { version: number; publishedAt: number | null }) => {
  if (publishedAt === null) return `version ${version}, a draft`;
  // Those that came with the service have no day.
  return `version ${version}, ${publishedAt === 0 ? "from the start" : `since ${plainDateAt(publishedAt)}`}`;
};

/** The three words of a scale, with the points they stand at. */
export const scaleInWords = (
  item: Pick<KeptItem, "kind" | "lowestLabel" | "middleLabel" | "highestLabel">,
) => {
  const [low, middle, high] = item.kind === "reaction" ? [1, 3, 5] : [0, 5, 10];
  return [
    [low, item.lowestLabel],
    [middle, item.middleLabel],
    [high, item.highestLabel],
  ]
    .filter(([, label]) => label)
    .map(([point, label]) => `${point} ${label}`)
    .join(", ");
};

export const publishedMeanwhile =
  "This version was published since you opened the page. It cannot change any more: begin a new version";

/** What stands in the way of publishing, and what to do about it. */
export function refusalInWords(reason: PublishRefusal): string {
  if (typeof reason === "object") {
    const where = reason.courseId === null ? "" : ", with the questions of one of the courses";
    return `${stageNames[reason.stage].name} would have ${reason.tooMany} questions${where}. Take some out: two minutes are enough for 20`;
  }
  switch (reason) {
    case "published":
      return publishedMeanwhile;
    case "nothing changed":
      return "Nothing is different from what is asked now. Change something, or discard the draft";
    case "no questions":
      return "There is no question in it. Add at least one";
    case "no confidence question":
      return "There is no confidence question in it, so nothing could be compared before and after. Add at least one";
    case "changed since":
      return "Something was changed while you read this page. Check it again before you publish";
  }
}
