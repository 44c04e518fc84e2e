// Home: what is on soon, for everyone, and nothing that is nobody's business.
import { expect, test } from "vitest";
import { addDays, instantOf } from "~/shared/civil-time";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

test("a stranger finds the next sessions with date, place and places left, and a way to each", async () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 3 });
  world.book(sessionId, world.person());
  const page = await siteOf(world)("/");
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Safeguarding training in Testford – Joint training");
  expect(page.html).toContain(`href="/sessions/${sessionId}"`);
  expect(wordsOf(page)).toMatch(/Tuesday 17 November 2026, 9:30am to 4:30pm .*The Hall.* 2 places left/);
  expect(wordsOf(page)).toContain("Sign in to see your bookings and offers.");
  expect(brokenReferences(page)).toEqual([]);
});

test("with nothing open it says so and where to look; drafts and closed sessions are not shown", async () => {
  const world = makeWorld();
  world.session({ status: "draft" });
  const closing = world.session({ bookingClosesAt: instantOf(addDays(world.today, 14), "09:30") });
  world.clock.set(instantOf(addDays(world.today, 14), "09:30"));
  const page = await siteOf(world)("/");
  expect(wordsOf(page)).toContain("No sessions are open for booking");
  expect(page.html).not.toContain(closing);
});

test("at most six sessions are listed, soonest first", async () => {
  const world = makeWorld();
  const sessions = [8, 2, 3, 4, 5, 6, 7].map((inDays) =>
    world.session({
      meetings: [{ date: addDays(world.today, inDays), startTime: "09:30", endTime: "12:30" }],
    }),
  );
  const page = await siteOf(world)("/");
  const listed = [...page.html.matchAll(/href="\/sessions\/([^"/]+)"/g)].map((match) => match[1]);
  expect(listed).toEqual(sessions.slice(1));
});

test("someone signed in is greeted by name in the header and told of their own training", async () => {
  const world = makeWorld();
  const page = await siteOf(world)("/", { as: world.person({ name: "Ann Learner" }) });
  expect(page.html).toContain("Ann Learner");
  expect(wordsOf(page)).toContain("Your bookings, offers and evaluations.");
});

test("every board of the partnership is named with what it safeguards", async () => {
  const world = makeWorld();
  const words = wordsOf(await siteOf(world)("/"));
  expect(words).toMatch(/Children's board.*safeguarding children/);
  expect(words).toMatch(/Adults' board.*safeguarding adults/);
});

test("what a person typed as their name cannot become part of the page", async () => {
  const world = makeWorld();
  const page = await siteOf(world)("/", { as: world.person({ name: "<script>alert(1)</script>" }) });
  expect(page.html).not.toContain("<script>alert");
  expect(page.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});
