// A world whose sessions were delivered and their figures worked out, and somebody who reads the impact pages in it.
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { writeRoom } from "~/domain/impact/figures/rooms";
import type { Sums } from "~/domain/impact/figures/sums";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { deliverSums, sumsOf } from "../support/release-world";
import { makeWorld, type World } from "../support/world";

export type Delivery = NonNullable<Parameters<typeof deliverSums>[1]>;

export function impactWorld(deliveries: Delivery[] = []) {
  const world = makeWorld();
  for (const delivery of deliveries) deliverSums(world, delivery);
  const visit = siteOf(world);
  const reader = world.person({ roles: ["scrutineer"] });
  const see = async (path: string) => {
    const page = await visit(path, { as: reader });
    expect(page.status, path).toBe(200);
    expect(brokenReferences(page), path).toEqual([]);
    return { page, words: wordsOf(page) };
  };
  return { ...world, world, visit, see, reader };
}

/** A session whose sums are those of so many risers, but for what is given. */
export function deliverWith(world: World, delivery: Delivery, change: (sums: Sums) => Partial<Sums>): void {
  const sessionId = deliverSums(world, delivery);
  const sums = sumsOf(delivery.people ?? 30, delivery.rise);
  world.db
    .update(world.tables.sessionFigures)
    .set(
      writeRoom(new Map((delivery.agencies ?? ["police"]).map((id) => [id, { ...sums, ...change(sums) }]))),
    )
    .where(eq(world.tables.sessionFigures.sessionId, sessionId))
    .run();
}

export function addCourse({ db, tables }: World, id: string, boards: string[] = ["KIDS"]): void {
  db.insert(tables.courses)
    .values({
      id,
      slug: id,
      title: `Course ${id}`,
      summary: "",
      audience: "",
      activityType: "day",
      themeSlug: "neglect",
      minutes: 60,
      offered: true,
    })
    .run();
  for (const boardCode of boards) db.insert(tables.courseBoards).values({ courseId: id, boardCode }).run();
}

/** Every address within the impact pages that a page leads to. */
export const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/href="(\/impact\/(?:figures|courses)\/[^"]+)"/g)].map((match) =>
      (match[1] ?? "").replaceAll("&amp;", "&"),
    ),
  ),
];
