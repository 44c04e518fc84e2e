// A course to add, and the people who may not.
import { expect } from "vitest";
import type { CourseDetails } from "~/domain/catalogue/catalogue";
import type { Context } from "~/domain/context";
import type { World } from "../../support/world";

export const curiosity: CourseDetails = {
  title: "Professional curiosity",
  summary: "How to ask a second time.",
  audience: "Everyone",
  activityType: "half-day training",
  themeSlug: "neglect",
  ledBy: "Training pool",
  minutes: 180,
  contentNote: null,
  boards: ["KIDS", "ADULT"],
  outcomes: ["Ask twice", "Say why"],
  competencies: ["recognise"],
  learningSources: ["CSPR"],
};

export function withSources(world: World): World {
  world.db.insert(world.tables.learningSourceKinds).values({ code: "CSPR", name: "Practice review" }).run();
  return world;
}

/** Everyone who may not look after the offer: strangers, practitioners, and every role but the coordinator's. */
export const outsiders = (world: World): Context[] => [
  world.stranger,
  world.as(world.person()),
  ...(["agency_lead", "trainer", "sdg_member", "scrutineer", "admin"] as const).map((role) =>
    world.as(world.person({ roles: [role] })),
  ),
];

/** An entry of the trail as the coordinator left it. */
export const entryBy = (world: World, entry: object) => ({
  id: expect.any(Number),
  at: world.clock.now(),
  actorKind: "person",
  actorPersonId: world.coordinator,
  aboutPersonId: null,
  screen: "test",
  ...entry,
});
