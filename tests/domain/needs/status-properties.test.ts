// What must hold of how someone stands, whatever the dates and answers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastTrainedAnswers } from "~/domain/needs/needs";
import { needStatus } from "~/domain/needs/rules";
import { addDays, addMonths } from "~/shared/civil-time";

describe("whatever the dates", () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays("2000-01-01", days));
  const renewMonths = fc.option(fc.integer({ min: 1, max: 72 }));
  const knownBy = fc
    .record({
      trainedOn: fc.option(day),
      said: fc.option(fc.record({ lastTrained: fc.constantFrom(...lastTrainedAnswers), on: day })),
    })
    .map((known) => {
      const dates = [known.trainedOn, known.said?.on ?? null].filter((date) => date !== null);
      return { known, from: dates.sort().at(-1) ?? "2000-01-01" };
    });
  const wait = fc.integer({ min: 0, max: 4_000 });

  it("everyone stands in exactly one of four ways, and every answer that is held or reported is still in time", () => {
    fc.assert(
      fc.property(renewMonths, knownBy, wait, (months, { known, from }, days) => {
        const on = addDays(from, days);
        const status = needStatus(months, known, on);
        expect(["held", "reported", "gap", "unknown"]).toContain(status.kind);
        if (status.kind === "held") expect(known.trainedOn).not.toBeNull();
        if (status.kind === "reported") expect(known.said).not.toBeNull();
        if (status.kind === "held" || status.kind === "reported") {
          expect(status.until === null || status.until >= on).toBe(true);
        }
      }),
    );
  });

  it("time alone never fills a gap, nor makes anything better known", () => {
    const worse = { held: 0, reported: 1, unknown: 2, gap: 3 };
    fc.assert(
      fc.property(renewMonths, knownBy, wait, wait, (months, { known, from }, first, more) => {
        const before = needStatus(months, known, addDays(from, first)).kind;
        const after = needStatus(months, known, addDays(from, first + more)).kind;
        expect(worse[after]).toBeGreaterThanOrEqual(worse[before]);
      }),
    );
  });

  it("training here always holds on its day", () => {
    fc.assert(
      fc.property(renewMonths, knownBy, (months, { known, from }) => {
        expect(needStatus(months, { ...known, trainedOn: from }, from).kind).toBe("held");
      }),
    );
  });

  it("no answer is called in date while every day it may mean is out of date, or the other way round", () => {
    // Any real day of training that fits the answer must not contradict what the rule is certain of.
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 72 }),
        day,
        fc.integer({ min: 0, max: 2_500 }),
        wait,
        (months, saidOn, daysBefore, days) => {
          const really = addDays(saidOn, -daysBefore);
          const answer =
            really >= addMonths(saidOn, -12)
              ? "within a year"
              : really >= addMonths(saidOn, -36)
                ? "one to three years ago"
                : "over three years ago";
          const on = addDays(saidOn, days);
          const status = needStatus(
            months,
            { trainedOn: null, said: { lastTrained: answer, on: saidOn } },
            on,
          ).kind;
          // A clamped month end may move a renewal day by up to three days.
          const inDate = on <= addDays(addMonths(really, months), -3);
          const outOfDate = on > addDays(addMonths(really, months), 3);
          if (inDate) expect(status).not.toBe("gap");
          if (outOfDate && on > addMonths(saidOn, 6)) expect(status).not.toBe("reported");
        },
      ),
      { numRuns: 500 },
    );
  });
});
