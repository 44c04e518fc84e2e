// What was delivered before this service is recorded once, as it was kept: only counts, and blank means nobody counted.

import { prepared, transact } from "db/client";
import { recordedDeliveries, recordedDeliveryDates, recordedDeliveryMeasures } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { type CivilDate, isCivilDate } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";

export type RecordedDelivery = {
  title: string;
  activityType: string;
  audience: string | null;
  /** Several for a cohort, none for what nobody dated. */
  dates: CivilDate[];
  /** null is not recorded, never 0. */
  attended: number | null;
  /** Numbers of the practice measures it was meant to move. */
  measures: string[];
  note: string | null;
};

/** More people than any one delivery has had; a higher count is a slip of the keyboard. */
export const mostAttended = 5_000;

export type DeliveryDifference = {
  what: "activity type" | "attended" | "measures" | "note";
  recorded: string | null;
  given: string | null;
};

/** `index` and `firstIndex` count from 0 in the list that was given. */
export type DeliveryRefusal =
  | { kind: "repeated"; index: number; firstIndex: number }
  | { kind: "recorded differently"; index: number; differences: DeliveryDifference[] };

export type DeliveryCounts = { added: number; unchanged: number };
export type WeighedDeliveries = DeliveryCounts & { refusals: DeliveryRefusal[] };

/** Upper or lower case, runs of spaces and ways of composing an accent do not make another title. */
const sameTitle = (title: string) => title.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** One text for title, dates and audience, equal for two accounts of the same delivery. */
export const samenessOf = (delivery: Pick<RecordedDelivery, "title" | "dates" | "audience">) =>
  JSON.stringify([sameTitle(delivery.title), [...delivery.dates].sort(), sameTitle(delivery.audience ?? "")]);

/** How many titles, how many attendances were counted, and how many deliveries nobody counted. */
export function deliveryTotals(deliveries: readonly RecordedDelivery[]) {
  return {
    titles: new Set(deliveries.map((delivery) => sameTitle(delivery.title))).size,
    attended: deliveries.reduce((sum, delivery) => sum + (delivery.attended ?? 0), 0),
    notCounted: deliveries.filter((delivery) => delivery.attended === null).length,
  };
}

type Facts = Pick<RecordedDelivery, "activityType" | "attended" | "measures" | "note">;

function differencesBetween(recorded: Facts, given: Facts): DeliveryDifference[] {
  const count = (facts: Facts) => (facts.attended === null ? null : String(facts.attended));
  const measures = (facts: Facts) =>
    facts.measures.length === 0 ? null : [...facts.measures].sort().join(";");
  const compared: DeliveryDifference[] = [
    { what: "activity type", recorded: recorded.activityType, given: given.activityType },
    { what: "attended", recorded: count(recorded), given: count(given) },
    { what: "measures", recorded: measures(recorded), given: measures(given) },
    { what: "note", recorded: recorded.note, given: given.note },
  ];
  return compared.filter((difference) => difference.recorded !== difference.given);
}

/** The rule: a new delivery is added, the same one again changes nothing, and a different account of it is refused. */
function judge(given: readonly RecordedDelivery[], recordedAs: (sameness: string) => Facts | null) {
  const firstIndexes = new Map<string, number>();
  const additions: RecordedDelivery[] = [];
  const refusals: DeliveryRefusal[] = [];
  given.forEach((delivery, index) => {
    const sameness = samenessOf(delivery);
    const firstIndex = firstIndexes.get(sameness);
    if (firstIndex !== undefined) {
      refusals.push({ kind: "repeated", index, firstIndex });
      return;
    }
    firstIndexes.set(sameness, index);
    const recorded = recordedAs(sameness);
    if (recorded === null) {
      additions.push(delivery);
      return;
    }
    const differences = differencesBetween(recorded, delivery);
    if (differences.length > 0) refusals.push({ kind: "recorded differently", index, differences });
  });
  return { additions, refusals };
}

