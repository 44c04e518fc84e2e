// The calendar as a list: a heading for each day with something on, and in this month what is over folded away.
import { expect, test } from "vitest";
import { days } from "~/shared/clock";
import { titleOf, wordsOf } from "../domain/support-check/site";
import { at, calendarWorld } from "./calendar-world";

test("as a list each day has a heading, and the layout stays while months change", async () => {
  const { world, open } = calendarWorld();
  world.session();
  world.session({ meetings: [at("2026-12-01")] });
  const page = await open("?view=list");
  expect(page.html).not.toContain("<table");
  expect(titleOf(page)).toBe("Training calendar, November 2026, as a list – Joint training");
  expect(wordsOf(page)).toMatch(
    /Tuesday 17 November 2026 Neglect When 9:30am to 4:30pm Where The Hall Places 2 places left Boards/,
  );
  expect(page.html).toContain('href="/calendar?view=list&amp;month=2026-12"');
  expect(page.html).toMatch(/aria-current="true"[^>]*>As a list/);
});

test("in this month's list the days that are over are folded away, and stand open where nothing is to come", async () => {
  const { world, open } = calendarWorld();
  world.session({ meetings: [at("2026-11-05")] });
  const summary = "Earlier this month: 1 day";
  const listed = () => open("?view=list");
  const isOpen = async () => {
    const [, attributes] =
      /<details([^>]*)>(?=<summary[^>]*><span[^>]*>Earlier)/.exec((await listed()).html) ?? [];
    return attributes?.includes("open");
  };
  expect(wordsOf(await listed())).not.toContain(summary);
  world.clock.forward(days(4));
  expect(await isOpen()).toBe(true);
  world.session();
  expect(await isOpen()).toBe(false);
  expect(wordsOf(await listed())).toMatch(/Earlier this month: 1 day .*5 November 2026.* 17 November 2026/);
});
