// Practice measures are recorded by those who run the programme; blanks may be filled, figures never overwritten.
import { auditEntries, practiceMeasurePoints } from "db/schema";
import { describe, expect, it } from "vitest";
import { type Actor, type Role, stranger } from "~/domain/context";
import {
  type PracticeMeasurePoint,
  recordPracticeMeasures,
  weighPracticeMeasures,
} from "~/domain/impact/impact.server";
import { Forbidden } from "~/shared/problems";
import { contents, ownContext, rowCounts } from "./import-workbench";

const plan: PracticeMeasurePoint = {
  number: "4",
  name: "Timely assessments",
  unit: "% of audits graded good",
  period: "2024-03",
  target: 70,
  outcome: null,
};
const person = (...roles: Role[]): Actor => ({
  kind: "person",
  personId: "p",
  agencyId: "a",
  roles: new Set(roles),
});

describe("who may", () => {
  it.each([
    ["a stranger", stranger],
    ["every other role", person("agency_lead", "trainer", "sdg_member", "scrutineer", "admin")],
  ])("%s may not", (_, actor) => {
    const ctx = ownContext(actor);
    expect(() => recordPracticeMeasures(ctx, [plan], "x.csv")).toThrow(Forbidden);
    expect(() => weighPracticeMeasures(ctx, [plan])).toThrow(Forbidden);
    expect(rowCounts(ctx.db)).toMatchObject({ practice_measures: 0, audit_entries: 0 });
  });

  it("a coordinator may", () => {
    const ctx = ownContext(person("coordinator"));
    expect(recordPracticeMeasures(ctx, [plan], "x.csv")).toMatchObject({ value: { added: 1 } });
  });
});

it("fills a blank, says so in the audit trail, and does not touch the other figures", () => {
  const ctx = ownContext();
  recordPracticeMeasures(ctx, [plan, { ...plan, period: "2024-10" }], "plan.csv");
  expect(recordPracticeMeasures(ctx, [{ ...plan, outcome: 0 }], "outcome.csv")).toEqual({
    ok: true,
    value: { added: 0, completed: 1, unchanged: 0 },
  });
  expect(ctx.db.select().from(practiceMeasurePoints).all()).toEqual([
    { measureNumber: "4", period: "2024-03", target: 70, outcome: 0, cases: null },
    { measureNumber: "4", period: "2024-10", target: 70, outcome: null, cases: null },
  ]);
  expect(ctx.db.select().from(auditEntries).all()[1]).toMatchObject({
    subjectId: "outcome.csv",
    detail: { completed: 1, completedPoints: ["4 2024-03"] },
  });
});

it("records none of a list that contradicts itself or the record", () => {
  const ctx = ownContext();
  recordPracticeMeasures(ctx, [plan], "plan.csv");
  const before = contents(ctx.db);
  const fresh = { ...plan, number: "6", name: "Plans" };
  const list = [
    fresh,
    { ...fresh, period: "2024-04", unit: "days" },
    fresh,
    { ...plan, target: 71, outcome: 3 },
  ];
  const refusals = [
    {
      kind: "two names in the list",
      index: 1,
      firstIndex: 0,
      differences: [{ what: "unit", recorded: "% of audits graded good", given: "days" }],
    },
    { kind: "repeated", index: 2, firstIndex: 0 },
    {
      kind: "recorded differently",
      index: 3,
      differences: [{ what: "target", recorded: "70", given: "71" }],
    },
  ];
  expect(recordPracticeMeasures(ctx, list, "x.csv")).toEqual({ ok: false, reason: refusals });
  expect(weighPracticeMeasures(ctx, list)).toEqual({ added: 1, completed: 0, unchanged: 0, refusals });
  expect(contents(ctx.db)).toEqual(before);
});

it.each<[string, Partial<PracticeMeasurePoint>]>([
  ["neither figure", { target: null }],
  ["a month that does not exist", { period: "2024-13" }],
  ["a figure that is no number", { target: Number.NaN }],
  ["a blank name", { name: "" }],
])("takes %s for a fault of its caller", (_, wrong) => {
  const ctx = ownContext();
  expect(() => recordPracticeMeasures(ctx, [{ ...plan, ...wrong }], "x.csv")).toThrow(
    "Not a practice measure",
  );
});
