// What publishing does to comparing before and after, in sentences.
import type { KeptItem } from "~/domain/evaluations/evaluations";
import type { Weighed } from "~/domain/evaluations/evaluations.server";
import { counted } from "~/shared/format";

const isPaired = ({ kind }: Pick<KeptItem, "kind">) => kind === "confidence" || kind === "scenario";

type Asked = Pick<Weighed, "difference" | "followers" | "unpaired" | "underWay" | "before">;

/** Every question whose comparison is cut, named; then how many people that meets, and what has no before at all. */
export function comparedInWords({ difference, followers, unpaired, underWay, before }: Asked): string[] {
  const all = [difference, ...followers.map((one) => one.difference)];
  const once = (items: KeptItem[]) => [
    ...new Map(items.filter(isPaired).map((item) => [item.slug, item])).values(),
  ];
  const reworded = once(all.flatMap((one) => one.reworded.map(({ after }) => after)));
  const removed = once(all.flatMap((one) => one.removed));
  const added = before === null ? [] : once(all.flatMap((one) => one.added));
  const cut = reworded.length + removed.length + added.length > 0;
  return [
    ...reworded.map(
      ({ wording }) =>
        `“${wording}” is a new question. Answers to the old words and to the new ones are not paired: for people who answer one before and the other after, there is no change in it.`,
    ),
    ...removed.map(({ wording }) => `“${wording}” is not asked any more. Its answers so far stay.`),
    ...added.map(
      ({ wording }) => `“${wording}” can be compared only for people who answer it before their training.`,
    ),
    ...(cut && underWay > 0
      ? [
          `${counted(underWay, "person has", "people have")} answered already and will be asked again. Their change in these questions cannot be told: it is told from those that stay the same.`,
        ]
      : []),
    ...unpaired.map(
      ({ wording }) => `“${wording}” is asked at the end and not before, so no change can be told.`,
    ),
    ...(cut || unpaired.length > 0 ? [] : ["Everything that was compared before and after still is."]),
  ];
}
