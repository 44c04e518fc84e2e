// Commitments: kept with the response that makes them, followed up with the one that says what became of them.

import { transact } from "db/client";
import { describe, expect, it, test } from "vitest";
import { commitmentsToKeep, followUpToKeep } from "~/domain/evaluations/answering/commitments";
import { keepCommitments } from "~/domain/evaluations/answering/keep-commitments.server";
import { keepFollowUps } from "~/domain/evaluations/answering/keep-follow-ups.server";
import { listCommitments } from "~/domain/evaluations/evaluations.server";
import { promise, wordsWorld } from "./words-world";

const became = (commitmentId: string, more: object = {}) => ({
  commitmentId,
  outcome: null,
  seen: null,
  evidence: null,
  opportunity: null,
  ...more,
});

describe("which are kept", () => {
  it("those that say what, trimmed, with blanks as blanks, numbered from 1", () => {
    const given = [promise("  "), { ...promise(" Ring the school "), byWhen: " ", withWhom: " Ann " }];
    expect(commitmentsToKeep(given)).toEqual([
      { ...promise("Ring the school"), withWhom: "Ann", position: 1 },
    ]);
  });

  it.each([
    ["a fourth", [1, 2, 3, 4].map((n) => promise(`Do ${n}`))],
    ["one of 501 characters", [promise("x".repeat(501))]],
    ["an obstacle of 201", [{ ...promise("Do"), obstacle: "x".repeat(201) }]],
    ["eleven out of ten sure", [{ ...promise("Do"), sure: 11 }]],
    ["half sure", [{ ...promise("Do"), sure: 2.5 }]],
  ])("never %s", (_, given) => {
    expect(() => commitmentsToKeep(given)).toThrow(Error);
  });

  it("of a follow-up what its stage may say", () => {
    const all = { outcome: "not yet", seen: "yes", evidence: "audit", opportunity: false } as const;
    expect(followUpToKeep("T3", became("c", all))).toEqual(
      became("c", { outcome: "not yet", opportunity: false }),
    );
    expect(followUpToKeep("T4", became("c", { ...all, outcome: "partly" }))).toEqual(
      became("c", { outcome: "partly", evidence: "audit", opportunity: false }),
    );
    expect(followUpToKeep("M", became("c", all))).toEqual(became("c", { seen: "yes" }));
    expect(followUpToKeep("M", became("c", { outcome: "done" }))).toBeNull();
    expect(followUpToKeep("T3", became("c", { seen: "yes" }))).toBeNull();
  });
});

test("kept at the end, seen again by their booking, followed up by learner and manager", () => {
  const { world, say, booking, commitment, db, tables, allow, clock } = wordsWorld();
  const first = { ...promise("Ring the school", false), byWhen: "Friday", sure: 0, obstacle: "My boss" };
  say(0, "T2", { commitments: [first, promise("Read the guide")] });
  expect(listCommitments(world, booking)).toEqual([
    { id: commitment("Ring the school"), what: "Ring the school", byWhen: "Friday", withWhom: null },
    { id: commitment("Read the guide"), what: "Read the guide", byWhen: null, withWhom: null },
  ]);
  const [kept] = db.select().from(tables.commitments).all();
  expect(kept).toMatchObject({
    position: 1,
    sure: 0,
    obstacle: "My boss",
    quotable: false,
    state: "to read",
  });
  clock.forward(world.days(57));
  const [id, other] = [commitment("Ring the school"), commitment("Read the guide")];
  say(0, "T3", {
    followUps: [became(id, { outcome: "done", evidence: "referral" }), became(other, { opportunity: false })],
  });
  db.update(tables.respondents).set({ managerMayBeAsked: true }).run();
  say(0, "M", { followUps: [became(id, { seen: "no opportunity" })] });
  expect(allow).toBeDefined();
  expect(db.select().from(tables.commitmentFollowUps).all()).toMatchObject([
    { commitmentId: id, stage: "T3", outcome: "done", evidence: "referral", opportunity: null, seen: null },
    { commitmentId: other, stage: "T3", outcome: null, opportunity: false },
    { commitmentId: id, stage: "M", outcome: null, seen: "no opportunity" },
  ]);
});

test("a follow-up of somebody else's commitment is left out, and one that was kept stays as it is", () => {
  const { world, say, commitment, db, tables, clock, learners } = wordsWorld();
  say(0, "T2", { commitments: [promise("Ring the school")] });
  say(1, "T2", { commitments: [promise("Read the guide")] });
  clock.forward(world.days(57));
  say(1, "T3", { followUps: [became(commitment("Ring the school"), { outcome: "done" })] });
  expect(db.select().from(tables.commitmentFollowUps).all()).toEqual([]);
  say(0, "T3", { followUps: [became(commitment("Ring the school"), { outcome: "not yet" })] });
  const respondentId = db.select().from(tables.commitments).all()[0]?.respondentId ?? "";
  const again = [became(commitment("Ring the school"), { outcome: "done" as const })];
  const kept = transact(db, () => keepFollowUps(world.asSystem, { respondentId, stage: "T3" }, again));
  expect(kept).toBe(0);
  expect(db.select().from(tables.commitmentFollowUps).all()).toMatchObject([{ outcome: "not yet" }]);
  expect(learners).toHaveLength(6);
});

test("neither is kept outside the transaction of its response", () => {
  const { world } = wordsWorld({ people: 1 });
  expect(() => keepCommitments(world.asSystem, "r", [promise("Do")])).toThrow("transaction");
  expect(() => keepFollowUps(world.asSystem, { respondentId: "r", stage: "T3" }, [])).toThrow("transaction");
});
