// A draft of a release: what may be written into it, what is refused, and what is left behind.
import { describe, expect, test } from "vitest";
import {
  changeRelease,
  draftRelease,
  readRelease,
  removeAction,
  sendForReview,
  setAction,
  writeNarrative,
} from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";
import { done, refused } from "~/shared/result";
import { deliverSums, releaseIn, releaseWorld, spring, summer } from "../../support/release-world";
import { contentOf, inShort, nothing, watch } from "../support-check/ledger";

function setting() {
  const world = releaseWorld();
  const made = { world, drafter: world.people.drafter, sdg: world.people.sdg };
  return { world, made, drafter: world.as(made.drafter), sdg: world.as(made.sdg) };
}
const outline = { title: "What changed", from: summer.from, until: summer.until, parts: ["board/KIDS"] };
const anAction = {
  id: null,
  finding: "Few answered weeks later",
  action: "Ask in the session",
  owner: "Trainers",
  dueOn: "2027-03-31",
  measureNumber: null,
};

describe("drafting", () => {
  test("a draft has a title, a period and parts, and the trail says so", () => {
    const { world, drafter } = setting();
    const added = watch(world);
    const drafted = draftRelease(drafter, outline);
    if (!drafted.ok) throw new Error(drafted.reason);
    const { audit, messages } = added();
    expect(audit).toMatchObject([
      {
        action: "impact.release drafted",
        subjectId: drafted.value.releaseId,
        detail: { from: "2026-07-01", until: "2026-10-01", parts: 1 },
      },
    ]);
    expect(messages).toEqual([]);
    const release = readRelease(drafter, drafted.value.releaseId);
    expect(release).toMatchObject({ state: "draft", number: null, publicAt: null });
    expect(release.paper?.parts.map(({ slice }) => slice.kind)).toEqual(["partnership", "board"]);
  });

  test.each<[string, Partial<typeof outline>]>([
    ["no title", { title: "  " }],
    ["no such period", { until: "2026-09-30" }],
    ["no such period", { from: "2026-08-01", until: "2026-11-01" }],
    ["no such part", { parts: ["board/KIDS", "board/OTHER"] }],
    ["no such part", { parts: ["partnership/"] }],
  ])("refuses %s", (reason, wrong) => {
    const { world, drafter } = setting();
    const before = contentOf(world.db);
    expect(draftRelease(drafter, { ...outline, ...wrong })).toEqual(refused(reason));
    expect(contentOf(world.db)).toBe(before);
  });

  test("title, period and parts are changed in a draft only; the same again leaves no trace", () => {
    const { world, made, drafter } = setting();
    deliverSums(world, { date: "2026-05-05" });
    const id = releaseIn(made, "draft");
    const added = watch(world);
    expect(
      changeRelease(drafter, id, { ...outline, title: "Another", from: spring.from, until: spring.until }),
    ).toEqual(done(null));
    expect(added().audit).toMatchObject([
      { action: "impact.release changed", detail: { fields: ["title", "period", "parts"] } },
    ]);
    const again = watch(world);
    changeRelease(drafter, id, { ...outline, title: " Another ", from: spring.from, until: spring.until });
    expect(inShort(again())).toEqual(nothing);
    sendForReview(drafter, id);
    expect(changeRelease(drafter, id, outline)).toEqual(refused("not a draft"));
  });

  test("narrative: written, written again, taken out, too long, and not after freezing", () => {
    const { world, made, drafter } = setting();
    const id = releaseIn(made, "draft");
    const added = watch(world);
    const write = (text: string) => writeNarrative(drafter, id, { section: "learning", text });
    expect(write(" So\r\nwhat ")).toEqual(done(null));
    expect(write("So\nwhat")).toEqual(done(null));
    expect(inShort(added()).audit).toEqual(["impact.release narrative written"]);
    expect(JSON.stringify(added().audit)).not.toContain("So");
    expect(readRelease(drafter, id).paper?.narratives).toEqual([{ section: "learning", text: "So\nwhat" }]);
    expect(write("x".repeat(3001))).toEqual(refused("too long"));
    expect(write("")).toEqual(done(null));
    expect(readRelease(drafter, id).paper?.narratives).toEqual([]);
    sendForReview(drafter, id);
    expect(write("Later")).toEqual(refused("not a draft"));
  });

  test("actions: added, changed, removed once, and not after freezing", () => {
    const { world, made, drafter } = setting();
    const id = releaseIn(made, "draft");
    const added = watch(world);
    const set = setAction(drafter, id, anAction);
    if (!set.ok) throw new Error(set.reason);
    expect(setAction(drafter, id, { ...anAction, id: set.value.actionId, owner: "Board" }).ok).toBe(true);
    expect(() => setAction(drafter, id, { ...anAction, id: "elsewhere" })).toThrow(NotFound);
    expect(setAction(drafter, id, { ...anAction, dueOn: "2026-11-02" })).toEqual(refused("in the past"));
    expect(setAction(drafter, id, { ...anAction, dueOn: "2026-11-03" }).ok).toBe(true);
    expect(setAction(drafter, id, { ...anAction, measureNumber: "99" })).toEqual(refused("no such measure"));
    expect(readRelease(drafter, id).paper?.actions.map(({ owner }) => owner)).toEqual(["Board", "Trainers"]);
    expect(removeAction(drafter, id, set.value.actionId)).toEqual(done(null));
    expect(removeAction(drafter, id, set.value.actionId)).toEqual(done(null));
    expect(inShort(added()).audit).toEqual([
      "impact.release action added",
      "impact.release action changed",
      "impact.release action added",
      "impact.release action removed",
    ]);
    sendForReview(drafter, id);
    expect(setAction(drafter, id, anAction)).toEqual(refused("not a draft"));
    expect(removeAction(drafter, id, "any")).toEqual(refused("not a draft"));
  });
});
