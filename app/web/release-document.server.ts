// A release as a Word document for boards: A4, real headings and tables, pictures with words, the same bytes each time.
import type { Block, Paper } from "~/domain/impact/impact";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { drawingOf } from "./release-drawings";
import { type PaperStep, paperSteps, tilesTable } from "./release-outline";
import { pictureOf } from "./release-pictures.server";
import { releaseName, standingInWords } from "./release-words";
import { withoutTimes } from "./zip-times";

type Word = typeof import("docx");
type Piece = InstanceType<Word["Paragraph"]> | InstanceType<Word["Table"]>;

const font = "Arial";
const pictureWidth = 600;

/** @param release what the reader may read; `paper` is what it says */
export async function releaseAsDocument(
  release: ReleaseView,
  paper: Paper,
): Promise<Uint8Array<ArrayBuffer>> {
  const word = await import("docx");
  const make = piecesWith(word);
  const children: Piece[] = [];
  for (const step of paperSteps(release, paper)) children.push(...(await make(step)));
  const title = releaseName(release);
  const document = new word.Document({
    title,
    creator: paper.partnership,
    description: `${paper.periodInWords}. ${standingInWords(release)}.`,
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 140 } },
        },
        title: { run: { font, size: 44, bold: true, color: "0b5772" } },
        heading1: {
          run: { font, size: 32, bold: true, color: "0b5772" },
          paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
        },
        heading2: {
          run: { font, size: 26, bold: true },
          paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
        },
        heading3: {
          run: { font, size: 23, bold: true },
          paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new word.Footer({
            children: [
              new word.Paragraph({
                children: [
                  new word.TextRun({ text: `${title}. Method ${paper.method}. Page `, size: 18 }),
                  new word.TextRun({ children: [word.PageNumber.CURRENT], size: 18 }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  const bytes = await word.Packer.toBuffer(document, undefined, [
    { path: "docProps/core.xml", data: coreOf(title, paper) },
  ]);
  return withoutTimes(new Uint8Array(bytes));
}

function piecesWith(word: Word) {
  const { Paragraph, TextRun, HeadingLevel } = word;
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
  const said = (text: string, run: { bold?: boolean; italics?: boolean; size?: number } = {}) =>
    text.split("\n").map((line) => new Paragraph({ children: [new TextRun({ text: line, ...run })] }));
  let pictures = 0;

  const picture = async (block: Parameters<typeof drawingOf>[0]) => {
    const { svg, width, height, alt } = drawingOf(block);
    pictures++;
    return new Paragraph({
      children: [
        new word.ImageRun({
          type: "png",
          data: Buffer.from(await pictureOf(svg)),
          transformation: { width: pictureWidth, height: Math.round((height * pictureWidth) / width) },
          // Given here because the library counts them up for as long as the service runs.
          altText: { id: String(pictures), name: `Figure ${pictures}`, title: block.title, description: alt },
        }),
      ],
    });
  };

  return async (step: PaperStep): Promise<Piece[]> => {
    if (step.kind === "title") return [new Paragraph({ text: step.text, heading: HeadingLevel.TITLE })];
    if (step.kind === "heading") return [new Paragraph({ text: step.text, heading: levels[step.level] })];
    if (step.kind === "text") return said(step.text, { bold: step.strong });
    if (step.kind === "list") return step.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    if (step.kind === "tiles") return [tableOf(word, tilesTable(step.tiles)), new Paragraph({})];
    if (step.kind === "table")
      return [
        new Paragraph({ text: step.caption, heading: levels[step.level ?? 2] }),
        tableOf(word, step),
        new Paragraph({}),
      ];
    if (step.kind === "quotes")
      return step.quotes.flatMap(({ text, from }) => [
        ...said(`“${text}”`, { italics: true }),
        ...said(from),
      ]);
    return [
      new Paragraph({ text: step.block.title, heading: levels[step.level] }),
      ...said(step.block.intro),
      await picture(step.block),
      tableOf(word, step.table),
      ...said(step.block.note, { size: 18 }),
    ];
  };
}

function tableOf(word: Word, { columns, rows }: Pick<Extract<Block, { kind: "table" }>, "columns" | "rows">) {
  const { Table, TableRow, TableCell, Paragraph, TextRun, AlignmentType, WidthType } = word;
  const cell = (text: string, numeric: boolean, bold: boolean) =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold, size: 19 })],
        }),
      ],
    });
  const rowOf = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ numeric }, index) =>
        cell(cells[index] ?? "", numeric === true, head || index === 0),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      rowOf(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((row) => rowOf(row, false)),
    ],
  });
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");

/** The library would write the moment of asking into it; here stands the day on which the release was frozen. */
const coreOf = (title: string, paper: Paper) => {
  const at = `<dcterms:created xsi:type="dcterms:W3CDTF">${paper.frozenOn}T00:00:00Z</dcterms:created>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(paper.partnership)}</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>${escaped(paper.partnership)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${at}${at.replaceAll("created", "modified")}</cp:coreProperties>`;
};
