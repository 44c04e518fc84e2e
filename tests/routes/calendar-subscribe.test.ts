// Training in one's own calendar: one choice gives one address; a secret address is its owner's alone.
import { expect, test } from "vitest";
import { makeFeedAddress, readFeedAddress } from "~/domain/calendars/calendars.server";
import { brokenReferences, type Page, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

const secretOf = ({ html }: Page) => /\/feeds\/my\/([^"]+)\.ics/.exec(html)?.[1];

function subscribeWorld() {
  const world = makeWorld();
  return { world, site: siteOf(world), person: world.person() };
}

test("a stranger finds the address of all training and can choose another, with steps for each program", async () => {
  const { site } = subscribeWorld();
  const page = await site("/calendar/subscribe");
  expect(page.status).toBe(200);
  expect(brokenReferences(page)).toEqual([]);
  expect(titleOf(page)).toBe("Training in your own calendar – Joint training");
  // One address, to copy or to open.
  expect(page.html).toContain(`value="${testSettings.publicUrl}/feeds/all.ics"`);
  expect(page.html.match(/\.ics"/g)).toHaveLength(2);
  expect(wordsOf(page)).toMatch(/Outlook Copy the address.*Google Calendar Copy the address.*Apple Calendar/);
  expect(wordsOf(page)).toContain("It may take a day.");
  expect(wordsOf(page)).toContain("Sign in to get an address of your own.");
  expect(page.html).toContain('href="/sign-in?to=%2Fcalendar%2Fsubscribe"');
});

test.each([
  ["all", "all training", "/feeds/all.ics"],
  ["board:KIDS", "the board Children's board", "/feeds/board/KIDS.ics"],
  ["theme:neglect", "the theme Neglect", "/feeds/theme/neglect.ics"],
  ["course:neglect", "the course Neglect", "/feeds/course/neglect.ics"],
])("%s gives its address, and stays chosen", async (of, named, path) => {
  const { site } = subscribeWorld();
  const page = await site(`/calendar/subscribe?of=${encodeURIComponent(of)}`);
  expect(brokenReferences(page)).toEqual([]);
  const address = testSettings.publicUrl + path;
  expect(page.html).toMatch(new RegExp(`<input id="field-address"[^>]*readonly=""[^>]*value="${address}"`));
  expect(page.html).toContain(`href="${address.replace(/^https?:/, "webcal:")}"`);
  expect(page.html).toContain(`<option value="${of}" selected="">`);
  expect(wordsOf(page)).toContain(`Address of ${named}`);
});

test.each(["board:NONE", "course:", "all ", "constructor", '"><script>alert(1)</script>'])(
  "what is not there gives no address and says so: %s",
  async (of) => {
    const { site } = subscribeWorld();
    const page = await site(`/calendar/subscribe?of=${encodeURIComponent(of)}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(".ics");
    expect(page.html).not.toContain("<script>alert");
    expect(wordsOf(page)).toContain("There is nothing to subscribe to by that name any more.");
  },
);

test("a course that is no longer offered is not there to choose", async () => {
  const { world, site } = subscribeWorld();
  world.db.update(world.tables.courses).set({ offered: false }).run();
  expect((await site("/calendar/subscribe")).html).not.toContain("course:neglect");
});

test("someone signed in makes an address of their own, and sees it again with when it was used", async () => {
  const { world, site, person } = subscribeWorld();
  const before = await site("/calendar/subscribe", { as: person });
  expect(secretOf(before)).toBeUndefined();
  const made = await site("/calendar/subscribe", { as: person, form: { deed: "make" } });
  expect([made.status, made.to]).toEqual([303, "/calendar/subscribe?done=made"]);
  const page = await site("/calendar/subscribe?done=made", { as: person });
  const feed = readFeedAddress(world.as(person), testSettings.secret);
  expect(secretOf(page)).toBe(feed?.token);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toContain("Your calendar address is ready");
  expect(wordsOf(page)).toContain("Warning: Whoever has this address can see which training you go to.");
  expect(wordsOf(page)).toContain("No calendar program has asked for it yet.");
  world.db
    .update(world.tables.calendarFeeds)
    .set({ lastUsedAt: Date.UTC(2026, 10, 3, 9) })
    .run();
  expect(wordsOf(await site("/calendar/subscribe", { as: person }))).toContain(
    "A calendar program last asked for it on Tuesday 3 November 2026 at 9am",
  );
  // Sent twice, as by an impatient finger, it stays the same.
  await site("/calendar/subscribe", { as: person, form: { deed: "make" } });
  expect(secretOf(await site("/calendar/subscribe", { as: person }))).toBe(feed?.token);
});

test("a new secret address replaces the old one; stopping it leaves none", async () => {
  const { world, site, person } = subscribeWorld();
  const old = makeFeedAddress(world.as(person), testSettings.secret);
  expect((await site("/calendar/subscribe", { as: person, form: { deed: "replace" } })).to).toBe(
    "/calendar/subscribe?done=replaced",
  );
  const page = await site("/calendar/subscribe?done=replaced", { as: person });
  expect(secretOf(page)).toBeDefined();
  expect(secretOf(page)).not.toBe(old.token);
  expect(wordsOf(page)).toContain("The old one no longer works");
  expect((await site("/calendar/subscribe", { as: person, form: { deed: "end" } })).to).toBe(
    "/calendar/subscribe?done=ended",
  );
  expect(secretOf(await site("/calendar/subscribe?done=ended", { as: person }))).toBeUndefined();
});

test("nobody sees or changes another person's address, and a stranger is asked to sign in", async () => {
  const { world, site, person } = subscribeWorld();
  const feed = makeFeedAddress(world.as(person), testSettings.secret);
  for (const as of [undefined, world.person(), world.coordinator])
    expect((await site("/calendar/subscribe", { as })).html).not.toContain(feed.token);
  expect(wordsOf(await site("/calendar/subscribe?done=ended"))).not.toContain("no longer works");
  for (const deed of ["make", "replace", "end"]) {
    const answer = await site("/calendar/subscribe", { form: { deed } });
    expect(answer.to).toBe("/sign-in?to=%2Fcalendar%2Fsubscribe");
  }
  await site("/calendar/subscribe", { as: world.coordinator, form: { deed: "end" } });
  expect(readFeedAddress(world.as(person), testSettings.secret)?.token).toBe(feed.token);
});

test("a form that says nothing changes nothing", async () => {
  const { world, site, person } = subscribeWorld();
  const empty: Record<string, string>[] = [{ deed: "" }, { deed: "constructor" }, { other: "make" }];
  for (const form of empty)
    expect((await site("/calendar/subscribe", { as: person, form })).to).toBe("/calendar/subscribe");
  expect(world.db.select().from(world.tables.calendarFeeds).all()).toEqual([]);
});