/** Reading a file refuses these with words; a caller that did not is at fault. */
function mustBeKeepable(delivery: RecordedDelivery): void {
  const { title, activityType, dates, attended, measures } = delivery;
  const counted =
    attended === null || (Number.isInteger(attended) && attended >= 0 && attended <= mostAttended);
  const dated = dates.every(isCivilDate) && new Set(dates).size === dates.length;
  const measured = measures.every((number) => number !== "") && new Set(measures).size === measures.length;
  if (title.trim() === "" || activityType.trim() === "" || !counted || !dated || !measured) {
    throw new Error(`Not a delivery that can be recorded: ${JSON.stringify(delivery)}`);
  }
}

const deliveryBySameness = prepared((db) =>
  db
    .select({
      id: recordedDeliveries.id,
      activityType: recordedDeliveries.activityType,
      attended: recordedDeliveries.attended,
      note: recordedDeliveries.note,
    })
    .from(recordedDeliveries)
    .where(eq(recordedDeliveries.sameness, sql.placeholder("sameness")))
    .prepare(),
);

const measuresByDelivery = prepared((db) =>
  db
    .select({ number: recordedDeliveryMeasures.measureNumber })
    .from(recordedDeliveryMeasures)
    .where(eq(recordedDeliveryMeasures.deliveryId, sql.placeholder("id")))
    .prepare(),
);

function weigh(ctx: Context, given: readonly RecordedDelivery[]) {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the record of past deliveries");
  given.forEach(mustBeKeepable);
  return judge(given, (sameness) => {
    const recorded = deliveryBySameness(ctx.db).get({ sameness });
    if (!recorded) return null;
    return {
      ...recorded,
      measures: measuresByDelivery(ctx.db)
        .all({ id: recorded.id })
        .map((row) => row.number),
    };
  });
}

/** What recording these would come to now, row by row; writes nothing. @throws Forbidden */
export function weighDeliveries(ctx: Context, given: readonly RecordedDelivery[]): WeighedDeliveries {
  const { additions, refusals } = weigh(ctx, given);
  return { added: additions.length, unchanged: given.length - additions.length - refusals.length, refusals };
}

/**
 * Records deliveries from before this service: all of them, or none if any is refused. Those already recorded stay
 * as they are, and a list that adds nothing leaves no audit entry. `source` names the file they came from.
 * @throws Forbidden
 */
export function recordDeliveries(
  ctx: Context,
  given: readonly RecordedDelivery[],
  source: string,
): Result<DeliveryCounts, DeliveryRefusal[]> {
  return transact(ctx.db, () => {
    const { additions, refusals } = weigh(ctx, given);
    if (refusals.length > 0) return refused(refusals);
    const counts = { added: additions.length, unchanged: given.length - additions.length };
    if (additions.length === 0) return done(counts);
    for (const delivery of additions) insertDelivery(ctx, delivery);
    recordAudit(ctx, {
      action: "sessions.past deliveries recorded",
      subjectKind: "import",
      subjectId: source,
      detail: { file: source, read: given.length, ...counts, ...deliveryTotals(additions) },
    });
    return done(counts);
  });
}

function insertDelivery(ctx: Context, delivery: RecordedDelivery): void {
  const { title, activityType, audience, attended, note, dates, measures } = delivery;
  const id = ctx.ids.id();
  ctx.db
    .insert(recordedDeliveries)
    .values({
      id,
      title,
      activityType,
      audience,
      attended,
      note,
      sameness: samenessOf(delivery),
      importedAt: ctx.clock.now(),
    })
    .run();
  for (const date of dates) ctx.db.insert(recordedDeliveryDates).values({ deliveryId: id, date }).run();
  for (const measureNumber of measures) {
    ctx.db.insert(recordedDeliveryMeasures).values({ deliveryId: id, measureNumber }).run();
  }
}
