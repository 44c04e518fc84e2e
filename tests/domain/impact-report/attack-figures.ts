// What a report tells, figure by figure: whom each counts, and whether it is shown.
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Sums } from "~/domain/impact/figures/sums";
import type { Report } from "~/domain/impact/report";

/** Something counted, and whether a report tells it of its part. */
type Told = {
  name: string;
  fewest: number;
  of: (sums: Sums) => number;
  in: (report: Report) => boolean;
  family: string;
};

const shown = (figure: unknown) => !isWithheld(figure) && figure !== null;
export const pairs = (sums: Sums) => sums.confidence.pairs.x.n;
const rate = (report: Report, stage: string) => report.returns.find((one) => one.stage === stage);
const improvedIn = ({ confidence: { direction } }: Report) => shown(direction);
const splitInThree = ({ confidence: { direction } }: Report) =>
  !isWithheld(direction) && direction.bands.length === 3;

export const told: readonly Told[] = [
  {
    name: "came",
    fewest: 5,
    of: ({ places }) => places.came,
    in: (r) => shown(r.activity.came),
    family: "came",
  },
  {
    name: "absent",
    fewest: 5,
    of: ({ places }) => places.absent,
    in: (r) => shown(r.activity.absent),
    family: "absent",
  },
  {
    name: "walk-ins",
    fewest: 5,
    of: ({ places }) => places.walkIns,
    in: (r) => shown(r.activity.walkIns),
    family: "walk-ins",
  },
  { name: "pairs", fewest: 10, of: pairs, in: (r) => shown(r.confidence.change), family: "confidence" },
  {
    name: "one question",
    fewest: 10,
    of: (s) => s.items.recognise?.pairs.x.n ?? 0,
    in: (r) => shown(r.items[0]?.change),
    family: "item/recognise",
  },
  {
    name: "improved",
    fewest: 5,
    of: (s) => s.confidence.improved,
    in: improvedIn,
    family: "confidence/improved",
  },
  {
    name: "not improved",
    fewest: 5,
    of: (s) => s.confidence.same + s.confidence.declined,
    in: improvedIn,
    family: "confidence/improved",
  },
  { name: "same", fewest: 5, of: (s) => s.confidence.same, in: splitInThree, family: "confidence/direction" },
  {
    name: "declined",
    fewest: 5,
    of: (s) => s.confidence.declined,
    in: splitInThree,
    family: "confidence/direction",
  },
  {
    name: "answered later",
    fewest: 10,
    of: (s) => s.followUp.gains.x.n,
    in: (r) => shown(r.followUp),
    family: "follow-up",
  },
  {
    name: "silent later",
    fewest: 10,
    of: (s) => pairs(s) - s.followUp.gains.x.n,
    in: (r) => shown(r.followUp) && shown(r.confidence.change),
    family: "follow-up",
  },
  ...["T0", "T2", "T3"].flatMap((stage): Told[] => {
    const at = (sums: Sums) => sums.stages[stage as "T2"];
    const is = (report: Report) => shown(rate(report, stage)?.rate);
    const family = `stage/${stage}`;
    return [
      { name: `${stage} answered`, fewest: 5, of: (s) => at(s).answered, in: is, family },
      { name: `${stage} not answered`, fewest: 5, of: (s) => at(s).owed - at(s).answered, in: is, family },
    ];
  }),
  {
    name: "relevance",
    fewest: 10,
    of: (s) => (s.reactions.relevant ?? []).reduce((a, b) => a + b, 0),
    in: (r) => shown(r.reactions[0]?.mean),
    family: "reaction/relevant",
  },
  {
    name: "high relevance",
    fewest: 5,
    of: (s) => (s.reactions.relevant ?? []).slice(3).reduce((a, b) => a + b, 0),
    in: (r) => shown(r.reactions[0]?.bands),
    family: "reaction/relevant/two",
  },
  {
    name: "commitments done",
    fewest: 5,
    of: (s) => s.commitments.done,
    in: (r) => shown(r.practice.doneOfAsked),
    family: "done of asked",
  },
  {
    name: "commitments not done",
    fewest: 5,
    of: (s) => s.commitments.asked - s.commitments.done,
    in: (r) => shown(r.practice.doneOfAsked),
    family: "done of asked",
  },
];
