// Learning elsewhere once it is answered, and whom it is kept from.
import { expect, test } from "vitest";
import type { LearningTold } from "~/domain/certificates/certificates";
import {
  clearLearning,
  listLearningOf,
  listLearningToReview,
  type Review,
  readLearningToReview,
  readOwnLearning,
  reviewLearning,
  submitLearning,
  takeBackLearning,
  takeOverCertificates,
} from "~/domain/certificates/certificates.server";
import { roles } from "~/domain/context";
import { needsInBrief, needsOf } from "~/domain/needs/needs.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";

const told: LearningTold = {
  title: "Neglect at sea",
  provider: "The harbour",
  completedOn: "2026-10-25",
  minutes: 90,
  evidence: "Certificate 12",
  competencyIds: ["recognise", "no such competency"],
};

function learningWorld() {
  const world = makeWorld();
  const annId = world.person({ name: "Ann Learner" });
  const ann = world.as(annId);
  const submit = (more: Partial<LearningTold & { id: string }> = {}) => {
    const result = submitLearning(ann, { ...told, ...more });
    if (!result.ok) throw new Error(result.reason);
    return result.value.learningId;
  };
  const seen = () => {
    const { state, submittedAt } = world.db.select().from(world.tables.externalLearning).get() ?? {};
    if (!state || submittedAt === undefined) throw new Error("Nothing was told.");
    return { state, submittedAt };
  };
  const accept = (learningId: string, more: object = {}) =>
    reviewLearning(world.as(world.coordinator), {
      ...{ learningId, seen: seen(), note: null, accept: true, validUntil: null, courseId: null },
      competencyIds: ["recognise"],
      ...more,
    } as Review);
  const refuse = (learningId: string, note = "Which harbour?") =>
    reviewLearning(world.as(world.coordinator), { learningId, seen: seen(), note, accept: false });
  return { ...world, world, annId, ann, submit, seen, accept, refuse };
}

test("what counts is not changed or taken back; what does not is", () => {
  const { world, ann, submit, accept } = learningWorld();
  const id = submit();
  accept(id);
  const before = digestOf(world.db);
  expect(submitLearning(ann, { ...told, id })).toEqual({ ok: false, reason: "accepted already" });
  expect(takeBackLearning(ann, id)).toEqual({ ok: false, reason: "accepted already" });
  expect(digestOf(world.db)).toBe(before);
  const second = submit({ title: "Second" });
  const added = watch(world);
  expect(takeBackLearning(ann, second)).toEqual({ ok: true, value: null });
  expect(inShort(added())).toEqual({ audit: ["certificates.learning taken back"], messages: [] });
  expect(listLearningOf(world, (ann.actor as { personId: string }).personId).map(({ id }) => id)).toEqual([
    id,
  ]);
  expect(() => takeBackLearning(ann, second)).toThrow(NotFound);
});

test("others can neither see, change, take back nor answer", () => {
  const { world, submit, seen } = learningWorld();
  const id = submit();
  const added = watch(world);
  const before = digestOf(world.db, ["people", "role_grants"]);
  const answerNo = { learningId: id, seen: seen(), note: "no", accept: false as const };
  for (const role of [null, ...roles]) {
    if (role === "coordinator") continue;
    const ctx = world.as(world.person({ roles: role === null ? [] : [role as "admin"] }));
    for (const attempt of [
      () => readOwnLearning(ctx, id),
      () => submitLearning(ctx, { ...told, id }),
      () => takeBackLearning(ctx, id),
    ])
      expect(attempt).toThrow(NotFound);
    for (const attempt of [
      () => listLearningToReview(ctx),
      () => readLearningToReview(ctx, id),
      () => reviewLearning(ctx, answerNo),
    ])
      expect(attempt).toThrow(Forbidden);
  }
  expect(() => submitLearning(world.stranger, told)).toThrow(Forbidden);
  expect(() => reviewLearning(world.stranger, answerNo)).toThrow(Forbidden);
  const notAdmin = world.as(world.coordinator);
  expect(() => clearLearning(notAdmin, [id])).toThrow(Forbidden);
  expect(() => takeOverCertificates(notAdmin, { fromId: "a", intoId: "b" })).toThrow(Forbidden);
  expect(inShort(added())).toEqual(nothing);
  expect(digestOf(world.db, ["people", "role_grants"])).toBe(before);
});

test("once accepted it stands among what the role needs; before, after its last day and sent back it does not", () => {
  const { world, ann, annId, db, tables, submit, accept, refuse, clock } = learningWorld();
  db.insert(tables.requirements)
    .values({ roleGroupId: "front-line", competencyId: "recognise", boardCode: "KIDS", renewMonths: 12 })
    .run();
  const status = () => {
    const [need] = needsOf(ann, annId).needs;
    const [brief] = needsInBrief(ann, annId).needs;
    expect(brief?.status).toEqual(need?.status);
    return need?.status;
  };
  const id = submit();
  expect(status()).toMatchObject({ kind: "unknown" });
  accept(id);
  expect(status()).toEqual({ kind: "held", trainedOn: "2026-10-25", until: "2027-10-25" });
  refuse(id);
  expect(status()).toMatchObject({ kind: "unknown" });
  accept(id, { validUntil: "2026-11-10" });
  expect(status()).toEqual({ kind: "held", trainedOn: "2026-10-25", until: "2026-11-10" });
  clock.set(Date.UTC(2026, 10, 11, 0));
  expect(status()).toEqual({ kind: "gap", because: "ran out", until: "2026-11-10" });
  world.clock.set(Date.UTC(2026, 10, 10, 23, 59));
  expect(status()).toMatchObject({ kind: "held" });
});
