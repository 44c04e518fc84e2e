// The figures of a drawing as a table, for files that carry both.
import type { Block, TableBlock } from "~/domain/impact/impact";
import { decimal, percent, signed, wholeNumber } from "~/shared/format";

type Drawn = Extract<Block, { kind: "changes" | "shares" | "measure" | "time" }>;
type Plain = Pick<TableBlock, "columns" | "rows">;
const numeric = (heading: string) => ({ heading, numeric: true as const });

export function tableBeside(block: Drawn): Plain {
  if (block.kind === "changes") return changes(block);
  if (block.kind === "shares") return shares(block);
  if (block.kind === "measure")
    return {
      columns: [{ heading: "Month" }, numeric("Target"), numeric("Outcome")],
      rows: block.points.map(({ month, target, outcome }) => [
        month,
        measured(target, block.unit),
        measured(outcome, block.unit),
      ]),
    };
  return {
    columns: [{ heading: "When" }, numeric("Mean change"), numeric("People"), { heading: "Signs" }],
    rows: block.points.map(({ label, value, pairs, flags }) => [
      label,
      value === null ? "Not enough answers" : signed(value),
      pairs === null ? "" : wholeNumber(pairs),
      flags.length === 0 ? "None" : "More than chance",
    ]),
  };
}

const measured = (value: number | null, unit: string) =>
  value === null ? "Not recorded" : `${Number.isInteger(value) ? value : decimal(value)}${unit}`;

function changes({ rows }: Extract<Block, { kind: "changes" }>): Plain {
  return {
    columns: [
      { heading: "What was rated" },
      numeric("Before"),
      numeric("After"),
      numeric("Change"),
      numeric("95% interval"),
      numeric("People"),
    ],
    rows: rows.map((row) =>
      "withheld" in row
        ? [row.label, "", "", row.withheld, "", ""]
        : [
            row.label,
            decimal(row.before),
            decimal(row.after),
            signed(row.change),
            row.low === null || row.high === null ? "None" : `${signed(row.low)} to ${signed(row.high)}`,
            wholeNumber(row.n),
          ],
    ),
  };
}

function shares({ rows, rowHeading, unit }: Extract<Block, { kind: "shares" }>): Plain {
  return {
    columns: [{ heading: rowHeading }, { heading: "Answers" }, numeric(`All ${unit}`)],
    rows: rows.map((row) => {
      if ("withheld" in row) return [row.label, row.withheld, ""];
      const all = row.parts.reduce((total, part) => total + part.count, 0);
      const told = row.parts.map(
        ({ label, count }) => `${label}: ${count} (${all === 0 ? "0%" : percent(count / all)})`,
      );
      return [row.label, told.join("; "), wholeNumber(all)];
    }),
  };
}
