// Every page that a stranger can reach, on a telephone and on a desk, without JavaScript.
import { describe, expect, it } from "vitest";
import {
  checkAxe,
  checkNoProblems,
  checkNoSidewaysScroll,
  checkReferences,
  checkTitle,
  openPage,
} from "./support/browser";
import { stopsNews } from "./support/links";

const widths = [320, 1280];

/** Pages by name; those of one course and one session are found as anyone would find them. */
const pages: Record<string, string | { from: string; link: string }> = {
  home: "/",
  courses: "/courses",
  "a course": { from: "/courses", link: "main a[href^='/courses/']" },
  "a session": { from: "/", link: "main a[href^='/sessions/']" },
  "the calendar as a month": "/calendar",
  "the calendar as a list": "/calendar?view=list",
  "an empty month of the calendar": "/calendar?month=2034-05&mode=online",
  "subscribing to a calendar": "/calendar/subscribe?of=all",
  "sign in": "/sign-in",
  "a link by email": "/sign-in/link",
  "a link is on its way": "/sign-in/sent",
  register: "/register",
  "checking a certificate": "/verify",
  "a certificate's number, mistyped": "/verify?number=7K2QX",
  "impact reports": "/impact/releases",
  "an impact report": { from: "/impact/releases", link: "main a[href^='/impact/releases/']" },
  "finding my questions": "/check-in/questions",
  "a link to questions that was cut off": "/evaluate/no-such-link",
  "stopping the news of the offer": stopsNews("learner0275@example.org"),
  accessibility: "/accessibility",
  privacy: "/privacy",
  "complaining about data": "/privacy/complaint",
  cookies: "/cookies",
  "a page that is not there": "/no/such/page",
};
const missing = ["a page that is not there", "a link to questions that was cut off"];
const statusOf = (name: string) => (missing.includes(name) ? 404 : 200);

/** Opens a page by name. @returns its status */
async function reach(page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<number | undefined> {
  const way = pages[name] ?? "/";
  if (typeof way === "string") return (await page.goto(way))?.status();
  await page.goto(way.from);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    page.locator(way.link).first().click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

describe.each(widths)("at %i pixels", (width) => {
  it.each(Object.keys(pages))("%s can be read by everyone", async (name) => {
    const page = await openPage({ width, javaScript: false });
    expect(await reach(page, name)).toBe(statusOf(name));
    await checkTitle(page);
    await checkNoSidewaysScroll(page);
    await checkAxe(page);
    await checkReferences(page);
    checkNoProblems(page);
  });
});

it("no two of them have the same title", async () => {
  const page = await openPage({ width: 1280, javaScript: false });
  const titles: string[] = [];
  for (const name of Object.keys(pages)) {
    await reach(page, name);
    titles.push(await checkTitle(page));
  }
  expect(titles).toEqual([...new Set(titles)]);
});

describe("control: a page made wrong is found wrong", () => {
  const wrong = `<!doctype html><html><head><title>Wrong</title></head><body style="color: red"><main>
    <h1>One</h1><h1>Two</h1><img src="https://elsewhere.example/a.png"><div style="width: 900px">wide</div>
    <a href="#nowhere">A place</a>
    <pre style="width: 900px">${"wide ".repeat(300)}</pre></main></body></html>`;

  it.each([true, false])("with JavaScript: %s", async (javaScript) => {
    const page = await openPage({ width: 320, javaScript });
    const headers = { "content-security-policy": "default-src 'none'; style-src 'self'" };
    await page.route("/wrong", (route) => route.fulfill({ contentType: "text/html", body: wrong, headers }));
    await page.goto("/wrong");
    await expect(checkAxe(page)).rejects.toThrow("image-alt");
    await expect(checkReferences(page)).rejects.toThrow("nowhere");
    await expect(checkNoSidewaysScroll(page)).rejects.toThrow("needs");
    await expect(checkTitle(page)).rejects.toThrow("title");
    expect(() => checkNoProblems(page)).toThrow("Content Security Policy");
  });
});
