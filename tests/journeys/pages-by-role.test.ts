// Every page behind a sign-in, as each role that opens it, on a telephone and on a desk, without JavaScript.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkNoSidewaysScroll, checkPage, checkTitle, openPage } from "./support/browser";

/** A page that has no fixed address is reached by links, as its reader would. */
type Reached = string | { from: string; links: string[] };

const someone = "main table a[href^='/admin/people/']";
const aPerson = (name: string, ...links: string[]): Reached => ({
  from: `/admin/people?left=either&q=${name}`,
  links: [someone, ...links],
});
const merge = "main a[href$='/merge']";
const erasure = "main a[href$='/erasure']";

/** Whoever looks after the service, with more rights or fewer. */
const lookingAfter: Record<string, Reached> = {
  admin: "/admin",
  people: "/admin/people",
  "people who wait for their agency's word": "/admin/people?standing=awaiting",
  "nobody found": "/admin/people?q=nobody-is-called-this",
  "a person": aPerson("practitioner2@"),
  "a person who has left": aPerson("Foamcrester"),
  "a person who waits for their agency's word": {
    from: "/admin/people?standing=awaiting&q=morfaber",
    links: [someone],
  },
  agencies: "/admin/agencies",
  "the audit trail": "/admin/audit",
  "the audit trail of a person": aPerson("practitioner2@", "main a[href^='/admin/audit?person=']"),
  complaints: "/admin/complaints",
  "a complaint": { from: "/admin/complaints", links: ["main a[href^='/admin/complaints/']"] },
  "how long records are kept": "/admin/retention",
};

/** Who opens what. */
const pages: Record<string, Record<string, Reached>> = {
  "practitioner@example.org": {
    "my training": "/my",
    "what my role needs": "/my/needs",
    "a booking": { from: "/my", links: ["main a[href^='/bookings/']:not([href$='/offer'])"] },
    "an offer": { from: "/my", links: ["main a[href$='/offer']"] },
    "an evaluation": { from: "/my", links: ["main a[href^='/evaluate/']"] },
    "booking a place": { from: "/courses/gcp2-antenatal", links: ["main a[href^='/sessions/']"] },
    "the mail tray": "/mail-tray",
    "my account": { from: "/", links: [".app-header__account a"] },
    "my details": { from: "/my/account", links: ["main a[href='/my/account/details']"] },
    "my address": { from: "/my/account", links: ["main a[href='/my/account/address']"] },
    "my password": { from: "/my/account", links: ["main a[href='/my/account/password']"] },
    "my second step": { from: "/my/account", links: ["main a[href='/my/account/second-factor']"] },
    "where I am signed in": { from: "/my/account", links: ["main a[href='/my/account/devices']"] },
    "my data": { from: "/my/account", links: ["main a[href='/my/account/data']"] },
    "complaining about my data": "/privacy/complaint",
  },
  "manager@example.org": {
    team: "/team",
    "one of the team": { from: "/team", links: ["main a[href^='/team/people/']"] },
  },
  "lead@example.org": {
    team: "/team",
    "one of the agency": { from: "/team", links: ["#people a[href^='/team/people/']"] },
    "nobody found": "/team?q=nobody-is-called-this",
  },
  "trainer@example.org": {
    teaching: "/trainer",
    "who is coming": { from: "/trainer", links: ["main a[href^='/trainer/sessions/']"] },
    "a register": { from: "/trainer", links: ["main a[href^='/trainer/registers/']"] },
  },
  "coordinator@example.org": {
    manage: "/manage",
    "a session to manage": {
      from: "/manage",
      links: ["main a[href^='/manage/sessions/']:not([href$='/new'])"],
    },
    "a new session": "/manage/sessions/new",
    "the training pool": "/manage/trainers",
    needs: "/needs",
    ...lookingAfter,
  },
  "sdg@example.org": {
    impact: "/impact",
    "impact of a course": { from: "/impact", links: ["main a[href^='/impact/courses/']"] },
    needs: "/needs",
  },
  "scrutineer@example.org": { impact: "/impact" },
  "admin@example.org": {
    ...lookingAfter,
    "an agency": { from: "/admin/agencies", links: ["main table a[href^='/admin/agencies/']"] },
    boards: "/admin/boards",
    settings: "/admin/settings",
    "finding an account to merge": aPerson("learner0306@", merge),
    "erasing someone who is booked": aPerson("practitioner2@", erasure),
    "erasing someone who has left": aPerson("Foamcrester", erasure),
    "their own account": aPerson("admin@"),
  },
};

const all = Object.entries(pages).flatMap(([email, named]) =>
  Object.entries(named).map(([name, way]) => ({ email, name, way })),
);

/** Goes there; every page on the way is found. */
async function reach(page: Page, way: Reached): Promise<void> {
  const { from, links } = typeof way === "string" ? { from: way, links: [] } : way;
  expect((await page.goto(from))?.status(), from).toBe(200);
  for (const link of links) {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().isNavigationRequest()),
      page.locator(link).first().click(),
    ]);
    await page.waitForLoadState();
    expect(answer.status(), `${link} on the way from ${from}`).toBe(200);
  }
}

describe.each([320, 1280])("at %i pixels", (width) => {
  it.each(all)("$email can read $name", async ({ email, way }) => {
    const page = await openPage({ width, javaScript: false, signedInAs: email, onlyLooks: true });
    await reach(page, way);
    await checkPage(page);
  });
});

describe("what is not theirs", () => {
  it.each([
    ["practitioner@example.org", "/manage", 403],
    ["practitioner@example.org", "/impact", 403],
    ["practitioner@example.org", "/needs", 403],
    ["practitioner@example.org", "/trainer", 403],
    ["practitioner@example.org", "/team", 403],
    ["practitioner@example.org", "/admin", 403],
    ["practitioner@example.org", "/admin/people", 403],
    ["manager@example.org", "/admin/people", 403],
    ["manager@example.org", "/team/people/nobody-has-this", 404],
    ["lead@example.org", "/admin/audit", 403],
    ["lead@example.org", "/team/people/nobody-has-this", 404],
    ["trainer@example.org", "/impact", 403],
    ["trainer@example.org", "/team", 403],
    ["scrutineer@example.org", "/manage", 403],
    ["scrutineer@example.org", "/admin/audit", 403],
    ["coordinator@example.org", "/team", 403],
    ["coordinator@example.org", "/admin/boards", 403],
    ["coordinator@example.org", "/admin/settings", 403],
    ["coordinator@example.org", "/admin/people/nobody-has-this", 404],
    ["admin@example.org", "/manage", 403],
    ["admin@example.org", "/impact", 403],
    ["admin@example.org", "/admin/agencies/nobody-has-this", 404],
    ["sdg@example.org", "/admin", 403],
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
    "/needs",
    "/my/needs",
    "/my/account",
    "/my/account/data",
    "/my/account/password",
    "/team",
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
