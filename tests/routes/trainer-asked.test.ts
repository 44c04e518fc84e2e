// A session's page for a trainer who has not answered yet: what the question is about stands with it.
import { expect, test } from "vitest";
import { siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

test("when and where stand with the question, and how many have a place is said the same throughout", async () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 3 });
  const trainer = world.trainer("Tess Trainer");
  world.assign(sessionId, trainer, { asked: true });
  world.book(sessionId, world.person());
  world.book(sessionId, world.person());
  const page = wordsOf(await siteOf(world)(`/trainer/sessions/${sessionId}`, { as: trainer }));
  expect(page).toContain(
    "Can you teach this session? Tuesday 17 November 2026, 9:30am to 4:30pm The Hall, 1 Test Street, TS1 1TS If you can",
  );
  expect(page).toContain("2 of 3 places booked");
  expect(page).toContain("2 people have a place so far.");
});

test("who said that they can finds needs only beside those who have some", async () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 3 });
  const trainer = world.trainer("Tess Trainer");
  world.assign(sessionId, trainer);
  world.book(sessionId, world.person({ name: "Ann Learner" }));
  const page = wordsOf(await siteOf(world)(`/trainer/sessions/${sessionId}`, { as: trainer }));
  expect(page).toMatch(
    /Write to those on this session Who is coming: 1 person Name Agency Access needs Ann Learner/,
  );
  expect(page).not.toContain("None recorded");
});
