// Addresses that give a file, when they do not: a page for whoever opened one in a browser, a few words for programs.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitTable } from "~/web/limits.server";
import { makeWorld } from "../support/world";
import { frontOf, ownForm } from "./front";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});
const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

const browser = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("one file too many", () => {
  async function spent() {
    const world = makeWorld();
    const owner = world.person();
    const ask = frontOf(world);
    const fetch = (headers: Record<string, string>) =>
      ask("/my/account/data.csv", { as: owner, headers: { ...ownForm, ...headers }, body: {} });
    for (let count = 0; count < limitTable.downloadsOfPerson.most; count++)
      expect((await fetch(browser)).headers["content-type"]).toContain("text/csv");
    return fetch;
  }

  it("is answered with a page that says when to try again, in words and for programs", async () => {
    const fetch = await spent();
    wait(10 * 60);
    const { status, headers, text } = await fetch(browser);
    expect([status, headers["content-type"], headers["retry-after"], headers["cache-control"]]).toEqual([
      429,
      "text/html; charset=utf-8",
      String(50 * 60),
      "no-store",
    ]);
    expect(text).toContain("Too many tries");
    expect(text).toContain("Wait 50 minutes and try again.");
    expect(headers["content-disposition"]).toBeUndefined();
  });

  it("is not a page for a program, which could not show one", async () => {
    const { status, headers, text } = await (await spent())({ Accept: "*/*" });
    expect([status, headers["retry-after"]]).toEqual([429, "3600"]);
    expect(JSON.parse(text)).toEqual({ retryAfterSeconds: 3600 });
  });
});

describe("a file that is not to be had", () => {
  it.each([
    ["a feed of no course", 404, "/feeds/course/gone.ics", "Page not found"],
    ["a feed whose address was changed", 404, "/feeds/my/none.ics", "Page not found"],
    ["a list for others", 403, "/manage/sessions.csv", "You cannot open this page"],
  ])("%s is a page in a browser, and short for a program", async (_name, status, path, title) => {
    const world = makeWorld();
    const ask = frontOf(world);
    const as = world.person();
    const page = await ask(path, { as, headers: browser });
    expect([page.status, page.headers["content-type"]]).toEqual([status, "text/html; charset=utf-8"]);
    expect(page.text).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
    const short = await ask(path, { as, headers: { Accept: "text/calendar, */*" } });
    expect([short.status, short.headers["content-type"]]).toEqual([status, "text/plain;charset=UTF-8"]);
    expect(short.text).not.toContain("<");
  });
});
