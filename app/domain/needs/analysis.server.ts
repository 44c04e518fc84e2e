// The partnership's training needs: everyone against what their kind of work requires, and what is on offer against that.
import type { Context } from "~/domain/context";
import { addMonths, type CivilDate, civilDateAt } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { readForAnalysis } from "./analysis-queries.server";
import type { NeedCounts, NeedKind } from "./needs";
import { mayAnalyse } from "./policy";
import { readProgramme, type TeachingCourse } from "./programme.server";
import { endOfDay } from "./queries.server";
import { type Known, needStatus } from "./rules";

export type NeedsAnalysis = {
  on: CivilDate;
  people: {
    /** Those whose kind of work requires something that is counted: everyone the counts are about. */
    withRequirements: number;
    /** Those who have not said what they do: what they need is not known, and they are in no other count. */
    withoutKindOfWork: number;
  };
  /** People by how they stand with each competency that someone requires; no one is counted twice in a row. */
  competencies: {
    id: string;
    name: string;
    /** The boards that ask for it. */
    boards: string[];
    counts: NeedCounts;
    /** What is on offer for it: courses, and sessions that take bookings and start by `offer.until`. */
    offer: { courses: { slug: string; title: string }[]; sessions: number; places: number; until: CivilDate };
  }[];
  /** Names of competencies that too few people need; they are in no count. */
  leftOut: string[];
  /**
   * `requirements`: counted once for each person and competency; so one person may be counted several times.
   * `people`: those with at least one requirement that stands so; so they do not add up. `competencies`: by id.
   */
  agencies: {
    id: string;
    name: string;
    requirements: NeedCounts;
    people: NeedCounts;
    competencies: Map<string, NeedCounts>;
  }[];
};

/** How far ahead places on offer are set against a gap. */
const monthsAhead = 3;

/**
 * Everyone's needs on the London day of `at`, from records, answers and accounts as they were by then; what is on offer
 * is always today's. The counts are true counts, small ones among them: whoever shows them withholds those first.
 * @param options.fewest competencies that fewer people need are left out of every count
 * @throws Forbidden
 */
export function needsAnalysis(ctx: Context, at: number, { fewest = 1 } = {}): NeedsAnalysis {
  if (!mayAnalyse(ctx.actor)) throw new Forbidden("the needs analysis");
  const on = civilDateAt(at);
  const { requirements, people, records, elsewhere, answers } = readForAnalysis(ctx, endOfDay(at));
  const inGroup = groupBy(people, (person) => person.roleGroupId);
  const asked = [...groupBy(requirements, (requirement) => requirement.competencyId)].map(([id, rows]) => ({
    id,
    name: rows[0]?.name ?? "",
    boards: [...new Set(rows.map((row) => row.boardCode))],
    neededBy: rows.reduce((sum, row) => sum + (inGroup.get(row.roleGroupId)?.length ?? 0), 0),
  }));
  const counted = asked.filter(({ neededBy }) => neededBy > 0 && neededBy >= fewest);
  const ids = new Set(counted.map(({ id }) => id));
  const requiredBy = groupBy(
    requirements.filter(({ competencyId }) => ids.has(competencyId)),
    (requirement) => requirement.roleGroupId,
  );
  const recordsOf = groupBy(records, (record) => record.personId);
  const answersOf = groupBy(answers, (answer) => answer.personId);
  const elsewhereOf = groupBy(elsewhere, (learning) => learning.personId);
  const dayAt = remembered((instant: number) => civilDateAt(instant));
  const later = rememberedMonths();

  const byCompetency = new Tally();
  const agencies = [...groupBy(people, (person) => person.agencyId)].map(([id, staff]) => {
    const own = { requirements: noCounts(), people: noCounts(), competencies: new Tally() };
    for (const person of staff) {
      const kinds = new Set<NeedKind | "required">();
      for (const { competencyId, renewMonths } of requiredBy.get(person.roleGroupId ?? "") ?? []) {
        const record = recordsOf.get(person.id)?.find((row) => row.competencyId === competencyId);
        const answer = answersOf.get(person.id)?.find((row) => row.competencyId === competencyId);
        const known: Known = {
          trainedOn: record ? dayAt(record.at) : null,
          elsewhere: elsewhereOf.get(person.id)?.filter((row) => row.competencyId === competencyId),
          said: answer?.lastTrained ? { lastTrained: answer.lastTrained, on: dayAt(answer.at) } : null,
        };
        const { kind } = needStatus(renewMonths, known, on, later);
        kinds.add(kind).add("required");
        for (const counts of [
          own.requirements,
          own.competencies.of(competencyId),
          byCompetency.of(competencyId),
        ]) {
          counts[kind] += 1;
          counts.required += 1;
        }
      }
      for (const kind of kinds) own.people[kind] += 1;
    }
    return { id, name: staff[0]?.agencyName ?? "", ...own, competencies: own.competencies.counts };
  });

  const programme = readProgramme(ctx);
  const until = addMonths(civilDateAt(ctx.clock.now()), monthsAhead);
  return {
    on,
    people: {
      withRequirements: agencies.reduce((sum, agency) => sum + agency.people.required, 0),
      withoutKindOfWork: inGroup.get(null)?.length ?? 0,
    },
    competencies: counted.map(({ id, name, boards }) => ({
      id,
      name,
      boards,
      counts: byCompetency.of(id),
      offer: offerUntil(programme.get(id) ?? [], until),
    })),
    leftOut: asked.filter(({ id, neededBy }) => neededBy > 0 && !ids.has(id)).map(({ name }) => name),
    agencies: agencies.filter((agency) => agency.people.required > 0),
  };
}

function offerUntil(courses: readonly TeachingCourse[], until: CivilDate) {
  const soon = courses.flatMap((course) =>
    course.sessions.filter((session) => (session.dates[0]?.date ?? "9999-12-31") <= until),
  );
  return {
    courses: courses.map(({ slug, title }) => ({ slug, title })),
    sessions: soon.length,
    places: soon.reduce((sum, session) => sum + session.placesLeft, 0),
    until,
  };
}

const noCounts = (): NeedCounts => ({ required: 0, held: 0, reported: 0, gap: 0, unknown: 0 });

/** Counts by key, at nothing until they are asked for. */
class Tally {
  readonly counts = new Map<string, NeedCounts>();

  of(key: string): NeedCounts {
    const counts = this.counts.get(key) ?? noCounts();
    this.counts.set(key, counts);
    return counts;
  }
}

/** Remembers what a pure function gave: calendars are slow, and many people share few days. */
function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    let value = kept.get(key);
    if (value === undefined) {
      value = compute(key);
      kept.set(key, value);
    }
    return value;
  };
}

function rememberedMonths(): typeof addMonths {
  const byMonths = remembered((months: number) => remembered((date: CivilDate) => addMonths(date, months)));
  return (date, months) => byMonths(months)(date);
}
