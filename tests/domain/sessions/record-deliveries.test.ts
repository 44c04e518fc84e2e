// Past deliveries are recorded by those who run the programme, once, and whole or not at all.
import { auditEntries, recordedDeliveries } from "db/schema";
import { contents, ownContext, rowCounts } from "tests/db/import-workbench";
import { describe, expect, it } from "vitest";
import { type Actor, type Role, stranger } from "~/domain/context";
import { type RecordedDelivery, recordDeliveries, weighDeliveries } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";

const neglect: RecordedDelivery = {
  title: "Neglect",
  activityType: "training",
  audience: "managers",
  dates: ["2023-06-21"],
  attended: 5,
  measures: ["4"],
  note: null,
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
    ["a practitioner", person()],
    ["every other role", person("agency_lead", "trainer", "sdg_member", "scrutineer", "admin")],
  ])("%s may not, and nothing is written", (_, actor) => {
    const ctx = ownContext(actor);
    expect(() => recordDeliveries(ctx, [neglect], "x.csv")).toThrow(Forbidden);
    expect(() => weighDeliveries(ctx, [neglect])).toThrow(Forbidden);
    expect(rowCounts(ctx.db)).toMatchObject({ recorded_deliveries: 0, audit_entries: 0 });
  });

  it("a coordinator may, and the audit trail names them", () => {
    const ctx = ownContext(person("coordinator"));
    expect(recordDeliveries(ctx, [neglect], "x.csv")).toEqual({
      ok: true,
      value: { added: 1, unchanged: 0 },
    });
    expect(ctx.db.select().from(auditEntries).all()).toMatchObject([
      { actorPersonId: "p", subjectId: "x.csv" },
    ]);
  });
});

it("adds what is new beside what is recorded, and audits only what it added", () => {
  const ctx = ownContext();
  recordDeliveries(ctx, [neglect], "first.csv");
  const later = { ...neglect, dates: ["2024-06-21"], attended: 7 };
  expect(recordDeliveries(ctx, [neglect, later], "second.csv")).toMatchObject({
    value: { added: 1, unchanged: 1 },
  });
  expect(ctx.db.select().from(auditEntries).all()[1]?.detail).toMatchObject({
    read: 2,
    added: 1,
    attended: 7,
  });
  expect(recordDeliveries(ctx, [later, neglect], "third.csv")).toMatchObject({
    value: { added: 0, unchanged: 2 },
  });
  expect(recordDeliveries(ctx, [], "none.csv")).toMatchObject({ value: { added: 0, unchanged: 0 } });
  expect(rowCounts(ctx.db)).toMatchObject({ recorded_deliveries: 2, audit_entries: 2 });
});

it("records none of a list with a repeated or contradicted row", () => {
  const ctx = ownContext();
  recordDeliveries(ctx, [neglect], "first.csv");
  const before = contents(ctx.db);
  const fresh = { ...neglect, title: "Domestic Abuse" };
  const list = [fresh, { ...fresh, title: " domestic  ABUSE" }, { ...neglect, attended: null }];
  const refusals = [
    { kind: "repeated", index: 1, firstIndex: 0 },
    {
      kind: "recorded differently",
      index: 2,
      differences: [{ what: "attended", recorded: "5", given: null }],
    },
  ];
  expect(recordDeliveries(ctx, list, "second.csv")).toEqual({ ok: false, reason: refusals });
  expect(weighDeliveries(ctx, list)).toEqual({ added: 1, unchanged: 0, refusals });
  expect(contents(ctx.db)).toEqual(before);
});

it("takes the same dates in another order for the same delivery", () => {
  const ctx = ownContext();
  const cohort = { ...neglect, dates: ["2023-04-24", "2023-04-25"] };
  recordDeliveries(ctx, [cohort], "x.csv");
  expect(recordDeliveries(ctx, [{ ...cohort, dates: ["2023-04-25", "2023-04-24"] }], "y.csv")).toMatchObject({
    value: { added: 0, unchanged: 1 },
  });
});

it("leaves nothing behind when writing fails half-way", () => {
  const ctx = ownContext();
  const before = contents(ctx.db);
  let made = 0;
  ctx.ids = {
    ...ctx.ids,
    id: () => {
      made += 1;
      if (made === 2) throw new Error("no more ids");
      return `id-${made}`;
    },
  };
  expect(() => recordDeliveries(ctx, [neglect, { ...neglect, title: "Other" }], "x.csv")).toThrow(
    "no more ids",
  );
  expect(made).toBe(2);
  expect(contents(ctx.db)).toEqual(before);
});

it("stamps the moment from the clock", () => {
  const ctx = ownContext();
  recordDeliveries(ctx, [neglect], "x.csv");
  expect(ctx.db.select().from(recordedDeliveries).get()?.importedAt).toBe(ctx.clock.now());
});

it.each<[string, Partial<RecordedDelivery>]>([
  ["a blank title", { title: " " }],
  ["a date that does not exist", { dates: ["2023-02-31"] }],
  ["a date twice", { dates: ["2023-02-01", "2023-02-01"] }],
  ["a negative count", { attended: -1 }],
  ["a fraction", { attended: 1.5 }],
  ["too large a count", { attended: 5_001 }],
  ["a measure twice", { measures: ["4", "4"] }],
])("takes %s for a fault of its caller", (_, wrong) => {
  const ctx = ownContext();
  expect(() => recordDeliveries(ctx, [{ ...neglect, ...wrong }], "x.csv")).toThrow("Not a delivery");
  expect(rowCounts(ctx.db)).toMatchObject({ recorded_deliveries: 0, audit_entries: 0 });
});
