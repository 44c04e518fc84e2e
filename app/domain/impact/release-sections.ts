// What a release says of one part of the offer, question by question, in the report's own words.
import { wholeNumber } from "~/shared/format";
import { isWithheld } from "./disclosure/limits";
import { type Block, type PaperPart, type ReleaseSection, releaseSections, sectionTitle } from "./release";
import {
  activityTable,
  bandsRow,
  capital,
  countCell,
  measureBlock,
  quotesBlock,
  rateCell,
  textBlock,
} from "./release-blocks";
import { learningBlocks } from "./release-learning";
import type { Report } from "./report";
import {
  activityInWords,
  aimInWords,
  bandInWords,
  countingNote,
  howWellInWords,
  returnsTitle,
  stageNames,
} from "./wording/activity";
import { familiesInWords } from "./wording/families";
import { fourFigures, reportSentence, whatIsNotKnown } from "./wording/headline";
import {
  estimateInWords,
  followUpInWords,
  keptTitle,
  nonResponseInWords,
  retentionInWords,
} from "./wording/kept";
import { besideNotBecause } from "./wording/measures";
import {
  lineManagersInWords,
  practiceInWords,
  practiceShares,
  practiceTitle,
  shownShare,
} from "./wording/practice";

function howMuch({ activity, ...report }: Report): Block[] {
  return [
    ...textBlock(activityInWords({ activity, ...report })),
    ...activityTable("By board", "Board", activity.byBoard),
    ...activityTable("By theme", "Theme", activity.byTheme),
    ...activityTable("By agency", "Agency", activity.byAgency),
    ...textBlock(activity.sessions === 0 ? null : countingNote),
  ];
}

function howWell(report: Report): Block[] {
  const { reactions, returns } = report;
  const shares: Block[] =
    reactions.length === 0
      ? []
      : [
          {
            kind: "shares",
            title: "What people said at the end",
            intro: "How many gave low, middle and high answers to each question.",
            rowHeading: "Question",
            unit: "people",
            rows: reactions.map(({ wording, bands }) => bandsRow(wording, bands, bandInWords)),
            note: "Neighbouring answers are counted together where few gave one of them.",
          },
        ];
  return [
    ...textBlock(howWellInWords(report)),
    ...shares,
    {
      kind: "table",
      caption: returnsTitle(returns),
      columns: [
        { heading: "When" },
        { heading: "Asked", numeric: true },
        { heading: "Answered", numeric: true },
        { heading: "Share", numeric: true },
        { heading: "Kept apart", numeric: true },
        { heading: "Planned for", numeric: true },
      ],
      rows: returns.map((one) => [
        stageNames[one.stage],
        countCell(one.owed),
        countCell(one.answered),
        rateCell(one.rate),
        countCell(one.keptApart),
        aimInWords(one),
      ]),
    },
    ...textBlock(
      "What is planned for is no pass mark. Answers outside their time are kept apart and are in no comparison.",
    ),
  ];
}

function kept(report: Report): Block[] {
  const { followUp } = report;
  const table: Block[] = isWithheld(followUp)
    ? []
    : [
        {
          kind: "table",
          caption: keptTitle(followUp),
          columns: [
            { heading: "Of those who answered all three times" },
            { heading: "Confidence", numeric: true },
          ],
          rows: [
            ["People", wholeNumber(followUp.people)],
            ["Weeks later, less before", estimateInWords(followUp.held)],
            ["Weeks later, less the end", estimateInWords(followUp.fade)],
            ["Share of the gain kept", retentionInWords(followUp)],
          ],
        },
      ];
  return [
    ...textBlock(followUpInWords(followUp)),
    ...table,
    ...textBlock(nonResponseInWords(report.nonResponse)),
  ];
}

const outcomeName = (labels: readonly string[]) => capital(labels.join(" or "));

function practice(report: Report): Block[] {
  const made = report.practice.made;
  const outcomes: Block[] =
    made === 0
      ? []
      : [
          {
            kind: "table",
            caption: "What became of what people said they would do",
            columns: [{ heading: "Share" }, { heading: "Figure", numeric: true }, { heading: "Told by" }],
            rows: practiceShares(report.practice).map(({ label, share, told }) => [
              label,
              shownShare(share),
              told,
            ]),
          },
          {
            kind: "shares",
            title: practiceTitle(report.practice),
            intro: "Commitments of which something was told weeks later.",
            rowHeading: "Commitments",
            unit: "commitments",
            rows: [bandsRow("Weeks later", report.practice.outcomes, outcomeName)],
            note: "Those of which nothing was told are not in this drawing. They count as not done in the first share above.",
          },
        ];
  return [
    ...textBlock(practiceInWords(report)),
    ...outcomes,
    ...textBlock(lineManagersInWords(report.practice)),
    ...quotesBlock(report.quotes.filter(({ about }) => about !== "family")),
  ];
}

function families(report: Report): Block[] {
  const quotes = report.quotes.filter(({ about }) => about === "family");
  return [
    ...textBlock(familiesInWords(report)),
    ...quotesBlock(quotes),
    ...textBlock(report.measures.length === 0 ? null : besideNotBecause),
    ...report.measures.map(measureBlock),
  ];
}

const blocksOf: Record<Exclude<ReleaseSection, "next">, (report: Report) => Block[]> = {
  "how-much": howMuch,
  "how-well": howWell,
  learning: learningBlocks,
  kept,
  practice,
  families,
};

/** Everything a release says of one part. What happens next is said of the whole release, not of its parts. */
export function partOf(report: Report): PaperPart {
  return {
    slice: { kind: report.slice.kind, name: report.slice.name },
    sentence: reportSentence(report),
    unknown: whatIsNotKnown(report),
    tiles: fourFigures(report).map(({ label, figure, note, evidence }) => ({
      label,
      figure,
      note,
      evidence,
    })),
    sections: releaseSections
      .filter((section) => section !== "next")
      .map((section) => ({ section, title: sectionTitle(section), blocks: blocksOf[section](report) })),
  };
}
