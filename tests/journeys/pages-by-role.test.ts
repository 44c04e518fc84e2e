// Every page behind a sign-in, as each role that opens it, on a telephone and on a desk, without JavaScript.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkNoSidewaysScroll, checkPage, checkTitle, openPage } from "./support/browser";
import { pages } from "./support/pages";
import type { Reached } from "./support/ways";

const all = Object.entries(pages).flatMap(([email, named]) =>
  Object.entries(named).map(([name, way]) => ({ email, name, way })),
);

/** After a button was pressed: the page itself comes next. */
const isRedirect = (status: number) => status >= 300 && status < 400;

/** Goes there; every page on the way is found. */
async function reach(page: Page, way: Reached): Promise<void> {
  const { from, links } = typeof way === "string" ? { from: way, links: [] } : way;
  expect((await page.goto(from))?.status(), from).toBe(200);
  for (const link of links) {
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.request().isNavigationRequest() && !isRedirect(response.status()),
      ),
      page.locator(link).first().click(),
    ]);
    await page.waitForLoadState();
    expect(answer.status(), `${link} on the way from ${from}`).toBe(200);
  }
}

/** What axe finds there and what has to be so. */
const onPurpose: Record<string, string[]> = {
  // The code that people scan is good for a minute: a page on a wall has to show the next one, and nobody reads it long.
  "the code to check in with": ["meta-refresh"],
  "the code for the questions": ["meta-refresh"],
};

describe.each([320, 1280])("at %i pixels", (width) => {
  it.each(all)("$email can read $name", async ({ email, name, way }) => {
    const page = await openPage({ width, javaScript: false, signedInAs: email, onlyLooks: true });
    await reach(page, way);
    await checkPage(page, onPurpose[name]);
  });
});

describe("what is not theirs", () => {
  it.each([
    ["practitioner@example.org", "/manage", 403],
    ["practitioner@example.org", "/impact", 403],
    ["practitioner@example.org", "/needs", 403],
    ["practitioner@example.org", "/trainer", 403],
    ["practitioner@example.org", "/team", 403],
    ["practitioner@example.org", "/team/statement", 403],
    ["practitioner@example.org", "/manage/charges", 403],
    ["practitioner@example.org", "/my/certificates/7K2QX-9MPTR-4HWVB-D3NZC", 404],
    ["practitioner@example.org", "/my/charges/nobody-has-this", 404],
    ["practitioner@example.org", "/admin", 403],
    ["practitioner@example.org", "/admin/people", 403],
    ["manager@example.org", "/team/bookings", 403],
    ["manager@example.org", "/team/statement", 403],
    ["manager@example.org", "/admin/people", 403],
    ["manager@example.org", "/team/people/nobody-has-this", 404],
    ["lead@example.org", "/manage/charges", 403],
    ["lead@example.org", "/team/places/nobody-has-this", 404],
    ["lead@example.org", "/admin/audit", 403],
    ["lead@example.org", "/team/people/nobody-has-this", 404],
    ["trainer@example.org", "/manage/registers", 403],
    ["trainer@example.org", "/trainer/registers/nobody-has-this", 404],
    ["trainer@example.org", "/impact", 403],
    ["trainer@example.org", "/manage/comments", 403],
    ["trainer@example.org", "/trainer/sessions/nobody-has-this/answers", 404],
    ["trainer@example.org", "/team", 403],
    ["practitioner@example.org", "/impact/releases/nobody-has-this", 404],
    ["scrutineer@example.org", "/manage", 403],
    ["scrutineer@example.org", "/impact/releases/new", 403],
    ["scrutineer@example.org", "/impact/figures/nobody-has-this", 404],
    ["scrutineer@example.org", "/admin/audit", 403],
    ["practitioner@example.org", "/manage/messages", 403],
    ["lead@example.org", "/manage/messages/wording", 403],
    ["trainer@example.org", "/manage/messages/news", 403],
    ["trainer@example.org", "/manage/sessions/nobody-has-this/write", 404],
    ["coordinator@example.org", "/team", 403],
    ["coordinator@example.org", "/manage/sessions/nobody-has-this", 404],
    ["coordinator@example.org", "/manage/bookings/nobody-has-this", 404],
    ["coordinator@example.org", "/admin/boards", 403],
    ["coordinator@example.org", "/admin/settings", 403],
    ["coordinator@example.org", "/admin/people/nobody-has-this", 404],
    ["admin@example.org", "/manage", 403],
    ["admin@example.org", "/impact", 403],
    ["admin@example.org", "/admin/agencies/nobody-has-this", 404],
    ["sdg@example.org", "/admin", 403],
    ["sdg@example.org", "/manage/evaluations", 403],
    ["sdg@example.org", "/impact/releases/new", 403],
    ["sdg@example.org", "/bookings/nobody-has-this", 404],
  ])("%s gets at %s the page that says so: %i", async (email, path, status) => {
    const page = await openPage({ width: 360, javaScript: false, signedInAs: email, onlyLooks: true });
    expect((await page.goto(path))?.status()).toBe(status);
    await checkTitle(page);
    await checkNoSidewaysScroll(page);
    await checkAxe(page);
  });

  it.each([
    "/my",
    "/trainer",
    "/manage",
    "/impact",
    "/impact/releases/new",
    "/needs",
    "/my/needs",
    "/my/account",
    "/my/account/data",
    "/my/account/password",
    "/team",
    "/team/approvals",
    "/team/bookings",
    "/team/statement",
    "/my/record",
    "/my/learning",
    "/check-in",
    "/manage/sessions",
    "/manage/charges",
    "/manage/terms",
    "/manage/comments",
    "/manage/messages",
    "/my/account/messages",
    "/manage/evaluations",
    "/manage/measures",
    "/admin",
    "/admin/people",
    "/admin/settings",
  ])("a stranger at %s is asked to sign in", async (path) => {
    const page = await openPage({ width: 360, javaScript: false });
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(new URL(page.url()).searchParams.get("to")).toBe(path);
  });
});
