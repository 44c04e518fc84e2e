// How it was received, who answered, and what became of commitments.
import type { Shown } from "./disclosure/shown";
import { roomOf } from "./figures/rooms";
import { type Sums, sumStages } from "./figures/sums";
import type { Bands } from "./impact";
import type { Practice, Reaction, ReportInputs, ReturnRate, Share } from "./report";
import { confirmed, couldSay, sawIt, thirdsOf } from "./report-families";
import { meanAnswer, shareOf } from "./report-figures";
import { bandsOf } from "./report-learning";
import type { Reading } from "./report-readings";
import { verdictsOf } from "./report-verdicts";

/** Planning values to beat, not pass marks. */
const aims: Partial<Record<ReturnRate["stage"], number>> = { T2: 0.7, T3: 0.4, M: 0.3 };

/** Stages that anybody was asked in the year. */
export function returnsOf(inputs: ReportInputs, { figure }: Reading): ReturnRate[] {
  const asked = sumStages.filter((stage) =>
    inputs.sessions.some((session) => roomOf(session).whole().stages[stage].owed > 0),
  );
  return asked.map((stage) => {
    const family = `stage/${stage}`;
    return {
      stage,
      owed: figure(family, ({ stages }) => stages[stage].owed),
      answered: figure(family, ({ stages }) => stages[stage].answered),
      rate: figure(family, ({ stages }): number | null => stages[stage].answered / stages[stage].owed),
      keptApart: figure(`kept apart/${stage}`, ({ stages }) => stages[stage].keptApart),
      aim: aims[stage] ?? null,
    };
  });
}

export function reactionsOf(inputs: ReportInputs, reading: Reading): Reaction[] {
  const { figure, slice } = reading;
  const own = slice.kind === "course" ? verdictsOf(inputs).populations.coursesOf("course", slice.key) : null;
  return inputs.items
    .filter(({ kind, courseId }) => kind === "reaction" && (courseId === null || own?.has(courseId) === true))
    .map((item) => {
      const { id, slug, wording, lowest, highest, lowestLabel, highestLabel } = item;
      const answers = (sums: Sums) => sums.reactions[id] ?? [];
      return {
        slug,
        wording,
        highest,
        lowestLabel,
        highestLabel,
        mean: figure(`reaction/${id}`, (sums) => meanAnswer(answers(sums), lowest)),
        answers: figure(`reaction/${id}`, (sums) => answers(sums).reduce((total, n) => total + n, 0)),
        bands: reactionBands(reading, `reaction/${id}`, answers),
      };
    });
}

function reactionBands(
  { figure, verdict }: Reading,
  family: string,
  answers: (sums: Sums) => readonly number[],
): Reaction["bands"] {
  type Third = "low" | "middle" | "high";
  if (verdict(`${family}/three`) === "shown")
    return figure(`${family}/three`, (sums) => {
      const { low, middle, high } = thirdsOf(answers(sums));
      return bandsOf<Third>([
        [["low"], low],
        [["middle"], middle],
        [["high"], high],
      ]);
    });
  return figure(`${family}/two`, (sums) => {
    const { low, middle, high } = thirdsOf(answers(sums));
    return bandsOf<Third>([
      [["low", "middle"], low + middle],
      [["high"], high],
    ]);
  });
}

export function practiceOf(reading: Reading): Practice {
  const { figure, count } = reading;
  const share = (family: string, of: (sums: Sums) => [part: number, whole: number]): Shown<Share | null> =>
    figure(family, (sums) => shareOf(...of(sums)));
  return {
    people: count("people with commitments", ({ commitments }) => commitments.people),
    made: count("commitments", ({ commitments }) => commitments.made),
    doneOfAsked: share("done of asked", ({ commitments: { done, asked } }) => [done, asked]),
    doneOfAnswered: share("done of answered", ({ commitments: { done, answered } }) => [done, answered]),
    confirmedOfAsked: share("confirmed of asked", (sums) => [confirmed(sums), sums.commitments.asked]),
    outcomes: outcomesOf(reading),
    opportunity: share("opportunity", ({ commitments: { opportunity, noOpportunity } }) => [
      opportunity,
      opportunity + noOpportunity,
    ]),
    managersSaw: share("managers saw", (sums) => [sawIt(sums), couldSay(sums)]),
    managersNoOpportunity: count("managers: no opportunity", ({ managers }) => managers["no opportunity"]),
  };
}

type Outcome = "done" | "partly" | "not yet" | "no longer relevant";

/** As finely as may be: in four, in three, or done and the rest. */
function outcomesOf({ figure, verdict }: Reading): Shown<Bands<Outcome>> {
  const level = [0, 1, 2].find((one) => verdict(`outcomes/${one}`) === "shown") ?? 2;
  return figure(`outcomes/${level}`, ({ commitments: { done, partly, notYet, noLonger } }) => {
    const bands: [Outcome[], number][][] = [
      [
        [["done"], done],
        [["partly"], partly],
        [["not yet"], notYet],
        [["no longer relevant"], noLonger],
      ],
      [
        [["done"], done],
        [["partly"], partly],
        [["not yet", "no longer relevant"], notYet + noLonger],
      ],
      [
        [["done"], done],
        [["partly", "not yet", "no longer relevant"], partly + notYet + noLonger],
      ],
    ];
    return bandsOf(bands[level] ?? []);
  });
}
