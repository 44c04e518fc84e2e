// The figures of a release as rows to keep, CSV or Excel: each row can be read away from the rest.
import type { FigureRow, Paper } from "~/domain/impact/impact";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { addDays } from "~/shared/civil-time";
import { csvOf } from "./downloads.server";
import { releaseName } from "./release-words";
import { type WorkbookCell, workbookOf } from "./workbook.server";
import { withoutTimes } from "./zip-times";

type Column = { heading: string; width: number; of: (row: FigureRow, paper: Paper) => WorkbookCell };

const text = (value: string) => (value === "" ? null : value);
const columns: Column[] = [
  { heading: "Part", width: 28, of: ({ part }) => part },
  { heading: "Question", width: 30, of: ({ section }) => section },
  { heading: "Figure", width: 34, of: ({ figure }) => figure },
  { heading: "About", width: 40, of: ({ about }) => about },
  { heading: "Value", width: 10, of: ({ value }) => value },
  { heading: "Lower end of the 95% interval", width: 12, of: ({ low }) => low },
  { heading: "Upper end of the 95% interval", width: 12, of: ({ high }) => high },
  { heading: "Unit", width: 18, of: ({ unit }) => text(unit) },
  { heading: "People or things behind it (n)", width: 14, of: ({ n }) => n },
  {
    heading: "Share of those who came with both answers, per cent",
    width: 16,
    of: ({ matchedRate }) => (matchedRate === null ? null : Math.round(100 * matchedRate)),
  },
  { heading: "First day", width: 14, of: (_row, { period }) => ({ day: period.from }) },
  { heading: "Last day", width: 14, of: (_row, { period }) => ({ day: addDays(period.until, -1) }) },
  { heading: "Scale", width: 14, of: ({ scale }) => text(scale) },
  { heading: "How before was asked", width: 30, of: ({ before }) => text(before) },
  { heading: "Evidence", width: 10, of: ({ evidence }) => text(evidence) },
  { heading: "Method", width: 24, of: ({ method }) => text(method) },
  { heading: "Why there is no value", width: 40, of: ({ notShown }) => text(notShown) },
];

const cellsOf = (row: FigureRow, paper: Paper) => columns.map(({ of }) => of(row, paper));
const plain = (cell: WorkbookCell) =>
  cell === null || typeof cell !== "object" ? cell : "day" in cell ? cell.day : cell.pence / 100;

export function releaseAsCsv(paper: Paper): string {
  const headings = columns.map(({ heading }) => heading);
  return csvOf(
    headings,
    paper.rows.map((row) =>
      Object.fromEntries(cellsOf(row, paper).map((cell, index) => [headings[index] ?? "", plain(cell)])),
    ),
  );
}

/** What it is on a sheet of its own, the figures, and what is to be done. The same release gives the same bytes. */
export async function releaseAsWorkbook(
  release: ReleaseView,
  paper: Paper,
): Promise<Uint8Array<ArrayBuffer>> {
  const about = [
    ["Period", paper.periodInWords],
    ["First day", { day: paper.period.from }],
    ["Last day", { day: addDays(paper.period.until, -1) }],
    ["Figures and words as of", { day: paper.frozenOn }],
    ["Method", paper.method],
    ["In one sentence", paper.parts[0]?.sentence ?? null],
    ...(paper.parts[0]?.unknown ?? []).map((sentence) => ["Not known", sentence]),
  ] satisfies WorkbookCell[][];
  const bytes = await workbookOf([
    {
      name: "About",
      columns: [
        { heading: paper.partnership, width: 26 },
        { heading: releaseName(release), width: 100 },
      ],
      rows: about,
    },
    {
      name: "Figures",
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: paper.rows.map((row) => cellsOf(row, paper)),
    },
    {
      name: "Actions",
      columns: [
        { heading: "Finding", width: 50 },
        { heading: "Action", width: 50 },
        { heading: "Owner", width: 28 },
        { heading: "Due", width: 14 },
        { heading: "Measure that is to show it", width: 40 },
      ],
      rows: paper.actions.map(({ finding, action, owner, dueOn, measure }) => [
        finding,
        action,
        owner,
        { day: dueOn },
        measure,
      ]),
    },
  ]);
  return withoutTimes(bytes);
}
