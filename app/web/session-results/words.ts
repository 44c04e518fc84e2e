// One session's figures in sentences, for those who delivered it. Claims that so few people cannot carry are not made.
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { SessionResults } from "~/domain/impact/impact.server";
import {
  directionInWords,
  intervalInWords,
  movementInWords,
  noComparison,
  type Scale,
  shareInWords,
} from "~/domain/impact/wording";
import { counted, decimal, listed, wholeNumber } from "~/shared/format";

type Learning = SessionResults["confidence"];

/** "Of 12 people with both answers, average confidence rose by …" */
export function learningInWords({ change, direction, matchedRate }: Learning, scale: Scale): string {
  if (isWithheld(change))
    return `Too few people have answered both before and at the end to say how ${scale.subject} changed: at least five are needed.`;
  const rate = isWithheld(matchedRate) ? "" : ` (${shareInWords(matchedRate)} of those who came)`;
  const ways = isWithheld(direction) ? "" : ` ${directionInWords(direction)}.`;
  return (
    `Of ${counted(change.pairs, "person", "people")} with both answers${rate}, ${scale.subject} ` +
    `${movementInWords(change, scale)}${scale.whole} (${intervalInWords(change, scale)}).${ways}`
  );
}

export const limitsInWords = [
  `${noComparison} People may also have changed for other reasons, or learned how much there is to know.`,
  "One session is few people: the interval says how far the average could be off, and a single session’s figure is no verdict on it or on you.",
  "A fall is worth talking about and is not a failure: people often see better afterwards what they did not know.",
  "Confidence is what people say of themselves. It is not knowledge, and it is not practice.",
  "Those who did not answer may think otherwise.",
  "Answers that came after their time are counted among those who answered, and are in no comparison.",
];

const outcomeWords = {
  done: "done",
  partly: "partly done",
  "not yet": "not yet done",
  "no longer relevant": "no longer relevant",
} as const;

const viewWords = {
  yes: "seen done",
  partly: "seen partly done",
  no: "not seen",
  "no opportunity": "without an opportunity",
  "cannot say": "that the manager could not speak to",
} as const;

const bandsInWords = <Label extends string>(
  bands: readonly { labels: readonly Label[]; count: number }[],
  words: Record<Label, string>,
) =>
  listed(
    bands
      .filter(({ count }) => count > 0)
      .map(({ labels, count }) => `${wholeNumber(count)} ${labels.map((one) => words[one]).join(" or ")}`),
  );

export function practiceSentences({
  people,
  made,
  sure,
  outcomes,
  seen,
}: SessionResults["practice"]): string[] {
  if (!isWithheld(people) && people === 0) return ["Nobody has written down yet what they will do."];
  if (isWithheld(people) || isWithheld(made))
    return [
      "Too few people have written down what they will do for that to be shown: at least five are needed.",
    ];
  const certain = isWithheld(sure)
    ? ""
    : ` On average they were ${decimal(sure)} out of 10 sure that they would do it.`;
  return [
    `${counted(people, "person", "people")} wrote down ${counted(made, "thing")} that they will do.${certain}`,
    isWithheld(outcomes)
      ? "What became of them is asked about two months later, and shown when at least five people have told."
      : `Weeks later, of ${counted(outcomes.n, "thing")} told of: ${bandsInWords(outcomes.bands, outcomeWords)}, as people say of themselves.`,
    ...(isWithheld(seen)
      ? []
      : [
          `Of ${counted(seen.n, "thing")} that managers were asked about: ${bandsInWords(seen.bands, viewWords)}.`,
        ]),
  ];
}
