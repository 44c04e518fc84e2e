// A coordinator gives a certificate to somebody who could not answer in time.
import { expect, test } from "vitest";
import { hours } from "~/shared/clock";
import { certifiedWorld, putRight } from "../domain/certificates/certified-world";
import { inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";

function heldBackWorld() {
  const world = certifiedWorld();
  const visit = siteOf(world.world);
  const see = async () => {
    const page = await visit("/manage/certificates", { as: world.coordinator });
    expect(brokenReferences(page)).toEqual([]);
    return wordsOf(page);
  };
  const give = (bookingId: string, as = world.coordinator) =>
    visit("/manage/certificates", { as, form: { bookingId } });
  return { ...world, visit, see, give };
}

test("those who can still answer are not on it; once the questions closed they are, until it is given", async () => {
  const { see, give, ann, clock, rows, visit, coordinator } = heldBackWorld();
  expect(await see()).toContain("Nobody is left without a certificate");
  clock.forward(hours(48) - 1);
  expect(await see()).toContain("Nobody is left without a certificate");
  clock.forward(1);
  expect(await see()).toContain("Ann Learner Police Neglect 17 November 2026 Give it all the same");
  const given = await give(ann);
  expect(given.to).toBe("/manage/certificates?done=given");
  expect(rows()).toHaveLength(1);
  const after = wordsOf(await visit("/manage/certificates?done=given", { as: coordinator }));
  expect(after).toContain("The certificate is given, and they have been told.");
  expect(after).toContain("Nobody is left without a certificate");
  // A second press of the same button changes nothing.
  expect((await give(ann)).to).toBe("/manage/certificates?done=given");
  expect(rows()).toHaveLength(1);
});

test("a register put right meanwhile leaves nothing to give; what is not there is not found", async () => {
  const { world, sessionId, give, ann, rows, clock } = heldBackWorld();
  clock.forward(hours(48));
  putRight(world, sessionId, ann, "left early");
  const refused = await give(ann);
  expect(refused.status).toBe(400);
  expect(wordsOf(refused)).toContain("They did not attend all of it");
  expect((await give("none")).status).toBe(404);
  expect(rows()).toEqual([]);
});

test("for coordinators alone", async () => {
  const { world, give, ann, annId } = heldBackWorld();
  const added = watch(world);
  expect((await give(ann, annId)).status).toBe(403);
  expect(inShort(added())).toEqual(nothing);
});
