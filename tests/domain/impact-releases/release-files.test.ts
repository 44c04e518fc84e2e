// A release's files: the same bytes each time, every figure with what it needs, safe in a spreadsheet, readable in Word.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Paper } from "~/domain/impact/impact";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { rowsOf } from "~/domain/impact/release-rows";
import { partOf } from "~/domain/impact/release-sections";
import { releaseAsDocument } from "~/web/release-document.server";
import { drawingOf } from "~/web/release-drawings";
import { releaseAsCsv, releaseAsWorkbook } from "~/web/release-files.server";
import { withoutTimes } from "~/web/zip-times";
import { sampleReport } from "../impact-report/sample-report";

const paper: Paper = {
  title: "What changed & why",
  partnership: "Anytown partnership",
  period: sampleReport.period,
  periodInWords: "April 2026 to March 2027",
  method: "1",
  frozenOn: "2026-11-03",
  workedOutOn: "2026-11-01",
  parts: [
    partOf(sampleReport),
    { ...partOf(sampleReport), slice: { kind: "board", name: "Children’s board" } },
  ],
  narratives: [{ section: "learning", text: "First line\nSecond line" }],
  actions: [
    {
      finding: "=1+1 of them",
      action: "@SUM(A1)",
      owner: "-the board",
      dueOn: "2027-03-31",
      measureNumber: null,
      measure: "+Voice",
    },
  ],
  earlierActions: [],
  since: null,
  rows: rowsOf(sampleReport),
};
const release: ReleaseView = {
  id: "release",
  number: 3,
  title: paper.title,
  state: "signed off",
  from: paper.period.from,
  until: paper.period.until,
  frozenAt: Date.UTC(2026, 10, 3),
  signedOffAt: Date.UTC(2026, 10, 4),
  publicAt: null,
  withdrawnAt: null,
  withdrawnBecause: null,
  paper,
  inside: null,
};
/** Past the two seconds in which a zip file tells times. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2100));
const textsIn = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)] as const);

test("the workbook and the document are the same bytes at another time", async () => {
  const [workbook, document] = [
    await releaseAsWorkbook(release, paper),
    await releaseAsDocument(release, paper),
  ];
  await later();
  expect(Buffer.compare(await releaseAsWorkbook(release, paper), workbook)).toBe(0);
  expect(Buffer.compare(await releaseAsDocument(release, paper), document)).toBe(0);
  expect(releaseAsCsv(paper)).toBe(releaseAsCsv(paper));
}, 60_000);

test("what is no zip file is not taken for one", () => {
  expect(() => withoutTimes(new Uint8Array(100))).toThrow("end record");
});

describe("every figure can be read away from the page", () => {
  const rows = releaseAsCsv(paper).split("\r\n").slice(0, -1);

  test("each has its dates and method, and a change its n, share of both answers, scale and how before was asked", () => {
    expect(rows[0]).toBe(
      '\uFEFFPart,Question,Figure,About,Value,Lower end of the 95% interval,Upper end of the 95% interval,Unit,People or things behind it (n),"Share of those who came with both answers, per cent",First day,Last day,Scale,How before was asked,Evidence,Method,Why there is no value',
    );
    for (const row of rows.slice(1)) expect(row).toContain(",2026-04-01,2027-03-31,");
    for (const { method } of paper.rows) expect(method).toMatch(/^1/);
    const change = rows.find((row) => row.includes("Mean change,Confidence"));
    expect(change).toMatch(
      /^Anytown partnership,What difference did it make to learners\?,Mean change,Confidence,1\.9,1\.6,2\.2,points,412,\d+,2026-04-01,2027-03-31,0 to 10,"Asked at the time: at booking, else on arrival",C,1; pooled sessions,$/,
    );
  });

  test("what is withheld has words and no number", () => {
    const withheld = paper.rows.filter(({ notShown }) => notShown !== "");
    expect(withheld.length).toBeGreaterThan(1);
    for (const row of withheld)
      expect([row.value, row.low, row.high, row.n, row.evidence]).toEqual([null, null, null, null, ""]);
  });

  test("text that a spreadsheet would run is made harmless", async () => {
    const texts = textsIn(await releaseAsWorkbook(release, paper))
      .map(([, text]) => text)
      .join("");
    for (const text of ["'=1+1 of them", "'@SUM(A1)", "'-the board", "'+Voice"])
      expect(texts).toContain(
        text.replaceAll("'", "&apos;").replaceAll("&apos;", texts.includes("&apos;=1") ? "&apos;" : "'"),
      );
    const evil = { ...paper, rows: paper.rows.map((row) => ({ ...row, about: "=HYPERLINK(1)" })) };
    expect(releaseAsCsv(evil)).not.toMatch(/,=|\n=/);
    expect(releaseAsCsv(evil)).toContain("'=HYPERLINK(1)");
  });
});

test("the document has its language, A4, headings, tables with header rows, and pictures with words", async () => {
  const parts = new Map(textsIn(await releaseAsDocument(release, paper)));
  const body = parts.get("word/document.xml") ?? "";
  expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
  expect(body).toContain('w:w="11906" w:h="16838"');
  for (const style of ["Title", "Heading1", "Heading2", "Heading3"])
    expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
  const tables = body.split("<w:tbl>").slice(1);
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) expect(table.slice(0, table.indexOf("</w:tr>"))).toContain("<w:tblHeader/>");
  const pictures = [...body.matchAll(/<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]+)" title="([^"]+)"/g)];
  expect(pictures.length).toBeGreaterThan(5);
  expect(new Set(pictures.map(([, id]) => id)).size).toBe(pictures.length);
  for (const text of [
    "What changed &amp; why",
    "First line",
    "Second line",
    "What we make of it",
    "@SUM(A1)",
    "Children’s board",
  ])
    expect(body).toContain(text);
  const core = parts.get("docProps/core.xml") ?? "";
  expect(core).toContain("2026-11-03T00:00:00Z");
  expect(core).toContain("What changed &amp; why");
}, 30_000);

test("a drawing says in words what it shows, and cuts a label that is too long", () => {
  const drawn = drawingOf({
    kind: "changes",
    title: "Confidence rose",
    intro: "",
    unit: "points",
    note: "",
    rows: [
      { label: "<Long> & ".repeat(20), before: 3, after: 5, change: 2, low: 1, high: 3, n: 20 },
      { label: "Few", withheld: "Not enough answers (fewer than 10)" },
    ],
  });
  expect(drawn.alt).toContain(
    "+2.0 points (95% interval +1.0 to +3.0), 20 people; Few: Not enough answers (fewer than 10)",
  );
  expect(drawn.svg).not.toContain("<Long>");
  expect(drawn.svg).toContain("…");
});
