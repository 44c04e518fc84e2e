// Practice measures over time, with the training that was recorded as meant to move them.

import { prepared } from "db/client";
import {
  practiceMeasureCourses,
  practiceMeasurePoints,
  practiceMeasures,
  practiceMeasureThemes,
  recordedDeliveries,
  recordedDeliveryMeasures,
} from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import type { PracticeMeasure } from "./impact";

type Reader = Pick<Context, "db">;

const measures = prepared((db) => db.select().from(practiceMeasures).prepare());
const points = prepared((db) =>
  db.select().from(practiceMeasurePoints).orderBy(asc(practiceMeasurePoints.period)).prepare(),
);
const training = prepared((db) =>
  db
    .select({
      measureNumber: recordedDeliveryMeasures.measureNumber,
      title: recordedDeliveries.title,
      deliveries: sql<number>`count(*)`,
      attended: sql<number | null>`sum(${recordedDeliveries.attended})`,
      unrecorded: sql<number>`count(*) - count(${recordedDeliveries.attended})`,
    })
    .from(recordedDeliveryMeasures)
    .innerJoin(recordedDeliveries, eq(recordedDeliveries.id, recordedDeliveryMeasures.deliveryId))
    .groupBy(recordedDeliveryMeasures.measureNumber, recordedDeliveries.title)
    .orderBy(asc(recordedDeliveries.title))
    .prepare(),
);

const ofThemes = prepared((db) => db.select().from(practiceMeasureThemes).prepare());
const ofCourses = prepared((db) => db.select().from(practiceMeasureCourses).prepare());

/** A measure with the training that is to move it, by theme and by course. */
export type LinkedMeasure = PracticeMeasure & { themes: string[]; courses: string[] };

/** Every measure in the order of its number, the overall grade last. These are figures about audits, not about people. */
export function listPracticeMeasures(ctx: Reader): LinkedMeasure[] {
  const themesByMeasure = groupBy(ofThemes(ctx.db).all(), (row) => row.measureNumber);
  const coursesByMeasure = groupBy(ofCourses(ctx.db).all(), (row) => row.measureNumber);
  const pointsByMeasure = groupBy(points(ctx.db).all(), (point) => point.measureNumber);
  const trainingByMeasure = groupBy(training(ctx.db).all(), (row) => row.measureNumber);
  const rank = (number: string) => (/^\d+$/.test(number) ? Number(number) : Number.POSITIVE_INFINITY);
  return measures(ctx.db)
    .all()
    .sort((a, b) => rank(a.number) - rank(b.number))
    .map((measure) => ({
      ...measure,
      points: (pointsByMeasure.get(measure.number) ?? []).map(({ period, target, outcome, cases }) => ({
        period,
        target,
        outcome,
        cases,
      })),
      themes: (themesByMeasure.get(measure.number) ?? []).map(({ themeSlug }) => themeSlug).sort(),
      courses: (coursesByMeasure.get(measure.number) ?? []).map(({ courseId }) => courseId).sort(),
      training: (trainingByMeasure.get(measure.number) ?? []).map(({ measureNumber: _same, ...row }) => row),
    }));
}

/**
 * What was recorded before this service: rows, titles, attendances known (null where none is), and rows where nobody
 * wrote them down.
 */
export function summariseRecordedDeliveries(ctx: Reader) {
  return (
    ctx.db
      .select({
        deliveries: sql<number>`count(*)`,
        titles: sql<number>`count(distinct ${recordedDeliveries.title})`,
        attended: sql<number | null>`sum(${recordedDeliveries.attended})`,
        unrecorded: sql<number>`count(*) - count(${recordedDeliveries.attended})`,
      })
      .from(recordedDeliveries)
      .get() ?? { deliveries: 0, titles: 0, attended: null, unrecorded: 0 }
  );
}
