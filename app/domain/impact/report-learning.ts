// What changed for learners: confidence, scenarios, single questions, and what was kept weeks later.
import { type Shown, show } from "./disclosure/shown";
import { roomOf } from "./figures/rooms";
import { emptyPairs, type PairSums, type Sums } from "./figures/sums";
import type { Bands, Direction } from "./impact";
import type { LearningFigure, Report, ReportInputs } from "./report";
import { baselineOf, changeOf, followUpOf, nearTop, nonResponseIn, shiftOf, sizeOf } from "./report-figures";
import type { Reading } from "./report-readings";
import { verdictsOf } from "./report-verdicts";

type PairsOf = (sums: Sums) => PairSums;

/** @param family "confidence" or "scenarios" */
export function learningOf(reading: Reading, family: string, pairs: PairsOf): LearningFigure {
  const { figure } = reading;
  return {
    change: figure(family, (sums) => changeOf(pairs(sums))),
    matchedRate: figure(
      `${family}/matched`,
      (sums): number | null => pairs(sums).pairs.x.n / sums.places.came,
    ),
    direction: directionOf(reading, family, pairs),
    size: figure(family, (sums) => sizeOf(pairs(sums))),
    startedNearTop: figure(family, (sums) => nearTop(pairs(sums))),
  };
}

/** In three where that is fine enough; else those who went up and the rest. */
function directionOf({ figure, verdict }: Reading, family: string, pairs: PairsOf): Shown<Bands<Direction>> {
  if (verdict(`${family}/direction`) === "shown")
    return figure(`${family}/direction`, (sums) => {
      const { improved, same, declined } = pairs(sums);
      return bandsOf<Direction>([
        [["improved"], improved],
        [["same"], same],
        [["declined"], declined],
      ]);
    });
  return figure(`${family}/improved`, (sums) => {
    const { improved, same, declined } = pairs(sums);
    return bandsOf<Direction>([
      [["improved"], improved],
      [["same", "declined"], same + declined],
    ]);
  });
}

/** Bands of a group, with percentages of it. */
export function bandsOf<Label>(bands: readonly (readonly [labels: Label[], count: number])[]): Bands<Label> {
  const n = bands.reduce((total, [, count]) => total + count, 0);
  return {
    n,
    bands: bands.map(([labels, count]) => ({ labels, count, percent: n === 0 ? 0 : (100 * count) / n })),
  };
}

type Later = Pick<Report, "items" | "baseline" | "responseShift" | "followUp" | "nonResponse">;

export function laterOf(inputs: ReportInputs, reading: Reading): Later {
  const { figure, slice } = reading;
  const own = slice.kind === "course" ? verdictsOf(inputs).populations.coursesOf("course", slice.key) : null;
  const asked = inputs.items.filter(
    ({ kind, courseId }) => kind === "confidence" && (courseId === null || own?.has(courseId) === true),
  );
  // A design that nobody used has no figure; that says nothing of anyone.
  const used = (people: (sums: Sums) => number) =>
    inputs.sessions.some((session) => people(roomOf(session).whole()) > 0);
  const none = show("shown", 0, () => null);
  return {
    items: asked.map(({ id, slug, wording, courseId }) => ({
      slug,
      wording,
      ofCourse: courseId !== null,
      change: figure(`item/${id}`, (sums) => changeOf(sums.items[id] ?? emptyPairs())),
    })),
    baseline: used(({ baseline }) => baseline.x.n) ? figure("baseline", baselineOf) : none,
    responseShift: used(({ recalled }) => recalled.x.n)
      ? figure("response shift", (sums) => shiftOf(sums.recalled))
      : none,
    followUp: figure("follow-up", followUpOf),
    nonResponse: figure("non-response", nonResponseIn),
  };
}
