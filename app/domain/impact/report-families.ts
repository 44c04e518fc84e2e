// The report's figures as disclosure control sees them: whom each counts, and what else is known where it is shown.
import { LIMITS } from "./disclosure/limits";
import type { SumCounts } from "./figures/counts";
import { emptyPairs, type StageCounts, type Sums, sumStages } from "./figures/sums";
import type { ReportInputs } from "./report";

export type Counted = { fewest: number; of: (sums: SumCounts) => number };

/**
 * Figures that are shown or withheld together. `counts` are the people (or commitments) that their readers learn of,
 * those left over included: everyone less those who answered. `within`: shown only where these are. `settled`: days
 * after a quarter's end until its answers no longer change, so that two readings do not differ by a latecomer.
 */
export type Family = {
  key: string;
  counts: Counted[];
  within: string[];
  settled: number;
  bySession: boolean;
  /** Of one course's own questions: known of that course only. */
  courseId: string | null;
  /** What it is called where it is held back beside an earlier report (disclosure/differencing.ts). */
  heldAs: string;
};

const few = LIMITS.count;
const many = LIMITS.figure.partnership;

const count = (of: Counted["of"]): Counted => ({ fewest: few, of });
const basis = (of: Counted["of"]): Counted => ({ fewest: many, of });
/** A share gives the part and the rest away, and 0% and 100% say something of everyone. */
const shareOf = (whole: Counted["of"], part: Counted["of"]): Counted[] => [
  basis(whole),
  count(part),
  count((sums) => Math.max(0, whole(sums) - part(sums))),
];

const family = (key: string, counts: Counted[], more: Partial<Family> = {}): Family => ({
  key,
  counts,
  within: [],
  settled: settledAfter.T2,
  bySession: false,
  courseId: null,
  heldAs: key,
  ...more,
});

/** Answers come in until the stage has closed: two days for the end, 26 weeks and ten months for those told late. */
const settledAfter = { places: 0, T0: 7, T1: 7, T2: 42, T3: 182, M: 126, T4: 306 };

const places: Family[] = [
  family("came", [count((sums) => sums.places.came)], { settled: settledAfter.places }),
  family("absent", [count((sums) => sums.places.absent)], { settled: settledAfter.places }),
  family("walk-ins", [count((sums) => sums.places.walkIns)], { settled: settledAfter.places }),
  family(
    "booked",
    [
      count((sums) => sums.places.booked),
      count(({ places: { booked, came, absent, walkIns } }) => Math.abs(booked + walkIns - came - absent)),
    ],
    { within: ["came", "absent", "walk-ins"], settled: settledAfter.places },
  ),
];

const stages: Family[] = sumStages.flatMap((stage) => {
  const at = (field: keyof StageCounts) => (sums: SumCounts) => sums.stages[stage][field];
  const settled = settledAfter[stage];
  return [
    family(
      `stage/${stage}`,
      // With the number who came, the number asked tells of those who were not: walked in, or had no manager asked.
      [
        ...shareOf(at("owed"), at("answered")),
        count((sums) => Math.abs(sums.places.came - at("owed")(sums))),
      ],
      { settled },
    ),
    family(
      `kept apart/${stage}`,
      [
        count(at("keptApart")),
        count((sums) => Math.max(0, at("owed")(sums) - at("answered")(sums) - at("keptApart")(sums))),
      ],
      { within: [`stage/${stage}`], settled },
    ),
  ];
});

type PairsOf = (sums: SumCounts) => SumCounts["confidence"];

/** `key`, its matched rate, the split into three, and the split into two where three would be too fine. */
function learning(key: string, pairs: PairsOf, more: Partial<Family>): Family[] {
  const n = (sums: SumCounts) => pairs(sums).pairs.x.n;
  const improved = (sums: SumCounts) => pairs(sums).improved;
  return [
    family(key, [basis(n)], { ...more, settled: settledAfter.T0 }),
    family(
      `${key}/matched`,
      shareOf((sums) => sums.places.came, n),
      {
        within: [key, "came"],
        settled: settledAfter.T0,
      },
    ),
    family(`${key}/improved`, shareOf(n, improved), { ...more, within: [key], settled: settledAfter.T0 }),
    family(
      `${key}/direction`,
      [basis(n), count(improved), count((sums) => pairs(sums).same), count((sums) => pairs(sums).declined)],
      { within: [key, `${key}/improved`], settled: settledAfter.T0 },
    ),
  ];
}

const nOfPairs = (sums: SumCounts) => sums.confidence.pairs.x.n;
/** Those of the matched pairs who are not in it: all pairs less these would show them. */
const andRest = (n: Counted["of"]) => [
  basis(n),
  basis((sums: SumCounts) => Math.max(0, nOfPairs(sums) - n(sums))),
];

