// The drawings of a release as SVG that stands alone, for files that carry pictures: sizes, colours and font are said in it.
import { scaleLinear, scalePoint } from "d3-scale";
import type { Block } from "~/domain/impact/impact";
import { counted, percent, signed } from "~/shared/format";

type Drawn = Extract<Block, { kind: "changes" | "shares" | "measure" | "time" }>;
/** `alt` says in words what the picture shows. */
export type ReleaseDrawing = { svg: string; width: number; height: number; alt: string };

export const drawingFont = "DejaVu Sans";
const width = 640;
const ink = "#1b1f24";
const soft = "#4a545e";
const blue = "#0b5772";
const grid = "#c9d1d8";

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");
const n = (value: number) => value.toFixed(1);
const line = (x1: number, y1: number, x2: number, y2: number, stroke = ink, more = "") =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="1.6" ${more}/>`;
/** Text with a white edge, so that it can be read where it crosses a line. */
const words = (x: number, y: number, text: string, { anchor = "start", size = 13, fill = ink } = {}) =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${fill}" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke" text-anchor="${anchor}">${escaped(text)}</text>`;
const dot = (x: number, y: number, open = false) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="5.5" fill="${open ? "#ffffff" : blue}" stroke="${blue}" stroke-width="2"/>`;
const whole = (height: number, inside: string, alt: string): ReleaseDrawing => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${drawingFont}"><rect width="${width}" height="${height}" fill="#ffffff"/>${inside}</svg>`,
  width,
  height,
  alt,
});
/** A label too long for its line ends in an ellipsis; the table beneath has it whole. */
const fitted = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function drawChanges(block: Extract<Block, { kind: "changes" }>): ReleaseDrawing {
  const values = block.rows.flatMap((row) =>
    "withheld" in row ? [] : [row.change, row.low ?? row.change, row.high ?? row.change],
  );
  const at = scaleLinear()
    .domain([Math.min(-0.5, ...values), Math.max(0.5, ...values)])
    .nice(5)
    .range([20, width - 20]);
  const rowHeight = 46;
  const bottom = block.rows.length * rowHeight + 8;
  const axis = at
    .ticks(5)
    .map(
      (tick) =>
        line(at(tick), 4, at(tick), bottom, tick === 0 ? soft : grid) +
        words(at(tick), bottom + 16, tick === 0 ? "0" : signed(tick).replace(".0", ""), {
          anchor: "middle",
          size: 11,
          fill: soft,
        }),
    )
    .join("");
  const rows = block.rows.map((row, index) => {
    const top = index * rowHeight;
    const label = (beside: string) =>
      words(20, top + 16, fitted(row.label, 62)) +
      words(width - 20, top + 16, beside, { anchor: "end", size: 12, fill: soft });
    if ("withheld" in row) return label("") + words(20, top + 34, row.withheld, { size: 12, fill: soft });
    const { change, low, high } = row;
    const y = top + 30;
    const interval =
      low === null || high === null
        ? ""
        : line(at(low), y, at(high), y) +
          line(at(low), y - 5, at(low), y + 5) +
          line(at(high), y - 5, at(high), y + 5);
    const open = low === null || high === null || (low <= 0 && high >= 0);
    return label(`${signed(change)}, n ${row.n}`) + interval + dot(at(change), y, open);
  });
  const said = block.rows.map((row) =>
    "withheld" in row
      ? `${row.label}: ${row.withheld}`
      : `${row.label}: ${signed(row.change)} ${block.unit}${row.low === null || row.high === null ? "" : ` (95% interval ${signed(row.low)} to ${signed(row.high)})`}, ${counted(row.n, "person", "people")}`,
  );
  return whole(
    bottom + 40,
    axis + rows.join("") + words(at(0), bottom + 32, "no change", { anchor: "middle", size: 11, fill: soft }),
    `${block.title}. ${said.join("; ")}.`,
  );
}

const shades = ["#0b5772", "#ffffff", "#a8c5d1", "#d9a77a", "#e8edf0"];

