// Recorded calendars: the same bytes for good, at the same instants by two parsers, and without a fault by the validator.
// UPDATE_RECORDED=1 writes them anew; what then differs is what subscribers will see.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recorded } from "./recorded-cases";
import { readByIcalJs, readByNodeIcal } from "./support";
import { problemsOf } from "./validator/validate";

const folder = join(import.meta.dirname, "recorded");
const fileOf = (name: string) => `${name.replaceAll(",", "").replaceAll(" ", "-")}.ics`;

if (process.env.UPDATE_RECORDED)
  for (const { name, text } of recorded) writeFileSync(join(folder, fileOf(name)), text);

test("there are thirty or more, and no file of any other", () => {
  expect(recorded.length).toBeGreaterThanOrEqual(30);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ics"));
  expect(files.sort()).toEqual(recorded.map(({ name }) => fileOf(name)).sort());
});

describe.each(recorded)("$name", ({ name, text, starts }) => {
  const file = join(folder, fileOf(name));
  const kept = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);

  test("is the recorded bytes", () => {
    expect(text).toBe(kept.toString("utf8"));
    expect(Buffer.from(text).equals(kept)).toBe(true);
  });

  test("begins at the same instants by ical.js and node-ical", () => {
    const meant = [...starts].sort();
    for (const read of [readByIcalJs, readByNodeIcal])
      expect(
        read(kept.toString("utf8"))
          .map(({ start }) => start)
          .sort(),
        read.name,
      ).toEqual(meant);
  });

  test("is without a fault", () => expect(problemsOf(kept)).toEqual([]));
});

test("control: an hour's difference in one recorded file would be seen", () => {
  const summer = readFileSync(join(folder, fileOf("in summer")), "utf8");
  const wrong = summer.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0000");
  expect(readByIcalJs(wrong)).not.toEqual(readByIcalJs(summer));
});
