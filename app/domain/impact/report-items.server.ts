// What a report can tell of: questions (confidence asked both times, reactions and choices at the end), and themes.
import { prepared } from "db/client";
import { courses, instrumentItems, items } from "db/schema";
import { eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { ReportInputs } from "./report";

const kinds = ["confidence", "reaction", "choice"] as const;

const asked = prepared((db) =>
  db
    .select({
      id: items.id,
      slug: items.slug,
      wording: items.wording,
      kind: items.kind,
      lowest: sql<number>`coalesce(${items.lowest}, 0)`,
      highest: sql<number>`coalesce(${items.highest}, 0)`,
      lowestLabel: sql<string>`coalesce(${items.lowestLabel}, '')`,
      highestLabel: sql<string>`coalesce(${items.highestLabel}, '')`,
      courseId: items.courseId,
    })
    .from(items)
    .innerJoin(instrumentItems, eq(instrumentItems.itemId, items.id))
    .where(inArray(items.kind, [...kinds]))
    .groupBy(items.id)
    .orderBy(
      sql`${items.courseId} is not null`,
      sql`min(${instrumentItems.position})`,
      items.slug,
      items.version,
    )
    .prepare(),
);

/** Those with these ids, core ones first, in the order in which they are asked. */
export function listItems(ctx: Pick<Context, "db">, ids: ReadonlySet<string>): ReportInputs["items"] {
  return asked(ctx.db)
    .all()
    .flatMap(({ kind, ...item }) => {
      const known = kinds.find((one) => one === kind);
      return known && ids.has(item.id) ? [{ ...item, kind: known }] : [];
    });
}

const themes = prepared((db) =>
  db.select({ id: courses.id, theme: courses.themeSlug }).from(courses).prepare(),
);

/** The theme of each course, by course id. */
export const themesOfCourses = (ctx: Pick<Context, "db">) =>
  new Map(
    themes(ctx.db)
      .all()
      .map(({ id, theme }) => [id, theme]),
  );
