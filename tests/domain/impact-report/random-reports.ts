// Reports with every kind of figure, shown or withheld, whatever the figures are.
import fc from "fast-check";
import type { Report } from "~/domain/impact/impact";
import { sampleReport, share } from "./sample-report";

const number = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, -0, 0.04, -0.04, 0.001, -0.001, 1e-9, -1e-9, 0.05, 0.95),
);
const unit = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.003, 0.997));
const count = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 5000 }));
const some = fc.integer({ min: 10, max: 5000 });
const withheld = fc.constantFrom(
  { withheld: true, reason: "fewer than 10" },
  { withheld: true, reason: "fewer than 5" },
  { withheld: true, reason: "gives a small number back" },
  { withheld: true, reason: "same for everyone in a small group" },
);
const shown = <T>(figure: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: figure }, { weight: 1, arbitrary: withheld });
const estimated = fc
  .tuple(number, fc.double({ min: 0, max: 3, noNaN: true }), fc.boolean())
  .map(([value, reach, none]) => ({
    value,
    low: none ? null : value - reach,
    high: none ? null : value + reach,
  }));
const changed = fc
  .tuple(estimated, some, fc.integer({ min: 1, max: 90 }), fc.constantFrom("pairs", "pooled sessions"))
  .map(([{ value, low, high }, pairs, sessions, method]) => ({
    before: 5,
    after: 5 + value,
    change: value,
    low,
    high,
    pairs,
    sessions,
    method,
  }));
const shares = fc.option(fc.tuple(some, unit).map(([whole, part]) => share(Math.round(whole * part), whole)));
const bands = <Label extends string>(...labels: Label[]) =>
  fc
    .tuple(fc.array(count, { minLength: labels.length, maxLength: labels.length }), fc.boolean())
    .map(([counts, merge]) => {
      const each = labels.map((label, index) => ({
        labels: [label],
        count: counts[index] ?? 0,
        percent: 10,
      }));
      const [first, second, ...rest] = each;
      const merged =
        first && second && merge
          ? [
              { labels: [...first.labels, ...second.labels], count: first.count + second.count, percent: 20 },
              ...rest,
            ]
          : each;
      return { n: counts.reduce((sum, one) => sum + one, 0), bands: merged };
    });
const learning = fc.record({
  change: shown(changed),
  matchedRate: shown(fc.option(unit)),
  direction: shown(bands("improved", "same", "declined")),
  size: shown(fc.option(estimated)),
  startedNearTop: shown(fc.option(fc.boolean())),
});
const rows = fc.array(
  fc.record({
    key: fc.uuid(),
    label: fc.constantFrom("One", "Two", "Three"),
    sessions: count,
    came: fc.option(count),
    absent: fc.option(count),
  }),
  { maxLength: 3 },
);
const flags = fc.subarray(["outside", "sevenOneSide", "sevenTrend", "twoOfThree", "another"]);
const stages = ["T0", "T1", "T2", "T3", "M", "T4"] as const;

