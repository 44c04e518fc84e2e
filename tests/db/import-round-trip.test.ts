// Whatever valid rows are written as CSV come back the same, and no text makes the reading throw.
import { readPracticeMeasures } from "db/import/practice-measures";
import { programme, readProgramme } from "db/import/programme";
import { importText } from "db/import/run-import";
import { recordedDeliveries, recordedDeliveryDates, recordedDeliveryMeasures } from "db/schema";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { samenessOf } from "~/domain/sessions/record-deliveries.server";
import type { RecordedDelivery } from "~/domain/sessions/sessions.server";
import { csvLine, measuresHeader, ownContext, programmeHeader } from "./import-workbench";

const letter = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    "\n",
    "\r\n",
    ",",
    ";",
    " ",
    "ŵ",
    "ŷ",
    "Llŷn",
    "👩🏽‍🏫",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "=SUM(A1)",
    "'",
    "\\",
    "−",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);
const text = fc
  .array(letter, { minLength: 1, maxLength: 15 })
  .map((letters) => letters.join("").trim())
  .filter((joined) => joined !== "");
const date = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const delivery: fc.Arbitrary<RecordedDelivery> = fc.record({
  title: text,
  activityType: text,
  audience: fc.option(text),
  dates: fc.uniqueArray(date, { maxLength: 4 }).map((dates) => dates.sort()),
  attended: fc.option(fc.nat({ max: 5_000 })),
  measures: fc.uniqueArray(fc.constantFrom("2", "3", "4", "10", "4.1", "overall"), { maxLength: 3 }),
  note: fc.option(text),
});
const deliveries = fc.uniqueArray(delivery, { minLength: 1, maxLength: 8, selector: samenessOf });
const manner = fc.record({
  padded: fc.boolean(),
  quoteAll: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
});

function print(
  rows: RecordedDelivery[],
  how: { padded: boolean; quoteAll: boolean; lineEnd: string },
): string {
  const asKept = (iso: string) => {
    const [year = "", month = "", day = ""] = iso.split("-");
    const short = (digits: string) => (how.padded ? digits : String(Number(digits)));
    return `${short(day)}/${short(month)}/${year.slice(2)}`;
  };
  const lines = rows.map((row) =>
    csvLine(
      [
        row.title,
        row.activityType,
        row.audience ?? "",
        row.dates.map(asKept).join(";"),
        row.attended === null ? "" : String(row.attended),
        row.measures.join(";"),
        row.note ?? "",
      ],
      how.quoteAll,
    ),
  );
  return [programmeHeader, ...lines, ""].join(how.lineEnd);
}

it("reads back every delivery that was printed, under its row number", () => {
  fc.assert(
    fc.property(deliveries, manner, (rows, how) => {
      expect(readProgramme(print(rows, how))).toEqual({
        ok: true,
        value: { rows: rows.map((row, index) => ({ number: index + 2, row })), refused: [] },
      });
    }),
    { numRuns: 200 },
  );
});

it("records every delivery that was printed, and finds it unchanged the next time", () => {
  const ctx = ownContext();
  fc.assert(
    fc.property(deliveries, manner, (rows, how) => {
      // Each run in a transaction that is given up, so that the runs do not meet.
      ctx.db.$client.exec("begin");
      try {
        const run = { source: "x.csv", dryRun: false };
        expect(importText(programme, ctx, print(rows, how), run)).toMatchObject({
          value: { added: rows.length },
        });
        for (const row of rows) {
          const kept = ctx.db
            .select()
            .from(recordedDeliveries)
            .where(eq(recordedDeliveries.sameness, samenessOf(row)))
            .get();
          const id = kept?.id ?? "";
          const dates = ctx.db
            .select()
            .from(recordedDeliveryDates)
            .where(eq(recordedDeliveryDates.deliveryId, id))
            .all();
          const measures = ctx.db
            .select()
            .from(recordedDeliveryMeasures)
            .where(eq(recordedDeliveryMeasures.deliveryId, id))
            .all();
          expect(kept).toMatchObject({
            title: row.title,
            audience: row.audience,
            attended: row.attended,
            note: row.note,
          });
          expect(dates.map((each) => each.date).sort()).toEqual(row.dates);
          expect(measures.map((each) => each.measureNumber).sort()).toEqual([...row.measures].sort());
        }
        const other = { ...how, padded: !how.padded };
        expect(importText(programme, ctx, print(rows, other), run)).toMatchObject({
          value: { added: 0, unchanged: rows.length, refused: [] },
        });
      } finally {
        ctx.db.$client.exec("rollback");
      }
    }),
    { numRuns: 40 },
  );
});

it("answers any text at all", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 200 }).map((tail) => `${programmeHeader}\n${tail}`),
    fc
      .string({ unit: fc.constantFrom('"', ",", "\n", ";", "/", "1", "-"), maxLength: 60 })
      .map((tail) => `${measuresHeader}\n${tail}`),
  );
  fc.assert(
    fc.property(anyText, (anything) => {
      for (const read of [readProgramme, readPracticeMeasures]) {
        const result = read(anything);
        if (!result.ok) expect(result.reason).not.toBe("");
      }
    }),
    { numRuns: 150 },
  );
});
