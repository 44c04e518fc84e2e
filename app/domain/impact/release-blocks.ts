// Pieces of a release made from figures that disclosure control lets through: what is withheld becomes its words here.
import { percent, plainDate, wholeNumber } from "~/shared/format";
import type { Band, Bands } from "./disclosure/bands";
import { isWithheld, type Withheld } from "./disclosure/limits";
import type { Change } from "./impact";
import type { Block, ChangeBlock, MeasureBlock, SharesBlock, TableBlock } from "./release";
import type { ActivityRow, MeasureBeside, Quote, Shown } from "./report";
import { cellInWords } from "./wording/activity";
import { quoteSource } from "./wording/families";
import { withheldInWords } from "./wording/figures";
import { besideInWords, measureHeading, measureInWords, measureNote } from "./wording/measures";
import { monthInWords } from "./wording/periods";

export const textBlock = (text: string | null): Block[] =>
  text === null || text === "" ? [] : [{ kind: "text", text }];

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One row of a drawing of changes. */
export function changeRow(label: string, change: Shown<Change>): ChangeBlock["rows"][number] {
  if (isWithheld(change)) return { label, withheld: withheldInWords(change) };
  const { before, after, low, high, pairs } = change;
  return { label, before, after, change: change.change, low, high, n: pairs };
}

/** One row of a drawing of shares; bands that were merged to keep people unrecognised have one name together. */
export function bandsRow<Label>(
  label: string,
  bands: Shown<Bands<Label>>,
  nameOf: (labels: readonly Label[]) => string,
): SharesBlock["rows"][number] {
  if (isWithheld(bands)) return { label, withheld: withheldInWords(bands) };
  return {
    label,
    parts: bands.bands.map((band: Band<Label>) => ({ label: nameOf(band.labels), count: band.count })),
  };
}

export function activityTable(caption: string, heading: string, rows: readonly ActivityRow[]): Block[] {
  if (rows.length === 0) return [];
  const table: TableBlock = {
    kind: "table",
    caption,
    columns: [
      { heading },
      { heading: "Sessions", numeric: true },
      { heading: "Came", numeric: true },
      { heading: "Did not come", numeric: true },
    ],
    rows: rows.map((row) => [
      row.label,
      wholeNumber(row.sessions),
      cellInWords(row.came),
      cellInWords(row.absent),
    ]),
  };
  return [table];
}

/** A count, or the words for why there is none. */
export const countCell = (count: number | Withheld) =>
  isWithheld(count) ? withheldInWords(count) : wholeNumber(count);

export const rateCell = (rate: number | null | Withheld) =>
  isWithheld(rate) ? withheldInWords(rate) : rate === null ? "Nobody was asked" : percent(rate);

export function quotesBlock(quotes: readonly Quote[]): Block[] {
  if (quotes.length === 0) return [];
  return [
    { kind: "quotes", quotes: quotes.map((quote) => ({ text: quote.text, from: quoteSource(quote) })) },
  ];
}

/** "Apr 26", from "2026-04" */
const shortMonth = (period: string) =>
  plainDate(`${period}-01`).replace(/^1 (\w{3})\w* \d\d(\d\d)$/, "$1 $2");

/** Audits and datasets are about no person, so their figures are shown as they are. */
export function measureBlock(measure: MeasureBeside): MeasureBlock {
  return {
    kind: "measure",
    title: measureHeading(measure),
    intro: measureInWords(measure),
    unit: measure.unit.startsWith("%") ? "%" : ` ${measure.unit}`,
    points: measure.points.map(({ period, target, outcome }) => ({
      month: monthInWords(period),
      short: shortMonth(period),
      target,
      outcome,
    })),
    note: [measureNote(measure), besideInWords(measure)].filter(Boolean).join(" "),
  };
}
