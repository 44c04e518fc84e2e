// The pages of those who work on an impact report: signing, checking, editing, and following its actions.
import { describe, expect, test } from "vitest";
import { setAction, signOff, writeNarrative } from "~/domain/impact/impact.server";
import { paths } from "~/web/paths";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { releaseIn, releaseWorld } from "../support/release-world";

function setting() {
  const world = releaseWorld();
  const open = siteOf(world);
  const made = { world, drafter: world.people.drafter, sdg: world.people.sdg };
  return { world, open, made, ...world.people };
}

describe("pages for those who work on a release", () => {
  test("nobody signs what they drafted, and nobody is shown how", async () => {
    const { world, open, both } = setting();
    const id = releaseIn({ world, drafter: both, sdg: world.people.sdg }, "in review");
    expect((await open(paths.signOffRelease(id), { as: both })).status).toBe(404);
    expect((await open(paths.signOffRelease(id), { as: both, form: { read: "yes" } })).status).toBe(403);
    expect(wordsOf(await open(paths.release(id), { as: both }))).not.toContain("Sign it off");
  });

  test("readers can have the figures worked out again", async () => {
    const { open, made, scrutineer } = setting();
    const id = releaseIn(made, "signed off");
    const page = await open(paths.release(id, { check: "yes" }), { as: scrutineer });
    expect(wordsOf(page)).toContain("every figure is the same");
    const publicId = releaseIn(made, "public");
    expect(wordsOf(await open(paths.release(publicId, { check: "yes" })))).not.toContain("worked out again");
  });

  test("a report that is not a draft is not edited; one out of date is not offered for signing", async () => {
    const { open, made, drafter, sdg } = setting();
    const first = releaseIn(made, "in review");
    expect((await open(paths.editRelease(first), { as: drafter })).status).toBe(404);
    releaseIn(made, "signed off");
    const page = await open(paths.release(first), { as: sdg });
    expect(wordsOf(page)).toContain("Send it back and freeze it anew");
    expect(wordsOf(page)).not.toContain("Sign it off");
    const tried = await open(paths.signOffRelease(first), { as: sdg, form: { read: "yes" } });
    expect([tried.status, errorSummaryOf(tried)[0]?.message]).toEqual([
      400,
      "Another report was signed or withdrawn since this one was frozen. Send it back to be frozen anew.",
    ]);
  });

  test("actions are followed and closed on a page of their own", async () => {
    const { world, open, made, sdg, scrutineer } = setting();
    const id = releaseIn(made, "draft");
    const drafter = world.as(made.drafter);
    writeNarrative(drafter, id, { section: "next", text: "On we go." });
    const action = {
      id: null,
      finding: "f",
      action: "Ask in the room",
      owner: "Trainers",
      measureNumber: null,
    };
    const first = setAction(drafter, id, { ...action, dueOn: "2026-11-03" });
    setAction(drafter, id, { ...action, action: "Second", dueOn: "2027-01-01" });
    if (!first.ok) throw new Error(first.reason);
    const { sendForReview } = await import("~/domain/impact/impact.server");
    sendForReview(drafter, id);
    signOff(world.as(made.sdg), id);
    world.clock.forward(world.days(1));
    const { actionId } = first.value;
    expect(wordsOf(await open(paths.releases(), { as: scrutineer }))).toContain("Overdue");
    const page = await open(paths.releaseActions(id, { action: actionId }), { as: sdg });
    expect(brokenReferences(page)).toEqual([]);
    expect(wordsOf(page)).toContain("Open, and overdue");
    const blank = await open(paths.releaseActions(id), { as: sdg, form: { actionId } });
    expect(errorSummaryOf(blank).map(({ message }) => message)).toEqual([
      "Select whether it was done or dropped",
      "Enter what came of it",
    ]);
    const form = { actionId, as: "done", outcome: "Half do." };
    expect((await open(paths.releaseActions(id), { as: scrutineer, form })).status).toBe(403);
    expect((await open(paths.releaseActions(id), { as: sdg, form })).to).toBe(
      paths.releaseActions(id, { done: "closed" }),
    );
    expect(wordsOf(await open(paths.releaseActions(id), { as: scrutineer }))).toContain("Half do.");
    expect(wordsOf(await open(paths.releases()))).not.toContain("Second");
  });
});
