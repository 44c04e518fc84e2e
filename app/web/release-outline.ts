// What a release says from top to bottom, as steps that a page and a Word document follow alike.
import {
  type Block,
  type Paper,
  type PaperPart,
  type PaperTile,
  type ReleaseSection,
  sectionTitle,
  type TableBlock,
} from "~/domain/impact/impact";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { addDays } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import { tableBeside } from "./release-tables";
import { releaseName, standingInWords } from "./release-words";

type Drawn = Extract<Block, { kind: "changes" | "shares" | "measure" | "time" }>;
export type PaperStep =
  | { kind: "title"; text: string }
  | { kind: "heading"; level: Level; text: string }
  | { kind: "text"; text: string; strong?: boolean }
  | { kind: "list"; items: string[] }
  | { kind: "tiles"; tiles: PaperTile[] }
  | { kind: "quotes"; quotes: { text: string; from: string }[] }
  | (TableBlock & { level?: Level })
  | { kind: "drawing"; level: Level; block: Drawn; table: Pick<TableBlock, "columns" | "rows"> };
/** Of a heading beneath the title: 1 for a section of the whole, 3 at most. */
type Level = 1 | 2 | 3;

const ourReading = "What we make of it";

/** "Figures and words as of 3 November 2026. …": what every figure in it has in common. */
function basisInWords(paper: Paper): string {
  const worked =
    paper.workedOutOn === null
      ? ""
      : ` The newest of them was worked out on ${plainDate(paper.workedOutOn)}.`;
  return `Figures and words as of ${plainDate(paper.frozenOn)}, about sessions that ended from ${plainDate(paper.period.from)} to ${plainDate(addDays(paper.period.until, -1))}.${worked} “Before” was asked at the time, at booking or else on arrival, and never recalled afterwards. Method ${paper.method}.`;
}

function actionsTable({ actions }: Paper): TableBlock {
  return {
    kind: "table",
    caption: "What will be done",
    columns: [
      { heading: "Finding" },
      { heading: "Action" },
      { heading: "Owner" },
      { heading: "Due" },
      { heading: "Measure that is to show it" },
    ],
    rows: actions.map(({ finding, action, owner, dueOn, measure }) => [
      finding,
      action,
      owner,
      plainDate(dueOn),
      measure ?? "None",
    ]),
  };
}

function earlierTable({ earlierActions }: Paper): TableBlock {
  return {
    kind: "table",
    caption: "What became of earlier actions",
    columns: [
      { heading: "Decided in" },
      { heading: "Action" },
      { heading: "Owner" },
      { heading: "Due" },
      { heading: "Standing" },
      { heading: "What came of it" },
    ],
    rows: earlierActions.map(({ release, action, owner, dueOn, standing, outcome, measure }) => [
      release,
      action,
      owner,
      plainDate(dueOn),
      standing,
      [outcome, measure].filter((text) => text !== null).join(" ") || "Not told yet",
    ]),
  };
}

const narrativeOf = (paper: Paper, section: ReleaseSection) =>
  paper.narratives.find((narrative) => narrative.section === section)?.text ?? null;

const blockStep = (block: Block, level: Level): PaperStep => {
  if (block.kind === "text" || block.kind === "quotes") return block;
  if (block.kind === "table") return { ...block, level };
  return { kind: "drawing", level, block, table: tableBeside(block) };
};

function partSteps(
  part: PaperPart,
  level: 1 | 2,
  narrative: (section: ReleaseSection) => PaperStep[],
): PaperStep[] {
  return part.sections.flatMap(({ section, title, blocks }) => [
    { kind: "heading" as const, level, text: title },
    ...blocks.map((block) => blockStep(block, level === 1 ? 2 : 3)),
    ...narrative(section),
  ]);
}

export function paperSteps(release: ReleaseView, paper: Paper): PaperStep[] {
  const [whole, ...others] = paper.parts;
  const narrative = (section: ReleaseSection): PaperStep[] => {
    const text = narrativeOf(paper, section);
    return text === null
      ? []
      : [
          { kind: "heading", level: 2, text: ourReading },
          { kind: "text", text },
        ];
  };
  return [
    { kind: "title", text: releaseName(release) },
    { kind: "text", text: `${paper.partnership}, ${paper.periodInWords}. ${standingInWords(release)}.` },
    ...(whole ? headSteps(whole, 1) : []),
    { kind: "text", text: basisInWords(paper) },
    ...(whole ? partSteps(whole, 1, narrative) : []),
    { kind: "heading", level: 1, text: sectionTitle("next") },
    ...narrative("next"),
    ...(paper.actions.length === 0
      ? [{ kind: "text" as const, text: "No actions have been decided." }]
      : [actionsTable(paper)]),
    ...(paper.earlierActions.length === 0 ? [] : [earlierTable(paper)]),
    ...sinceSteps(paper),
    ...others.flatMap((part) => [
      { kind: "heading" as const, level: 1 as const, text: part.slice.name },
      ...headSteps(part, 2),
      ...partSteps(part, 2, () => []),
    ]),
  ];
}

const headSteps = (part: PaperPart, level: Level): PaperStep[] => [
  { kind: "text", text: part.sentence, strong: true },
  { kind: "tiles", tiles: part.tiles },
  { kind: "heading", level, text: "What is not known" },
  { kind: "list", items: part.unknown },
];

/** The four figures as a table, for files. */
export const tilesTable = (tiles: PaperTile[]): TableBlock => ({
  kind: "table",
  caption: "In four figures",
  columns: [
    { heading: "Question" },
    { heading: "Figure" },
    { heading: "What it counts" },
    { heading: "Evidence" },
  ],
  rows: tiles.map(({ label, figure, note, evidence }) => [label, figure, note, evidence ?? "None"]),
});

function sinceSteps({ since }: Paper): PaperStep[] {
  if (!since) return [];
  return [
    { kind: "heading", level: 1, text: "Since the last report" },
    since.table,
    { kind: "list", items: since.cannot },
  ];
}
