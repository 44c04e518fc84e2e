// The partnership of the demonstration: the file that shows how any partnership's is written.
import file from "../set-up/blackpool.json";
import { readPlan } from "../set-up/plan";
import { courseIdOf } from "./offer";
import { must } from "./seeding";

export const blackpool = must(readPlan(JSON.stringify(file)));

/** What each kind of work requires, by its id. */
export const requiredOf: ReadonlyMap<string, readonly string[]> = new Map(
  blackpool.roleGroups.map(({ id }) => [
    id,
    blackpool.requirements.filter(({ roleGroup }) => roleGroup === id).map(({ competency }) => competency),
  ]),
);

export type OfferedCourse = { id: string; competencies: readonly string[] };

/** By their slugs. */
export const offered: ReadonlyMap<string, OfferedCourse> = new Map(
  blackpool.courses.map(({ slug, competencies }) => [slug, { id: courseIdOf(slug), competencies }]),
);
