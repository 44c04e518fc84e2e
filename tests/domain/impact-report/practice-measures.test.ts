// Practice measures beside the training that named them: blank in the records is not recorded, never 0.
import { expect, test } from "vitest";
import { listPracticeMeasures, summariseRecordedDeliveries } from "~/domain/impact/impact.server";
import { makeWorld, type World } from "../../support/world";

function addMeasure(
  { db, tables }: World,
  number: string,
  points: [string, number | null, number | null][] = [],
) {
  db.insert(tables.practiceMeasures)
    .values({ number, name: `Measure ${number}`, unit: "%" })
    .run();
  for (const [period, target, outcome] of points) {
    db.insert(tables.practiceMeasurePoints).values({ measureNumber: number, period, target, outcome }).run();
  }
}

function record({ db, tables, ids }: World, title: string, attended: number | null, measures: string[] = []) {
  const id = ids.id();
  const row = {
    id,
    title,
    activityType: "training",
    audience: null,
    attended,
    note: null,
    sameness: id,
    importedAt: 0,
  };
  db.insert(tables.recordedDeliveries).values(row).run();
  for (const measureNumber of measures) {
    db.insert(tables.recordedDeliveryMeasures).values({ deliveryId: id, measureNumber }).run();
  }
}

test("measures come in the order of their numbers, the overall grade last, each month in its place", () => {
  const world = makeWorld();
  for (const number of ["overall", "10", "2", "1"]) addMeasure(world, number);
  addMeasure(world, "3", [
    ["2024-03", 70, null],
    ["2023-04", null, 0],
  ]);
  expect(listPracticeMeasures(world).map((measure) => measure.number)).toEqual([
    "1",
    "2",
    "3",
    "10",
    "overall",
  ]);
  expect(listPracticeMeasures(world)[2]?.points).toEqual([
    { period: "2023-04", target: null, outcome: 0, cases: null },
    { period: "2024-03", target: 70, outcome: null, cases: null },
  ]);
});

test("training that named a measure is summed by title; where nobody wrote down how many came there is no number, not 0", () => {
  const world = makeWorld();
  addMeasure(world, "4");
  record(world, "Both", 12, ["4"]);
  record(world, "Both", null, ["4"]);
  record(world, "Counted", 7, ["4"]);
  record(world, "Counted", 0, ["4"]);
  record(world, "Elsewhere", 99);
  record(world, "Never counted", null, ["4"]);
  expect(listPracticeMeasures(world)[0]?.training).toEqual([
    { title: "Both", deliveries: 2, attended: 12, unrecorded: 1 },
    { title: "Counted", deliveries: 2, attended: 7, unrecorded: 0 },
    { title: "Never counted", deliveries: 1, attended: null, unrecorded: 1 },
  ]);
});

test("the summary of what was recorded keeps apart what is known and what nobody wrote down", () => {
  const world = makeWorld();
  expect(summariseRecordedDeliveries(world)).toEqual({
    deliveries: 0,
    titles: 0,
    attended: null,
    unrecorded: 0,
  });
  record(world, "A", null);
  expect(summariseRecordedDeliveries(world)).toEqual({
    deliveries: 1,
    titles: 1,
    attended: null,
    unrecorded: 1,
  });
  record(world, "A", 5);
  record(world, "B", 0);
  expect(summariseRecordedDeliveries(world)).toEqual({
    deliveries: 3,
    titles: 2,
    attended: 5,
    unrecorded: 1,
  });
});
