// What is asked at a stage: the core questions that were published last, and after them the course's own.
import { prepared } from "db/client";
import { courseEvaluations, instrumentItems, instruments, itemOptions, items } from "db/schema";
import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { Rights } from "../answering/scores";
import type { Instrument, InstrumentIds, Item, Stage } from "../evaluations";

type Reader = Pick<Context, "db">;

const published = prepared((db) =>
  db
    .select({
      id: instruments.id,
      title: instruments.title,
      introduction: instruments.introduction,
    })
    .from(instruments)
    .where(
      and(
        eq(instruments.stage, sql.placeholder("stage")),
        // As the index has it, so that it serves.
        sql`coalesce(${instruments.courseId}, '') = ${sql.placeholder("courseId")}`,
        isNotNull(instruments.publishedAt),
      ),
    )
    .orderBy(desc(instruments.version))
    .prepare(),
);

const itemsOf = prepared((db) =>
  db
    .select({
      id: items.id,
      slug: items.slug,
      wording: items.wording,
      kind: items.kind,
      lowest: items.lowest,
      highest: items.highest,
      lowestLabel: items.lowestLabel,
      middleLabel: items.middleLabel,
      highestLabel: items.highestLabel,
      courseId: items.courseId,
    })
    .from(instrumentItems)
    .innerJoin(items, eq(items.id, instrumentItems.itemId))
    .where(eq(instrumentItems.instrumentId, sql.placeholder("instrumentId")))
    .orderBy(asc(instrumentItems.position))
    .prepare(),
);

const optionsOf = prepared((db) =>
  db
    .select({
      itemId: itemOptions.itemId,
      position: itemOptions.position,
      text: itemOptions.text,
      right: itemOptions.right,
    })
    .from(instrumentItems)
    .innerJoin(itemOptions, eq(itemOptions.itemId, instrumentItems.itemId))
    .where(eq(instrumentItems.instrumentId, sql.placeholder("instrumentId")))
    .orderBy(asc(itemOptions.position))
    .prepare(),
);

const recallOf = prepared((db) =>
  db
    .select({ recall: courseEvaluations.recall })
    .from(courseEvaluations)
    .where(eq(courseEvaluations.courseId, sql.placeholder("courseId")))
    .prepare(),
);

type Row = ReturnType<ReturnType<typeof itemsOf>["all"]>[number];
type OptionRow = ReturnType<ReturnType<typeof optionsOf>["all"]>[number];

/** The items of one version, as a page may show them: none tells which options are right. */
export function itemsOfInstrument(ctx: Reader, instrumentId: string): Item[] {
  const options = groupBy(optionsOf(ctx.db).all({ instrumentId }), ({ itemId }) => itemId);
  return itemsOf(ctx.db)
    .all({ instrumentId })
    .map((row) => itemFrom(row, options.get(row.id) ?? []));
}

function itemFrom(row: Row, options: OptionRow[]): Item {
  const { id, slug, wording, kind, courseId, lowest, highest, lowestLabel, middleLabel, highestLabel } = row;
  const asked = { id, slug, wording, ofCourse: courseId !== null };
  if (kind === "text") return { ...asked, kind };
  if (kind === "scenario" || kind === "choice")
    return { ...asked, kind, options: options.map(({ position, text }) => ({ position, text })) };
  if (lowest === null || highest === null) throw new Error(`The item ${id} has no scale.`);
  const ends = { lowestLabel: lowestLabel ?? "", highestLabel: highestLabel ?? "" };
  return { ...asked, kind, lowest, highest, middleLabel, ...ends };
}

/**
 * What is asked at a stage about a course; the newest published versions, or those that `shown` names, if they were ever
 * published for it: whoever opened a form before a change is read by what it asked. What they recall of before is asked
 * only where the course wishes.
 * @throws NotFound when no questions have been published for the stage
 */
export function readInstrument(
  ctx: Reader,
  stage: Stage,
  courseId: string,
  shown: InstrumentIds | null = null,
): Instrument {
  const versions = (of: string) => published(ctx.db).all({ stage, courseId: of });
  const [core, own] = [versions(""), versions(courseId)];
  const shownCore = core.find(({ id }) => id === shown?.id);
  const instrument = shownCore ?? core[0];
  if (!instrument) throw new NotFound("question set");
  // A form that showed none of the course's own is not asked them afterwards.
  const ofCourse = shownCore ? own.find(({ id }) => id === shown?.courseInstrumentId) : own[0];
  const recall = recallOf(ctx.db).get({ courseId })?.recall ?? false;
  const items = [instrument, ofCourse].flatMap((one) => (one ? itemsOfInstrument(ctx, one.id) : []));
  return {
    ...instrument,
    courseInstrumentId: ofCourse?.id ?? null,
    stage,
    items: items.filter(({ kind }) => recall || kind !== "recalled"),
  };
}

/** Which options of an instrument's scenarios are right: for the recording alone. */
export function rightsOf(ctx: Reader, { id, courseInstrumentId }: InstrumentIds): Rights {
  const rights = new Map<string, Set<number>>();
  for (const instrumentId of [id, courseInstrumentId]) {
    if (instrumentId === null) continue;
    for (const { itemId, position, right } of optionsOf(ctx.db).all({ instrumentId })) {
      if (right) rights.set(itemId, (rights.get(itemId) ?? new Set()).add(position));
    }
  }
  return rights;
}
