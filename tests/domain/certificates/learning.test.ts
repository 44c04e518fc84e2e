// Learning elsewhere: told, looked at, counted or sent back, told again, taken back; and nobody else's business.
import { expect, test } from "vitest";
import type { LearningTold } from "~/domain/certificates/certificates";
import {
  countLearningToReview,
  listLearningToReview,
  type Review,
  readLearningToReview,
  readOwnLearning,
  reviewLearning,
  submitLearning,
} from "~/domain/certificates/certificates.server";
import { hours } from "~/shared/clock";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

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

test("what is told waits for a coordinator, with its entry and without a word of it in the trail", () => {
  const { world, ann, annId, submit, clock } = learningWorld();
  const added = watch(world);
  const id = submit();
  expect(readOwnLearning(ann, id)).toEqual({
    ...{ id, title: "Neglect at sea", provider: "The harbour", completedOn: "2026-10-25", minutes: 90 },
    ...{ evidence: "Certificate 12", state: "submitted", validUntil: null, submittedAt: clock.now() },
    ...{ reviewedAt: null, reviewNote: null },
    competencies: [{ id: "recognise", name: "Recognising neglect" }],
  });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "certificates.learning submitted",
        subjectId: id,
        aboutPersonId: annId,
        detail: { again: false, competencies: 1 },
      },
    ],
    messages: [],
  });
  expect(JSON.stringify(added().audit)).not.toContain("harbour");
  expect(listLearningToReview(world.as(world.coordinator))).toMatchObject([
    { id, personName: "Ann Learner", agencyName: "Police" },
  ]);
  expect(countLearningToReview(world)).toBe(1);
});

test("a day to come and a mistyped year are refused; today is not", () => {
  const { ann, world } = learningWorld();
  const on = (completedOn: string) => submitLearning(ann, { ...told, completedOn });
  expect(on("2026-11-04")).toEqual({ ok: false, reason: "not done yet" });
  expect(on("0202-10-25")).toEqual({ ok: false, reason: "too long ago" });
  expect(world.db.select().from(world.tables.externalLearning).all()).toEqual([]);
  expect(on("2026-11-03").ok).toBe(true);
});

test("twenty may wait and no more", () => {
  const { ann, submit } = learningWorld();
  const ids = Array.from({ length: 20 }, () => submit());
  expect(submitLearning(ann, told)).toEqual({ ok: false, reason: "too many waiting" });
  expect(submitLearning(ann, { ...told, id: ids[3] }).ok).toBe(true);
});

test("accepted: it counts, with its entry and its letter, for the last day and the course that were said", () => {
  const { world, ann, annId, submit, accept, coordinator, clock } = learningWorld();
  const id = submit();
  const added = watch(world);
  expect(accept(id, { validUntil: "2027-03-31", courseId: "course", note: "Well done" })).toEqual({
    ok: true,
    value: null,
  });
  expect(readOwnLearning(ann, id)).toMatchObject({
    ...{ state: "accepted", validUntil: "2027-03-31", reviewedAt: clock.now(), reviewNote: "Well done" },
  });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "certificates.learning accepted",
        actorPersonId: coordinator,
        aboutPersonId: annId,
        detail: { competencies: 1, validUntil: "2027-03-31", countsAs: "course", before: "submitted" },
      },
    ],
    messages: [
      {
        kind: "external learning answered",
        toPersonId: annId,
        facts: {
          ...{ personName: "Ann Learner", learningId: id, title: "Neglect at sea", accepted: true },
          ...{ validUntil: "2027-03-31", note: "Well done" },
        },
      },
    ],
  });
  expect(added().messages).toHaveLength(1);
  expect(listLearningToReview(world.as(coordinator))).toEqual([]);
});

test("an answer is refused to one's own, to what changed meanwhile, and for what makes no sense", () => {
  const { world, submit, accept, seen, clock, coordinator } = learningWorld();
  const id = submit();
  const old = seen();
  const before = digestOf(world.db);
  expect(accept(id, { courseId: "no such course" })).toEqual({ ok: false, reason: "no such course" });
  expect(accept(id, { validUntil: "2026-10-24" })).toEqual({ ok: false, reason: "ends before it was done" });
  expect(digestOf(world.db)).toBe(before);
  clock.forward(hours(1));
  submit({ id, title: "Another title" });
  expect(accept(id, { seen: old })).toEqual({ ok: false, reason: "changed meanwhile" });
  expect(accept(id).ok).toBe(true);
  expect(accept(id, { seen: old })).toEqual({ ok: false, reason: "changed meanwhile" });

  const own = submitLearning(world.as(coordinator), told);
  if (!own.ok) throw new Error(own.reason);
  const { learningId } = own.value;
  const { state, submittedAt } = readLearningToReview(world.as(coordinator), learningId);
  const review = { learningId, seen: { state, submittedAt }, note: "no", accept: false as const };
  expect(reviewLearning(world.as(coordinator), review)).toEqual({ ok: false, reason: "your own" });
});

test("sent back with a note, changed and sent again: the old answer is gone, and the person is told each time", () => {
  const { world, ann, submit, accept, refuse, clock } = learningWorld();
  const id = submit();
  const added = watch(world);
  expect(refuse(id).ok).toBe(true);
  expect(readOwnLearning(ann, id)).toMatchObject({ state: "refused", reviewNote: "Which harbour?" });
  clock.forward(hours(1));
  expect(submit({ id, provider: "The harbour at Testford", competencyIds: [] })).toBe(id);
  expect(readOwnLearning(ann, id)).toMatchObject({
    ...{ state: "submitted", provider: "The harbour at Testford", reviewedAt: null, reviewNote: null },
    competencies: [],
  });
  clock.forward(hours(1));
  expect(accept(id).ok).toBe(true);
  expect(inShort(added())).toEqual({
    audit: [
      "certificates.learning refused",
      "certificates.learning submitted",
      "certificates.learning accepted",
    ],
    messages: ["external learning answered", "external learning answered"],
  });
});

test("a coordinator may think again", () => {
  const { ann, submit, accept, refuse, clock } = learningWorld();
  const id = submit();
  accept(id, { validUntil: "2030-01-01", courseId: "course" });
  clock.forward(hours(1));
  expect(refuse(id).ok).toBe(true);
  expect(readOwnLearning(ann, id)).toMatchObject({ state: "refused", validUntil: null });
});
