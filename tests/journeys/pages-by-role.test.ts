// Every page behind a sign-in, as each role that opens it, on a telephone and on a desk, without JavaScript.
import { describe, expect, it } from "vitest";
import { checkAxe, checkNoProblems, checkNoSidewaysScroll, checkTitle, openPage } from "./support/browser";

type Reached = string | { from: string; link: string };

/** Who opens what. A page that has no fixed address is reached by a link, as its reader would. */
const pages: Record<string, Record<string, Reached>> = {
  "practitioner@example.org": {
    "my training": "/my",
    "what my role needs": "/my/needs",
    "a booking": { from: "/my", link: "main a[href^='/bookings/']:not([href$='/offer'])" },
    "an offer": { from: "/my", link: "main a[href$='/offer']" },
    "an evaluation": { from: "/my", link: "main a[href^='/evaluate/']" },
    "booking a place": { from: "/courses/gcp2-antenatal", link: "main a[href^='/sessions/']" },
    "the mail tray": "/mail-tray",
  },
  "trainer@example.org": {
    teaching: "/trainer",
    "who is coming": { from: "/trainer", link: "main a[href^='/trainer/sessions/']" },
    "a register": { from: "/trainer", link: "main a[href^='/trainer/registers/']" },
  },
  "coordinator@example.org": {
    manage: "/manage",
    "a session to manage": { from: "/manage", link: "main a[href^='/manage/sessions/']:not([href$='/new'])" },
    "a new session": "/manage/sessions/new",
    "the training pool": "/manage/trainers",
    needs: "/needs",
  },
  "sdg@example.org": {
    impact: "/impact",
    "impact of a course": { from: "/impact", link: "main a[href^='/impact/courses/']" },
    needs: "/needs",
  },
  "scrutineer@example.org": { impact: "/impact" },
};

const all = Object.entries(pages).flatMap(([email, named]) =>
  Object.entries(named).map(([name, way]) => ({ email, name, way })),
);

describe.each([320, 1280])("at %i pixels", (width) => {
  it.each(all)("$email can read $name", async ({ email, way }) => {
    const page = await openPage({ width, javaScript: false, signedInAs: email });
    if (typeof way === "string") expect((await page.goto(way))?.status()).toBe(200);
    else {
      await page.goto(way.from);
      await page.locator(way.link).first().click();
      await page.waitForLoadState();
    }
    await checkTitle(page);
    await checkNoSidewaysScroll(page);
    await checkAxe(page);
    checkNoProblems(page);
  });
});

describe("what is not theirs", () => {
  it.each([
    ["practitioner@example.org", "/manage", 403],
    ["practitioner@example.org", "/impact", 403],
    ["practitioner@example.org", "/needs", 403],
    ["practitioner@example.org", "/trainer", 403],
    ["trainer@example.org", "/impact", 403],
    ["scrutineer@example.org", "/manage", 403],
    ["sdg@example.org", "/bookings/nobody-has-this", 404],
  ])("%s gets at %s the page that says so: %i", async (email, path, status) => {
    const page = await openPage({ width: 360, javaScript: false, signedInAs: email });
    expect((await page.goto(path))?.status()).toBe(status);
    await checkTitle(page);
    await checkNoSidewaysScroll(page);
    await checkAxe(page);
  });

  it.each(["/my", "/trainer", "/manage", "/impact", "/needs", "/my/needs"])(
    "a stranger at %s is asked to sign in",
    async (path) => {
      const page = await openPage({ width: 360, javaScript: false });
      await page.goto(path);
      expect(new URL(page.url()).pathname).toBe("/sign-in");
      expect(new URL(page.url()).searchParams.get("to")).toBe(path);
    },
  );
});
