// A release from review to withdrawal: what each command does, what it refuses, and what it leaves behind.
import { describe, expect, test } from "vitest";
import {
  backToDraft,
  closeAction,
  commentOnRelease,
  listOpenActions,
  publishRelease,
  readRelease,
  sendForReview,
  setAction,
  signOff,
  withdrawRelease,
} from "~/domain/impact/impact.server";
import { takeOut } from "~/domain/personal-data/take-out.server";
import { NotFound } from "~/shared/problems";
import { done, refused } from "~/shared/result";
import { releaseIn, releaseWorld, spring } from "../../support/release-world";
import { contentOf, inShort, nothing, watch } from "../support-check/ledger";

function setting() {
  const world = releaseWorld();
  const made = { world, drafter: world.people.drafter, sdg: world.people.sdg };
  return { world, made, drafter: world.as(made.drafter), sdg: world.as(made.sdg) };
}
const anAction = {
  id: null,
  finding: "Few answered weeks later",
  action: "Ask in the session",
  owner: "Trainers",
  dueOn: "2027-03-31",
  measureNumber: null,
};

describe("review and sign-off", () => {
  test("one with nothing delivered is not sent", () => {
    const { world, made, drafter } = setting();
    const id = releaseIn(made, "draft", { from: spring.from, until: spring.until });
    const before = contentOf(world.db);
    expect(sendForReview(drafter, id)).toEqual(refused("nothing delivered"));
    expect(contentOf(world.db)).toBe(before);
  });

  test("sent, it is frozen; sent again it is refused; sent back, what was frozen is gone", () => {
    const { world, made, drafter } = setting();
    const id = releaseIn(made, "draft");
    const added = watch(world);
    expect(sendForReview(drafter, id)).toEqual(done(null));
    const frozen = world.db.select().from(world.tables.releases).get();
    expect(frozen).toMatchObject({ state: "in review", frozenAt: world.clock.now(), number: null });
    expect(frozen?.inputs?.length).toBeGreaterThan(100);
    expect(sendForReview(drafter, id)).toEqual(refused("not a draft"));
    expect(backToDraft(drafter, id)).toEqual(done(null));
    expect(backToDraft(drafter, id)).toEqual(refused("not in review"));
    expect(world.db.select().from(world.tables.releases).get()).toMatchObject({
      state: "draft",
      frozenAt: null,
      inputs: null,
      figures: null,
      methodVersion: null,
    });
    expect(inShort(added())).toEqual({
      audit: ["impact.release sent for review", "impact.release sent back"],
      messages: [],
    });
  });

  test("comments: kept with who and when, the same sent twice is one, and none after the signature", () => {
    const { world, made, sdg } = setting();
    const id = releaseIn(made, "in review");
    const added = watch(world);
    const scrutineer = world.as(world.people.scrutineer);
    const comment = { section: "learning" as const, text: " Say how few answered. " };
    expect(commentOnRelease(scrutineer, id, comment)).toEqual(done(null));
    expect(commentOnRelease(scrutineer, id, comment)).toEqual(done(null));
    expect(commentOnRelease(sdg, id, comment)).toEqual(done(null));
    expect(commentOnRelease(sdg, id, { ...comment, text: " " })).toEqual(refused("nothing said"));
    expect(commentOnRelease(sdg, id, { ...comment, text: "x".repeat(2001) })).toEqual(refused("too long"));
    const { audit, messages } = added();
    expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
      ["impact.release commented on", { section: "learning" }],
      ["impact.release commented on", { section: "learning" }],
    ]);
    expect(messages).toEqual([]);
    expect(readRelease(sdg, id).inside?.comments.map(({ writtenBy, text }) => [writtenBy, text])).toEqual([
      ["Scrutineer", "Say how few answered."],
      ["Delivery group", "Say how few answered."],
    ]);
    signOff(sdg, id);
    expect(commentOnRelease(scrutineer, id, comment)).toEqual(refused("closed to comments"));
  });

  test("signing gives the next number and tells everybody who reads figures, once", () => {
    const { world, made, sdg } = setting();
    const id = releaseIn(made, "in review");
    const added = watch(world);
    expect(signOff(sdg, id)).toEqual(done({ number: 1 }));
    const { audit, messages } = added();
    expect(audit).toMatchObject([
      { action: "impact.release signed off", subjectId: id, detail: { number: 1 }, actorPersonId: made.sdg },
    ]);
    const { drafter, other, sdg: member, scrutineer, both } = world.people;
    expect(messages.map(({ toPersonId }) => toPersonId).sort()).toEqual(
      [drafter, other, member, scrutineer, both].sort(),
    );
    expect(messages[0]).toMatchObject({
      kind: "release signed off",
      facts: { releaseId: id, number: 1, title: "What changed", period: "July to September 2026" },
    });
    const again = watch(world);
    expect(signOff(sdg, id)).toEqual(refused("not in review"));
    expect(inShort(again())).toEqual(nothing);
  });

  test("numbers follow without a gap, also past one that was withdrawn; two at once get one each in turn", () => {
    const { world, made, sdg, drafter } = setting();
    expect(world.db.select().from(world.tables.releases).all()).toEqual([]);
    releaseIn(made, "withdrawn");
    const second = releaseIn(made, "in review");
    const third = releaseIn(made, "in review");
    expect(signOff(sdg, second)).toEqual(done({ number: 2 }));
    // The third was frozen before the second was signed, so it was never set beside it.
    expect(signOff(sdg, third)).toEqual(refused("out of date"));
    expect(readRelease(sdg, third).inside?.outOfDate).toBe(true);
    backToDraft(drafter, third);
    sendForReview(drafter, third);
    expect(signOff(sdg, third)).toEqual(done({ number: 3 }));
    expect(readRelease(sdg, third).paper?.since?.releaseId).toBe(second);
  });

  test("a release that was compared with one since withdrawn is frozen anew before it is signed", () => {
    const { made, sdg } = setting();
    const first = releaseIn(made, "signed off");
    const second = releaseIn(made, "in review");
    withdrawRelease(sdg, first, "Wrong");
    expect(signOff(sdg, second)).toEqual(refused("out of date"));
  });
});

