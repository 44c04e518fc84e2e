// The catalogue and a course: filters in a shareable address, nonsense that finds its way, and pages out of range.
import { expect, test } from "vitest";
import { addDays } from "~/shared/civil-time";
import { addCourse } from "../domain/impact-report/delivered";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function offerWorld() {
  const world = makeWorld();
  addCourse(world, "abuse", { boards: ["ADULT"], themeSlug: "abuse" });
  const on = addDays(world.today, 20);
  world.session();
  world.session({
    courseId: "abuse",
    mode: "online",
    venueId: null,
    joiningLink: "https://meet.example.org/secret",
    meetings: [{ date: on, startTime: "09:30", endTime: "12:30" }],
  });
  const visit = siteOf(world);
  const found = async (query: string) => {
    const page = await visit(`/courses?${query}`);
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    const slugs = [...page.html.matchAll(/href="\/courses\/([^"?]+)"/g)].map((match) => match[1]);
    return { page, words: wordsOf(page), slugs: [...new Set(slugs)] };
  };
  return { world, visit, found, on };
}

test("the whole offer is listed with dates and places, and its address is its own title", async () => {
  const { found } = offerWorld();
  const { page, slugs, words } = await found("");
  expect(slugs).toEqual(["neglect", "abuse"]);
  expect(titleOf(page)).toBe("Courses – Joint training");
  expect(words).toContain("2 courses");
});

test("each filter narrows the list, stays in the form, and can be taken away by a link", async () => {
  const { found, on } = offerWorld();
  expect((await found("board=ADULT")).slugs).toEqual(["abuse"]);
  expect((await found("theme=abuse")).slugs).toEqual(["abuse"]);
  expect((await found("mode=online")).slugs).toEqual(["abuse"]);
  expect((await found(`from=${on}`)).slugs).toEqual(["abuse"]);
  expect((await found(`to=${addDays(on, -1)}`)).slugs).toEqual(["neglect"]);
  expect((await found("q=neglect")).slugs).toEqual(["neglect"]);
  const { page, slugs } = await found("q=course&board=ADULT&mode=online");
  expect(slugs).toEqual(["abuse"]);
  expect(page.html).toMatch(/name="q"[^>]*value="course"|value="course"[^>]*name="q"/);
  expect(page.html).toContain('href="/courses?q=course&amp;mode=online"');
  expect(page.html).toMatch(/<option value="ADULT" selected="">/);
});

test("nothing found says so and offers the whole list", async () => {
  const { found } = offerWorld();
  const { words, slugs } = await found("q=nothing-like-this");
  expect(slugs).toEqual([]);
  expect(words).toContain("No courses Remove filter “nothing-like-this” Nothing fits these filters");
});

test.each([
  ["mode=nonsense", 2],
  ["mode=constructor", 2],
  ["from=2026-02-31&to=yesterday", 2],
  ["from=&to=&q=&board=&theme=&mode=", 2],
  ["to=9999-12-31&from=0001-01-01", 2],
  ["page=0", 2],
  ["page=-1", 2],
  ["page=2", 2],
  ["page=1.5", 2],
  ["page=1e9", 2],
  ["page=NaN", 2],
  ["page=%27", 2],
  ["q=%25", 0],
  ["q=_", 0],
  ["q=%5C", 0],
  ["q=%27%20or%201=1%20--", 0],
  ["q=%00", 2],
  ["q=%F0%9F%92%A9", 0],
  ["q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", 0],
  ["board=%25&board=KIDS", 2],
  ["theme=constructor", 2],
  [`q=${"x".repeat(5000)}`, 0],
  [`q=${"a%20".repeat(500)}`, 2],
])("nonsense in the address is no error: %s", async (query, listed) => {
  const { found } = offerWorld();
  const { slugs, page } = await found(query);
  expect(slugs).toHaveLength(listed);
  expect(page.html).not.toContain("<script>alert");
});

test("what is none of the choices and no date neither filters nor shows as if it did", async () => {
  const { found } = offerWorld();
  const { page, slugs } = await found("mode=nonsense&board=NONE&theme=gone&from=2026-02-31");
  expect(slugs).toHaveLength(2);
  expect(page.html).not.toMatch(/Filters in use|nonsense|NONE|gone|2026-02-31/);
});

test("pages of ten keep the filters in their links, and a page out of range is the first", async () => {
  const world = makeWorld();
  for (let n = 10; n < 35; n++) addCourse(world, `c${n}`);
  const visit = siteOf(world);
  const second = await visit("/courses?q=course&page=2");
  expect(titleOf(second)).toBe("Courses (page 2 of 3) – Joint training");
  expect(second.html).toContain('href="/courses?q=course&amp;page=3"');
  expect(second.html).toContain('href="/courses/c20"');
  for (const page of ["4", "0", "2.5", "x"]) {
    const shown = await visit(`/courses?q=course&page=${page}`);
    expect(titleOf(shown)).toBe("Courses (page 1 of 3) – Joint training");
    expect(shown.html).toContain('href="/courses/c10"');
  }
});

test("a course says what it is for, when it is on, and what one will be able to do", async () => {
  const { visit } = offerWorld();
  const page = await visit("/courses/neglect");
  expect(titleOf(page)).toBe("Neglect – Joint training");
  expect(wordsOf(page)).toMatch(
    /What neglect looks like\..*Tuesday 17 November 2026.*Counts towards Recognising neglect.*Name three signs/,
  );
  expect(brokenReferences(page)).toEqual([]);
});

test("a course that does not exist is not found, whatever stands in the address", async () => {
  const { visit } = offerWorld();
  for (const slug of ["none", "course", "%00", "..%2F", "%F0%9F%92%A9", "constructor"]) {
    const page = await visit(`/courses/${slug}`);
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain("Page not found");
  }
});

test("the way to a course's impact is shown to those who may read it and to nobody else", async () => {
  const { world, visit } = offerWorld();
  const link = 'href="/impact/courses/neglect"';
  const seenBy = async (as?: string) => (await visit("/courses/neglect", { as })).html.includes(link);
  expect(await seenBy()).toBe(false);
  expect(await seenBy(world.person())).toBe(false);
  expect(await seenBy(world.person({ roles: ["trainer", "admin", "agency_lead"] }))).toBe(false);
  for (const role of ["coordinator", "sdg_member", "scrutineer"] as const) {
    expect(await seenBy(world.person({ roles: [role] }))).toBe(true);
  }
});

test("no page of the offer, nor the data behind it, holds an online session's joining link", async () => {
  const { world, visit } = offerWorld();
  for (const path of [
    "/",
    "/_root.data",
    "/courses",
    "/courses.data",
    "/courses/abuse",
    "/courses/abuse.data",
  ]) {
    for (const as of [undefined, world.person(), world.coordinator]) {
      const page = await visit(path, { as });
      expect(page.status).toBe(200);
      expect(page.html).not.toContain("meet.example.org");
    }
  }
});
