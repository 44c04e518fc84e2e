// The programme page: filters in the address, a file of what they find, and drafts published together.
import { expect, test } from "vitest";
import { readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function programmeWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const on = (days: number) => [{ date: addDays(world.today, days), startTime: "09:30", endTime: "16:30" }];
  const see = async (path: string, form?: Record<string, string | string[]>) => {
    const page = await visit(path, { as: world.coordinator, form });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const shown = ({ html }: { html: string }) =>
    [
      ...new Set(
        [...html.matchAll(/href="\/manage\/sessions\/([^"/#?]+)(?:#trainers)?"/g)].map(([, id]) => id),
      ),
    ].filter((id) => id !== "new");
  return { ...world, visit, on, see, shown };
}

test("without filters it is what is to come; a month, a status and nonsense", async () => {
  const world = programmeWorld();
  const soon = world.session({ meetings: world.on(3) });
  const draft = world.session({ meetings: world.on(40), status: "draft" });
  expect(world.shown(await world.see("/manage/sessions"))).toEqual([soon, draft]);
  const december = await world.see("/manage/sessions?month=2026-12");
  expect(world.shown(december)).toEqual([draft]);
  expect(wordsOf(december)).toContain("Remove filter December 2026");
  expect(world.shown(await world.see("/manage/sessions?status=draft&venue=venue"))).toEqual([draft]);
  expect(world.shown(await world.see("/manage/sessions?month=2026-13&status=x&sort=y&page=z"))).toEqual([
    soon,
    draft,
  ]);
  const none = await world.see("/manage/sessions?board=ADULT");
  expect(wordsOf(none)).toContain("Nothing fits these filters");
  world.clock.set(Date.UTC(2026, 10, 20));
  expect(world.shown(await world.see("/manage/sessions"))).toEqual([draft]);
  expect(world.shown(await world.see("/manage/sessions?month=2026-11"))).toEqual([soon]);
});

test("columns sort by a link that keeps the filters, and says which way", async () => {
  const world = programmeWorld();
  const few = world.session({ meetings: world.on(3), capacity: 1 });
  const many = world.session({ meetings: world.on(2), capacity: 9 });
  const page = await world.see("/manage/sessions?sort=free&course=course");
  expect(world.shown(page)).toEqual([few, many]);
  expect(page.html).toContain('aria-sort="ascending"');
  expect(page.html).toContain(
    'href="/manage/sessions?sort=free&amp;course=course&amp;order=desc"'.replace(
      "sort=free&amp;course=course&amp;order=desc",
      "course=course&amp;sort=free&amp;order=desc",
    ),
  );
});

test("a long programme comes in pages of 50", async () => {
  const world = programmeWorld();
  for (let day = 1; day <= 51; day++) world.session({ meetings: world.on(day) });
  const first = await world.see("/manage/sessions");
  expect(world.shown(first)).toHaveLength(50);
  expect(wordsOf(first)).toContain("51 sessions");
  expect(world.shown(await world.see("/manage/sessions?page=2"))).toHaveLength(1);
});

test("the file holds what the filters find, harmless for a spreadsheet, for coordinators only", async () => {
  const world = programmeWorld();
  world.db.update(world.tables.courses).set({ title: "=Neglect" }).run();
  const sessionId = world.session({
    meetings: world.on(3),
    capacity: 5,
    minimum: 2,
    decideBy: world.clock.now(),
  });
  world.session({ meetings: world.on(4), status: "draft" });
  world.book(sessionId, world.person());
  const file = await world.visit("/manage/sessions.csv?status=published", { as: world.coordinator });
  expect(file.status).toBe(200);
  const [head, ...rows] = file.html.trim().split("\r\n");
  expect(head).toContain("session,course,status,first_date");
  expect(rows).toEqual([
    `${sessionId},'=Neglect,Published,2026-11-06,09:30,16:30,1,In person,The Hall,,5,,1,0,0,2,no,2026-11-06,1 of at least 2 people; No trainer`,
  ]);
  expect((await world.visit("/manage/sessions.csv", { as: world.person() })).status).toBe(403);
});

test("ticked drafts are shown before they are published, all together", async () => {
  const world = programmeWorld();
  const [one, two] = [3, 4].map((day) => world.session({ meetings: world.on(day), status: "draft" }));
  const published = world.session({ meetings: world.on(5) });
  const list = await world.see("/manage/sessions?ticked=all");
  expect(list.html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
  const preview = await world.see(`/manage/sessions/publish?id=${one}&id=${two}&id=${published}&id=none`);
  expect(wordsOf(preview)).toContain("Publish 2 drafts");
  expect(readSession(world, one ?? "").status).toBe("draft");
  const sent = await world.see("/manage/sessions/publish", { id: [one ?? "", two ?? ""] });
  expect([sent.status, sent.to]).toEqual([302, "/manage/sessions?done=published"]);
  expect([one, two].map((id) => readSession(world, id ?? "").status)).toEqual(["published", "published"]);
  expect(wordsOf(await world.see("/manage/sessions/publish"))).toContain("No draft is ticked");
  expect(wordsOf(await world.see("/manage/sessions?done=published"))).toContain("The sessions are published");
});

test("a draft whose day has come cannot be published, and none of the others is", async () => {
  const world = programmeWorld();
  const [past, fine] = [1, 9].map((day) => world.session({ meetings: world.on(day), status: "draft" }));
  world.clock.set(Date.UTC(2026, 10, 6));
  const refused = await world.see("/manage/sessions/publish", { id: [fine ?? "", past ?? ""] });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)[0]?.message).toMatch(
    /^Nothing was published. Neglect: This draft starts in the past/,
  );
  expect(readSession(world, fine ?? "").status).toBe("draft");
});
