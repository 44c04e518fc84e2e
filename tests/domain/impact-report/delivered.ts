// The reporting year of the tests, and another course in their world.

import type { Period } from "~/domain/impact/impact";
import type { World } from "../../support/world";

export const year: Period = { label: "2026-27", from: "2026-04-01", until: "2027-04-01" };

/** Another course, of a theme of its own if one is named. */
export function addCourse(
  world: World,
  id: string,
  { themeSlug = "neglect", boards = ["KIDS"] } = {},
): string {
  const { db, tables } = world;
  if (themeSlug !== "neglect")
    db.insert(tables.themes)
      .values({ slug: themeSlug, name: themeSlug, years: "2026", position: 9 })
      .onConflictDoNothing()
      .run();
  db.insert(tables.courses)
    .values({
      id,
      slug: id,
      title: `Course ${id}`,
      summary: "",
      audience: "",
      activityType: "day",
      themeSlug,
      minutes: 60,
      offered: true,
    })
    .run();
  for (const boardCode of boards) db.insert(tables.courseBoards).values({ courseId: id, boardCode }).run();
  return id;
}
