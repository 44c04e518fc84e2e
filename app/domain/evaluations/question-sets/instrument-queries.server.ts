// Question sets as those who keep them see them: what is asked now, what is being written, and every item's right answers.
import { type Db, prepared } from "db/client";
import { instrumentItems, instruments, itemOptions, items } from "db/schema";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayKeepSets } from "./instrument-policy";
import { type KeptItem, type KeptSet, kindsAt, type SetStage } from "./instrument-rules";

export type Keeper = Pick<Context, "db" | "actor">;

/** @throws Forbidden */
export function mustKeepSets({ actor }: Pick<Context, "actor">): void {
  if (!mayKeepSets(actor)) throw new Forbidden("question sets");
}

// "items.id" is spelt out: in a query of one table a column is written without its table, and would mean another here.
const out = sql<boolean>`exists (select 1 from ${instrumentItems} as asked
  inner join ${instruments} as sets on sets.id = asked.instrument_id
  where asked.item_id = items.id and sets.published_at is not null)`.mapWith(Boolean);

const itemColumns = {
  id: items.id,
  slug: items.slug,
  version: items.version,
  kind: items.kind,
  wording: items.wording,
  lowestLabel: items.lowestLabel,
  middleLabel: items.middleLabel,
  highestLabel: items.highestLabel,
  courseId: items.courseId,
  outcome: items.outcome,
  recallsItemId: items.recallsItemId,
  out,
};
const itemsOfSet = prepared((db) =>
  db
    .select(itemColumns)
    .from(instrumentItems)
    .innerJoin(items, eq(items.id, instrumentItems.itemId))
    .where(eq(instrumentItems.instrumentId, sql.placeholder("id")))
    .orderBy(asc(instrumentItems.position))
    .prepare(),
);
const itemById = prepared((db) =>
  db
    .select(itemColumns)
    .from(items)
    .where(eq(items.id, sql.placeholder("id")))
    .prepare(),
);
const versionsOf = prepared((db) =>
  db
    .select(itemColumns)
    .from(items)
    .where(eq(items.slug, sql.placeholder("slug")))
    .orderBy(desc(items.version))
    .prepare(),
);
const everyItemOf = prepared((db) =>
  db
    .select(itemColumns)
    .from(items)
    .where(sql`${items.courseId} is ${sql.placeholder("courseId")}`)
    .orderBy(asc(items.kind), asc(items.slug), desc(items.version))
    .prepare(),
);
const optionsOf = prepared((db) =>
  db
    .select({ text: itemOptions.text, right: itemOptions.right })
    .from(itemOptions)
    .where(eq(itemOptions.itemId, sql.placeholder("itemId")))
    .orderBy(asc(itemOptions.position))
    .prepare(),
);

type Row = Omit<KeptItem, "options">;
const withOptions = (db: Db, row: Row): KeptItem => ({
  ...row,
  options:
    row.kind === "scenario" || row.kind === "choice"
      ? optionsOf(db)
          .all({ itemId: row.id })
          .map(({ text, right }) => ({ text, right: right === true }))
      : [],
});

/** Every version of an item, the newest first. */
export const versionsOfItem = (db: Db, slug: string): KeptItem[] =>
  versionsOf(db)
    .all({ slug })
    .map((row) => withOptions(db, row));

export const slugOfItem = (db: Db) => (id: string) => itemById(db).get({ id })?.slug ?? "";

const setById = prepared((db) =>
  db
    .select()
    .from(instruments)
    .where(eq(instruments.id, sql.placeholder("id")))
    .prepare(),
);
const setsOf = prepared((db) =>
  db
    .select()
    .from(instruments)
    .where(sql`${instruments.courseId} is ${sql.placeholder("courseId")}`)
    .orderBy(asc(instruments.stage), desc(instruments.version))
    .prepare(),
);

const withItems = (db: Db, set: typeof instruments.$inferSelect): KeptSet => ({
  ...set,
  items: itemsOfSet(db)
    .all({ id: set.id })
    .map((row) => withOptions(db, row)),
});

/** @throws NotFound */
export function loadSet(db: Db, id: string): KeptSet {
  const row = setById(db).get({ id });
  if (!row) throw new NotFound("question set");
  return withItems(db, row);
}

/** What is asked now, and what is being written, of the core (null) or of a course. */
export function loadSets(db: Db, courseId: string | null): { current: KeptSet[]; drafts: KeptSet[] } {
  const byStage = groupBy(setsOf(db).all({ courseId }), ({ stage }) => stage);
  const all = [...byStage.values()];
  const published = all.flatMap((sets) => sets.find(({ publishedAt }) => publishedAt !== null) ?? []);
  const drafts = all.flatMap((sets) => sets.find(({ publishedAt }) => publishedAt === null) ?? []);
  return {
    current: published.map((set) => withItems(db, set)),
    drafts: drafts.map((set) => withItems(db, set)),
  };
}

const coursesWithSets = prepared((db) =>
  db
    .selectDistinct({ courseId: instruments.courseId })
    .from(instruments)
    .where(and(isNotNull(instruments.courseId), isNotNull(instruments.publishedAt)))
    .prepare(),
);
/** The courses that have questions of their own, or had. */
export const coursesWithOwnSets = (db: Db): string[] =>
  coursesWithSets(db)
    .all()
    .flatMap(({ courseId }) => courseId ?? []);

const draftsElsewhere = prepared((db) =>
  db
    .select({ stage: instruments.stage, instrumentId: instruments.id })
    .from(items)
    .innerJoin(instrumentItems, eq(instrumentItems.itemId, items.id))
    .innerJoin(instruments, eq(instruments.id, instrumentItems.instrumentId))
    .where(
      and(
        eq(items.slug, sql.placeholder("slug")),
        isNull(instruments.publishedAt),
        sql`${instruments.id} <> ${sql.placeholder("instrumentId")}`,
        sql`not ${out}`,
      ),
    )
    .prepare(),
);
/** The stage whose draft has this item in words that are not published yet, if another one does. */
export const stageRewording = (db: Db, asked: { slug: string; instrumentId: string }): SetStage | null =>
  draftsElsewhere(db).get(asked)?.stage ?? null;

/**
 * The items that a draft can take up as they are: published once, in their newest words, not in it already; a recalled
 * one only beside the question that it recalls.
 */
export function listLibrary(ctx: Keeper, instrumentId: string): KeptItem[] {
  mustKeepSets(ctx);
  const { stage, courseId, items: asked } = loadSet(ctx.db, instrumentId);
  const there = new Set(asked.map(({ slug }) => slug));
  const ids = new Set(asked.map(({ id }) => id));
  const kinds = kindsAt(stage, courseId);
  const newest = new Map<string, Row>();
  for (const row of everyItemOf(ctx.db).all({ courseId }))
    if (row.out && !newest.has(row.slug)) newest.set(row.slug, row);
  return [...newest.values()]
    .filter(({ slug, kind }) => !there.has(slug) && kinds.includes(kind))
    .filter(({ recallsItemId }) => recallsItemId === null || ids.has(recallsItemId))
    .map((row) => withOptions(ctx.db, row));
}

/** A set as those who keep it see it. @throws Forbidden, NotFound */
export function readSet(ctx: Keeper, instrumentId: string): KeptSet {
  mustKeepSets(ctx);
  return loadSet(ctx.db, instrumentId);
}

/** What is asked now and what is being written, of the core (null) or of a course. @throws Forbidden */
export function listSets(ctx: Keeper, courseId: string | null) {
  mustKeepSets(ctx);
  return loadSets(ctx.db, courseId);
}
