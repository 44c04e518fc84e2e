// A release beside the last signed one: what is another than then, and what cannot be compared.
import { isWithheld } from "./disclosure/limits";
import type { FrozenFigures, Paper, TableBlock } from "./release";
import type { Report, Shown } from "./report";
import {
  boundInWords,
  countInWords,
  intervalInWords,
  ofConfidence,
  ofScenarios,
  shareInWords,
  withheldInWords,
} from "./wording/figures";
import { periodInWords } from "./wording/periods";

export type EarlierRelease = { id: string; number: number | null; figures: FrozenFigures };

/** "Release 3 (April to June 2026)" */
export const nameOfRelease = (number: number | null, period: Report["period"]) =>
  `Release ${number ?? ""} (${periodInWords(period)})`;

/** Of the whole partnership. Two figures side by side are not tested against one another: their intervals are told. */
export function sinceThe(earlier: EarlierRelease, now: Report): NonNullable<Paper["since"]> | null {
  const then = earlier.figures.reports[0];
  if (!then) return null;
  const name = nameOfRelease(earlier.number, then.period);
  const cannot = notComparable(then, now);
  const rows = [
    ["Sessions", String(then.activity.sessions), String(now.activity.sessions)],
    ["Came", countInWords(then.activity.came), countInWords(now.activity.came)],
    [
      "With both answers, of those who came",
      rate(then.confidence.matchedRate),
      rate(now.confidence.matchedRate),
    ],
    ...(cannot.method || cannot.items
      ? []
      : [
          ["Change in confidence", changeCell(then.confidence), changeCell(now.confidence)],
          [
            "Change in scenarios answered rightly",
            changeCell(then.scenarios, ofScenarios),
            changeCell(now.scenarios, ofScenarios),
          ],
          ["Still held weeks later", heldCell(then), heldCell(now)],
        ]),
    ...(cannot.method ? [] : [["Commitments done, of all made", doneCell(then), doneCell(now)]]),
  ];
  const table: TableBlock = {
    kind: "table",
    caption: `Beside ${name}`,
    columns: [{ heading: "Figure" }, { heading: "Then", numeric: true }, { heading: "Now", numeric: true }],
    rows,
  };
  return { releaseId: earlier.id, name, table, cannot: cannot.words };
}

function notComparable(then: Report, now: Report) {
  const method = then.method !== now.method;
  const slugs = (report: Report) =>
    report.items.filter(({ ofCourse }) => !ofCourse).map(({ slug, wording }) => `${slug} ${wording}`);
  const asked = new Set(slugs(then));
  const items = slugs(now).length !== asked.size || slugs(now).some((item) => !asked.has(item));
  const overlap = then.period.from < now.period.until && now.period.from < then.period.until;
  const words = [
    method
      ? `The figures of then were worked out by method ${then.method}, these by method ${now.method}: they are not set side by side.`
      : "",
    items && !method
      ? "The questions on confidence are not the same as then, so its change is not set side by side."
      : "",
    overlap ? "The two cover some of the same time, so some answers are in both." : "",
    lengthOf(then) === lengthOf(now)
      ? ""
      : "The two cover times of unequal length, so counts are not to be compared.",
    "Who came, and to what, differs between the two. A difference between them is not a trend.",
  ].filter((sentence) => sentence !== "");
  return { method, items, words };
}

const lengthOf = ({ period }: Report) => (period.label.includes("Q") ? "quarter" : "year");

const rate = (share: Shown<number | null>) =>
  isWithheld(share) ? withheldInWords(share) : share === null ? "Nobody came" : shareInWords(share);

function changeCell({ change }: Report["confidence"], scale = ofConfidence): string {
  if (isWithheld(change)) return withheldInWords(change);
  return `${boundInWords(change.change, scale.places)} (${intervalInWords(change, scale)}; ${change.pairs} people)`;
}

function heldCell({ followUp }: Report): string {
  if (isWithheld(followUp)) return withheldInWords(followUp);
  return `${boundInWords(followUp.held.value)} (${intervalInWords(followUp.held)}; ${followUp.people} people)`;
}

function doneCell({ practice: { doneOfAsked } }: Report): string {
  if (isWithheld(doneOfAsked)) return withheldInWords(doneOfAsked);
  return doneOfAsked === null ? "Nothing yet" : `${shareInWords(doneOfAsked.share)} of ${doneOfAsked.whole}`;
}