const later: Family[] = [
  family(
    "baseline",
    andRest((sums) => sums.baseline.x.n),
    { within: ["confidence"], settled: settledAfter.T0 },
  ),
  family("response shift", [basis((sums) => sums.recalled.x.n)], { settled: settledAfter.T0 }),
  family(
    "follow-up",
    andRest((sums) => sums.followUp.gains.x.n),
    { within: ["confidence"], settled: settledAfter.T3 },
  ),
  family(
    "non-response",
    [
      ...andRest((sums) => sums.laterAnswered.change.n),
      basis((sums) => sums.laterSilent.change.n),
      count((sums) => Math.abs(sums.laterAnswered.change.n - sums.followUp.gains.x.n)),
    ],
    { within: ["confidence", "follow-up"], settled: settledAfter.T3 },
  ),
];

const of = (name: Exclude<keyof Sums["commitments"], "seen">) => (sums: SumCounts) => sums.commitments[name];
/** Made too lately to be asked about: all made less those asked about would show them. */
const notAsked = ({ commitments: { made, asked } }: SumCounts) => made - asked;
export const confirmed = (sums: SumCounts) => sums.commitments.seen.yes + sums.commitments.seen.partly;
export const couldSay = ({ managers }: SumCounts) => managers.yes + managers.partly + managers.no;
export const sawIt = ({ managers }: SumCounts) => managers.yes + managers.partly;

const late = { settled: settledAfter.T3 };
const practice: Family[] = [
  family("people with commitments", [count(of("people"))], { settled: settledAfter.T0 }),
  family("commitments", [count(of("made"))], { settled: settledAfter.T0 }),
  family("done of asked", [...shareOf(of("asked"), of("done")), count(notAsked)], {
    ...late,
    within: ["commitments"],
  }),
  family(
    "done of answered",
    [...shareOf(of("answered"), of("done")), ...shareOf(of("asked"), of("answered"))],
    {
      ...late,
      within: ["commitments", "done of asked"],
    },
  ),
  family("confirmed of asked", [...shareOf(of("asked"), confirmed), count(notAsked)], {
    ...late,
    within: ["commitments"],
  }),
  ...[
    [of("done"), of("partly"), of("notYet"), of("noLonger")],
    [of("done"), of("partly"), (sums: SumCounts) => of("notYet")(sums) + of("noLonger")(sums)],
    [of("done"), (sums: SumCounts) => of("answered")(sums) - of("done")(sums)],
  ].map((bands, level) =>
    family(`outcomes/${level}`, [basis(of("answered")), ...bands.map(count)], {
      ...late,
      within: ["done of answered", ...(level < 2 ? [`outcomes/${level + 1}`] : [])],
    }),
  ),
  family(
    "opportunity",
    shareOf((sums) => of("opportunity")(sums) + of("noOpportunity")(sums), of("opportunity")),
    late,
  ),
  family("managers saw", shareOf(couldSay, sawIt), late),
  family("managers: no opportunity", [count((sums) => sums.managers["no opportunity"])], late),
];

const noPairs = emptyPairs();

/** The fixed figures of every report. */
const fixedFamilies: readonly Family[] = [
  ...places,
  ...stages,
  ...learning("confidence", (sums) => sums.confidence, { bySession: true }),
  ...learning("scenarios", (sums) => sums.scenarios, {}),
  ...later,
  ...practice,
];

type Asked = Pick<ReportInputs["items"][number], "id" | "slug" | "wording" | "kind" | "courseId">;

const familyOfItem = ({ id, slug, wording, courseId }: Asked): Family =>
  family(`item/${id}`, [basis((sums) => (sums.items[id] ?? noPairs).pairs.x.n)], {
    settled: settledAfter.T0,
    courseId,
    heldAs: `item/${slug}: ${wording}`,
  });

/** Low, middle and high answers of a question, from counts of each answer from the lowest. */
export function thirdsOf(counts: readonly number[]): { low: number; middle: number; high: number } {
  const thirds = { low: 0, middle: 0, high: 0 };
  for (let index = 0; index < counts.length; index++) {
    const at = index / Math.max(1, counts.length - 1);
    thirds[at < 0.4 ? "low" : at > 0.6 ? "high" : "middle"] += counts[index] ?? 0;
  }
  return thirds;
}

/** A question's answers; the same in thirds, and in two where three would be too fine. */
function familiesOfReaction({ id, slug, wording, courseId }: Asked): Family[] {
  const key = `reaction/${id}`;
  const heldAs = `reaction/${slug}: ${wording}`;
  const thirds = (sums: SumCounts) => thirdsOf(sums.reactions[id] ?? []);
  const n = (sums: SumCounts) => (sums.reactions[id] ?? []).reduce((total, one) => total + one, 0);
  const high = (sums: SumCounts) => thirds(sums).high;
  return [
    family(key, [basis(n)], { courseId, heldAs }),
    family(`${key}/two`, shareOf(n, high), { within: [key], courseId }),
    family(
      `${key}/three`,
      [basis(n), count(high), count((sums) => thirds(sums).middle), count((sums) => thirds(sums).low)],
      { within: [key, `${key}/two`], courseId },
    ),
  ];
}

/** Every family by its key. */
export function familiesOf(items: readonly Asked[]): Map<string, Family> {
  const own = items.flatMap((item) => {
    if (item.kind === "confidence") return [familyOfItem(item)];
    return item.kind === "reaction" ? familiesOfReaction(item) : [];
  });
  return new Map([...fixedFamilies, ...own].map((one) => [one.key, one]));
}