/** Reports that hold every kind of figure, shown or withheld, in combinations that need not make sense together. */
export const reports: fc.Arbitrary<Report> = fc
  .record({
    slice: fc.constantFrom(
      { kind: "partnership", key: "", name: "Anytown" },
      { kind: "board", key: "KIDS", name: "Children’s board" },
      { kind: "theme", key: "neglect", name: "Neglect" },
      { kind: "agency", key: "a", name: "Police" },
      { kind: "course", key: "neglect", name: "Neglect day" },
    ),
    period: fc.constantFrom(
      sampleReport.period,
      { label: "2026-27-Q2", from: "2026-07-01", until: "2026-10-01" },
      { label: "2026-27-Q4", from: "2027-01-01", until: "2027-04-01" },
    ),
    method: fc.constant("1"),
    workedOutAt: fc.option(fc.constant(Date.UTC(2026, 10, 20))),
    activity: fc.record({
      sessions: count,
      booked: shown(count),
      came: shown(count),
      absent: shown(count),
      walkIns: shown(count),
      byBoard: rows,
      byTheme: rows,
      byAgency: rows,
    }),
    reactions: fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom("relevant", "would-use", "recommend"),
        wording: fc.constant("Relevant to me"),
        highest: fc.constant(5),
        lowestLabel: fc.constantFrom("", "no"),
        highestLabel: fc.constantFrom("", "yes"),
        mean: shown(fc.double({ min: 1, max: 5, noNaN: true })),
        answers: shown(count),
        bands: shown(bands("low", "middle", "high")),
      }),
      { maxLength: 3, selector: ({ slug }) => slug },
    ),
    returns: fc.tuple(
      ...stages.map((stage) =>
        fc.record({
          stage: fc.constant(stage),
          owed: shown(count),
          answered: shown(count),
          rate: shown(fc.option(unit)),
          keptApart: shown(count),
          aim: fc.option(unit),
        }),
      ),
    ),
    confidence: learning,
    scenarios: learning,
    items: fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom("recognise", "act"),
        wording: fc.constant("Recognise"),
        ofCourse: fc.boolean(),
        change: shown(changed),
      }),
      { maxLength: 2, selector: ({ slug }) => slug },
    ),
    baseline: fc.option(
      shown(fc.record({ people: some, drift: estimated, change: estimated, excess: estimated })),
    ),
    responseShift: fc.option(shown(fc.tuple(estimated, some).map(([one, people]) => ({ ...one, people })))),
    followUp: shown(
      fc.record({ people: some, held: estimated, fade: estimated, retention: fc.option(estimated) }),
    ),
    nonResponse: fc.option(
      shown(
        fc.record({
          answered: some,
          silent: some,
          before: estimated,
          change: estimated,
          differ: fc.boolean(),
        }),
      ),
    ),
    practice: fc.record({
      people: shown(count),
      made: shown(count),
      doneOfAsked: shown(shares),
      doneOfAnswered: shown(shares),
      confirmedOfAsked: shown(shares),
      outcomes: shown(bands("done", "partly", "not yet", "no longer relevant")),
      opportunity: shown(shares),
      managersSaw: shown(shares),
      managersNoOpportunity: shown(count),
    }),
    courses: fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom("a", "b", "c"),
        title: fc.constantFrom("Course"),
        sessions: count,
        change: shown(changed),
      }),
      { maxLength: 3, selector: ({ slug }) => slug },
    ),
    overTime: fc.option(
      shown(
        fc.record({
          kind: fc.constantFrom("run chart", "XmR"),
          points: fc.array(
            fc.record({
              label: fc.integer({ min: 0, max: 1e9 }).map((one) => `session ${one}`),
              value: fc.option(number),
              pairs: fc.option(some),
              flags,
            }),
            { maxLength: 15 },
          ),
          middle: fc.option(number),
          lower: fc.option(number),
          upper: fc.option(number),
        }),
      ),
    ),
    funnel: fc.option(
      shown(
        fc.record({
          overall: unit,
          points: fc.array(
            fc.record({ pairs: some, share: unit, outside: fc.constantFrom("no", "95%", "99.8%") }),
            { maxLength: 15 },
          ),
        }),
      ),
    ),
    measures: fc.uniqueArray(
      fc.record({
        number: fc.constantFrom("1", "2", "overall"),
        name: fc.constant("Voice"),
        unit: fc.constantFrom("% of files", "audits"),
        source: fc.constantFrom("audit", "dataset"),
        question: fc.option(fc.constant("Is the child heard?")),
        better: fc.option(fc.constantFrom("higher", "lower")),
        points: fc.uniqueArray(
          fc.record({
            period: fc
              .integer({ min: 1, max: 24 })
              .map(
                (month) =>
                  `20${23 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`,
              ),
            target: fc.option(fc.integer({ min: 0, max: 100 })),
            outcome: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
            cases: fc.option(count),
          }),
          { maxLength: 20, selector: ({ period }) => period },
        ),
        training: fc.constant([]),
      }),
      { maxLength: 2, selector: ({ number: one }) => one },
    ),
    quotes: fc.constant(sampleReport.quotes),
  })
  .map((report) => report as unknown as Report);