function drawShares(block: Extract<Block, { kind: "shares" }>): ReleaseDrawing {
  let top = 0;
  const said: string[] = [];
  const drawn = block.rows.map((row) => {
    const y = top;
    if ("withheld" in row) {
      top += 46;
      said.push(`${row.label}: ${row.withheld}`);
      return (
        words(20, y + 16, fitted(row.label, 80)) + words(20, y + 34, row.withheld, { size: 12, fill: soft })
      );
    }
    const all = row.parts.reduce((total, part) => total + part.count, 0);
    let x = 20;
    const bars = row.parts.map((part, index) => {
      const long = all === 0 ? 0 : ((width - 40) * part.count) / all;
      const bar = `<rect x="${n(x)}" y="${y + 24}" width="${n(long)}" height="18" fill="${shades[index % shades.length]}" stroke="${ink}" stroke-width="1"/>`;
      x += long;
      return bar;
    });
    const told = row.parts.map(
      (part) => `${part.label} ${part.count} (${all === 0 ? "0%" : percent(part.count / all)})`,
    );
    said.push(`${row.label}: ${told.join(", ")}`);
    const keys = told.map(
      (text, index) =>
        `<rect x="20" y="${y + 49 + index * 17}" width="11" height="11" fill="${shades[index % shades.length]}" stroke="${ink}" stroke-width="1"/>` +
        words(38, y + 59 + index * 17, text, { size: 11, fill: soft }),
    );
    top += 60 + told.length * 17;
    return words(20, y + 16, fitted(row.label, 80)) + bars.join("") + keys.join("");
  });
  return whole(Math.max(20, top), drawn.join(""), `${block.title}. ${said.join("; ")}.`);
}

type Line = { label: string; value: number | null; target?: number | null; flagged?: boolean };

function drawLine(
  title: string,
  unit: string,
  points: Line[],
  levels: { at: number; name: string }[],
): ReleaseDrawing {
  const values = points.flatMap(({ value, target }) => [value ?? 0, target ?? 0]);
  const all = [0, ...values, ...levels.map(({ at }) => at)];
  const up = scaleLinear()
    .domain([Math.min(...all), unit === "%" ? 100 : Math.max(1, ...all)])
    .nice(4)
    .range([210, 14]);
  const across = scalePoint<number>()
    .domain(points.map((_point, index) => index))
    .range([70, width - 40]);
  const x = (index: number) => across(index) ?? 70;
  const ticks = up
    .ticks(4)
    .map(
      (tick) =>
        line(50, up(tick), width - 20, up(tick), tick === 0 ? soft : grid) +
        words(44, up(tick) + 4, String(tick), { anchor: "end", size: 11, fill: soft }),
    );
  const path = (of: (point: Line) => number | null | undefined, more = "") =>
    points.slice(1).map((point, index) => {
      const before = points[index];
      const from = before === undefined ? null : of(before);
      const to = of(point);
      return from == null || to == null ? "" : line(x(index), up(from), x(index + 1), up(to), blue, more);
    });
  const every = Math.ceil(points.length / 6);
  const marks = points.map(
    (point, index) =>
      (point.value === null ? "" : dot(x(index), up(point.value), point.flagged)) +
      (index % every === 0
        ? words(x(index), 230, fitted(point.label, 16), { anchor: "middle", size: 10, fill: soft })
        : ""),
  );
  const drawnLevels = levels.map(
    ({ at, name }) =>
      line(50, up(at), width - 20, up(at), soft, 'stroke-dasharray="5 4"') +
      words(width - 20, up(at) - 4, name, { anchor: "end", size: 10, fill: soft }),
  );
  const said = points.map(
    ({ label, value, target }) =>
      `${label}: ${value === null ? "not shown or not recorded" : `${n(value)}${unit}`}${target == null ? "" : ` (target ${n(target)}${unit})`}`,
  );
  return whole(
    244,
    [
      ...ticks,
      ...drawnLevels,
      ...path(({ value }) => value),
      ...path(({ target }) => target, 'stroke-dasharray="2 3"'),
      ...marks,
    ].join(""),
    `${title}. ${said.join("; ")}.`,
  );
}

/** The drawing of a block. Two runs give the same text. */
export function drawingOf(block: Drawn): ReleaseDrawing {
  if (block.kind === "changes") return drawChanges(block);
  if (block.kind === "shares") return drawShares(block);
  if (block.kind === "measure")
    return drawLine(
      block.title,
      block.unit,
      block.points.map(({ short, outcome, target }) => ({ label: short, value: outcome, target })),
      [],
    );
  const { middle, lower, upper } = block;
  const level = (at: number | null, name: string) => (at === null ? [] : [{ at, name }]);
  return drawLine(
    block.title,
    ` ${block.unit}`,
    block.points.map(({ label, value, flags }) => ({ label, value, flagged: flags.length > 0 })),
    [...level(middle, "middle"), ...level(lower, "lower limit"), ...level(upper, "upper limit")],
  );
}
