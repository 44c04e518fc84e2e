// The page of the next monthly news: when it leaves and to whom first, and the sessions of each folded away.
import { expect, test } from "vitest";
import { chooseNews } from "~/domain/notifications/notifications.server";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

test("what leaves comes before what nobody asked for; sessions are folded; nobody with nothing new is forgotten", async () => {
  const world = makeWorld();
  world.session();
  chooseNews(world.as(world.person()), ["board/KIDS", "board/ADULT"]);
  chooseNews(world.as(world.person()), ["board/KIDS"]);
  const page = await siteOf(world)("/manage/messages/news", { as: world.coordinator });
  expect(brokenReferences(page)).toEqual([]);
  const words = wordsOf(page);
  expect(words).toContain("As it stands now, 2 people get a letter.");
  expect(words).toMatch(/What leaves Children's board: 2 people, 1 new session of 1 with places/);
  expect(words).toContain("Nothing is new for those who asked for Adults' board (1 person).");
  expect(words).toMatch(/New, but nobody has asked for it .*Neglect: 1 new session of 1 with places/);
  // No session is seen before somebody opens what it is in.
  const folded = [...page.html.matchAll(/<details[\s\S]*?<\/details>/g)].map(([all]) => all);
  expect(folded.length).toBeGreaterThanOrEqual(2);
  for (const one of folded) expect(one).toContain('href="/manage/sessions/');
  expect(folded.reduce((html, one) => html.replace(one, ""), page.html)).not.toMatch(
    /href="\/manage\/sessions\/[^"?]/,
  );
});
