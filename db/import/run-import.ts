// One import from text to report: read, then write all of it or nothing. A dry run asks what would happen.
import type { Context } from "~/domain/context";
import { done, type Result } from "~/shared/result";
import type { Reading } from "./reading";
import type { RefusedRow } from "./table";

/** `completed`: recorded before with a blank that the file now fills. */
type Counts = { added: number; completed?: number; unchanged: number };

/** A kind of file: how its text is read, and the command that records its rows. */
export type Kind<Row, Refusal extends { index: number }> = {
  read(text: string): Result<Reading<Row>, string>;
  /** What recording would come to, row by row; writes nothing. */
  weigh(ctx: Context, rows: Row[]): Counts & { refusals: Refusal[] };
  record(ctx: Context, rows: Row[], source: string): Result<Counts, Refusal[]>;
  /** A command's refusal in words; `numberAt` tells the row in the spreadsheet. */
  reasonOf(refusal: Refusal, numberAt: (index: number) => number): string;
  /** What the whole file comes to, in one line. */
  totalsLine(rows: Row[]): string;
};

/** Ends the reason of a row that the record contradicts. */
export const agreeOrTakeOut =
  "An import never overwrites what is recorded: make the row agree with the record, or take it out.";

export type ImportRun = { source: string; dryRun: boolean };

export type ImportReport = {
  dryRun: boolean;
  read: number;
  added: number;
  /** How many of those added fill a blank in what was recorded before. */
  completed: number;
  unchanged: number;
  /** In the order of the file. Nothing is written if there is one. */
  refused: RefusedRow[];
  totalsLine: string;
};

/**
 * Imports one file's text, or says in plain words why none of it can be read. `source` is the file's name.
 * @throws Forbidden
 */
export function importText<Row, Refusal extends { index: number }>(
  kind: Kind<Row, Refusal>,
  ctx: Context,
  text: string,
  { source, dryRun }: ImportRun,
): Result<ImportReport, string> {
  const reading = kind.read(text);
  if (!reading.ok) return reading;
  const { rows: numbered, refused: unreadable } = reading.value;
  const rows = numbered.map((each) => each.row);
  const numberAt = (index: number) => numbered[index]?.number ?? 0;

  // Rows that can be read are still weighed when others cannot, so that one run names everything to put right.
  const recorded = dryRun || unreadable.length > 0 ? null : kind.record(ctx, rows, source);
  const weighed = recorded?.ok ? { ...recorded.value, refusals: [] } : kind.weigh(ctx, rows);
  const refusals = recorded?.ok === false ? recorded.reason : weighed.refusals;
  const contradicted = refusals.map((refusal) => ({
    number: numberAt(refusal.index),
    reason: kind.reasonOf(refusal, numberAt),
  }));
  const refused = [...unreadable, ...contradicted].sort((a, b) => a.number - b.number);
  const { added, completed = 0, unchanged } = weighed;
  const allOfIt = refused.length === 0;
  return done({
    dryRun,
    read: rows.length + unreadable.length,
    added: allOfIt ? added + completed : 0,
    completed: allOfIt ? completed : 0,
    unchanged,
    refused,
    totalsLine: kind.totalsLine(rows),
  });
}