test("what somebody wrote of a release goes when they are erased; that they did stays", () => {
  const { world, made, sdg } = setting();
  const id = releaseIn(made, "in review");
  commentOnRelease(sdg, id, { section: "whole", text: "Ask me at home" });
  commentOnRelease(world.as(world.people.scrutineer), id, { section: "whole", text: "Stays" });
  takeOut(world.asSystem, { personId: made.sdg, erasedAt: 0, reason: "asked", erasedBy: null });
  const texts = world.db
    .select()
    .from(world.tables.releaseComments)
    .all()
    .map(({ text }) => text);
  expect(texts).toEqual(["Taken out with all that told of whoever wrote it.", "Stays"]);
});

describe("afterwards", () => {
  test("made public once, and only when signed", () => {
    const { world, made, sdg } = setting();
    const draft = releaseIn(made, "in review");
    expect(publishRelease(sdg, draft)).toEqual(refused("not signed off"));
    signOff(sdg, draft);
    const added = watch(world);
    expect(publishRelease(sdg, draft)).toEqual(done(null));
    world.clock.forward(1000);
    expect(publishRelease(sdg, draft)).toEqual(done(null));
    expect(inShort(added())).toEqual({ audit: ["impact.release made public"], messages: [] });
  });

  test("withdrawn with a reason, once and for good", () => {
    const { world, made, sdg } = setting();
    const id = releaseIn(made, "public");
    const added = watch(world);
    expect(withdrawRelease(sdg, id, "  ")).toEqual(refused("nothing said"));
    expect(withdrawRelease(sdg, id, "x".repeat(1001))).toEqual(refused("too long"));
    expect(withdrawRelease(sdg, id, "A register was wrong.")).toEqual(done(null));
    expect(withdrawRelease(sdg, id, "Again")).toEqual(refused("not signed off"));
    expect(publishRelease(sdg, id)).toEqual(refused("not signed off"));
    expect(added().audit.map(({ action, detail }) => [action, detail])).toEqual([
      ["impact.release withdrawn", { number: 1, wasPublic: true }],
    ]);
    expect(withdrawRelease(sdg, releaseIn(made, "draft"), "Why")).toEqual(refused("not signed off"));
  });

  test("actions of a signed release are open until closed; the next release tells what came of them", () => {
    const { world, made, drafter, sdg } = setting();
    const first = releaseIn(made, "draft");
    const set = setAction(drafter, first, anAction);
    if (!set.ok) throw new Error(set.reason);
    const closing = {
      releaseId: first,
      actionId: set.value.actionId,
      as: "done" as const,
      outcome: "Half do.",
    };
    expect(closeAction(sdg, closing)).toEqual(refused("not signed off"));
    expect(listOpenActions(sdg)).toEqual([]);
    sendForReview(drafter, first);
    signOff(sdg, first);
    const before = readRelease(sdg, first).paper;
    expect(listOpenActions(sdg)).toMatchObject([{ id: set.value.actionId, releaseNumber: 1 }]);
    expect(readRelease(drafter, releaseIn(made, "draft")).paper?.earlierActions).toMatchObject([
      { release: "Release 1 (July to September 2026)", standing: "Open", outcome: null },
    ]);
    expect(closeAction(sdg, { ...closing, outcome: " " })).toEqual(refused("nothing said"));
    const added = watch(world);
    expect(closeAction(sdg, closing)).toEqual(done(null));
    expect(closeAction(sdg, closing)).toEqual(refused("closed already"));
    expect(added().audit.map(({ action, detail }) => [action, detail])).toEqual([
      ["impact.release action closed", { actionId: set.value.actionId, as: "done" }],
    ]);
    expect(() => closeAction(sdg, { ...closing, actionId: "none" })).toThrow(NotFound);
    expect(listOpenActions(sdg)).toEqual([]);
    expect(readRelease(sdg, first).paper).toEqual(before);
    expect(readRelease(drafter, releaseIn(made, "draft")).paper?.earlierActions).toMatchObject([
      { standing: "Done", outcome: "Half do." },
    ]);
  });
});
