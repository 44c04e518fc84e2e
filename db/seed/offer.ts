// What a partnership teaches, as its file gives it: competencies and who must keep them up, themes, courses, venues. The
// demonstration and a real partnership are filled by the same code.
import type { Db } from "db/client";
import {
  competencies,
  courseBoards,
  courseCompetencies,
  courseLearningSources,
  courseOutcomes,
  courses,
  learningSourceKinds,
  requirements,
  themes,
  venues,
} from "db/schema";
import { slugOf } from "../set-up/contradictions";
import type { Plan } from "../set-up/plan";

export const courseIdOf = (slug: string) => `course-${slug}`;
/** By its place in the file, from 0. */
export const venueIdAt = (position: number) => `venue-${position + 1}`;

type Offer = Omit<Plan, "partnership" | "boards" | "strategicDeliveryGroups" | "agencies" | "roleGroups">;

/** Writes an offer whose boards and kinds of work are there already, inside the caller's transaction. */
export function loadOffer(db: Db, offer: Offer): void {
  offer.competencies.forEach((competency, position) => {
    db.insert(competencies)
      .values({ ...competency, position })
      .run();
  });
  for (const { roleGroup, competency, board, renewMonths } of offer.requirements) {
    db.insert(requirements)
      .values({ roleGroupId: roleGroup, competencyId: competency, boardCode: board, renewMonths })
      .run();
  }
  offer.themes.forEach((theme, position) => {
    db.insert(themes)
      .values({ ...theme, slug: slugOf(theme.name), position })
      .run();
  });
  for (const { board, ...kind } of offer.learningSources)
    db.insert(learningSourceKinds)
      .values({ ...kind, boardCode: board })
      .run();
  for (const course of offer.courses) loadCourse(db, course);
  offer.venues.forEach(({ rooms: _later, ...venue }, position) => {
    db.insert(venues)
      .values({ ...venue, id: venueIdAt(position) })
      .run();
  });
}

function loadCourse(db: Db, course: Offer["courses"][number]): void {
  const {
    theme,
    boards,
    outcomes,
    competencies: taught,
    learningSources,
    bookingRules: _later,
    ...own
  } = course;
  const courseId = courseIdOf(course.slug);
  db.insert(courses)
    .values({ ...own, id: courseId, themeSlug: slugOf(theme), offered: true })
    .run();
  for (const boardCode of boards) db.insert(courseBoards).values({ courseId, boardCode }).run();
  outcomes.forEach((text, position) => {
    db.insert(courseOutcomes).values({ courseId, position, text }).run();
  });
  for (const competencyId of taught) db.insert(courseCompetencies).values({ courseId, competencyId }).run();
  for (const sourceCode of learningSources)
    db.insert(courseLearningSources).values({ courseId, sourceCode }).run();
}
