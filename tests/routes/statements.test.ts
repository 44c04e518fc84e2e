// The statements are true of this service, anyone may read them, and unknown addresses are a 404.
import { getTableName } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Mapped } from "~/domain/personal-data/export-map";
import { retentionRules } from "~/domain/personal-data/personal-data";
import { personalDataMap } from "~/domain/personal-data/personal-data-map";
import { loader as nowhere, action as postNowhere } from "~/routes/$/route";
import { loader as accessibility } from "~/routes/accessibility/route";
import { loader as cookies } from "~/routes/cookies/route";
import { spanOf } from "~/routes/cookies/words";
import { loader as privacy } from "~/routes/privacy._index/route";
import { kept } from "~/routes/privacy._index/what-is-kept";
import { readSettings } from "~/settings.server";
import {
  cookieList,
  keepCheckingIn,
  keepJoining,
  keepKnownBrowser,
  keepSignedIn,
  keepSigningIn,
} from "~/web/cookies.server";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { answerOf, testSettings, webOf } from "../support/web";
import { makeWorld } from "../support/world";

test.each([
  ["/privacy", "Privacy"],
  ["/cookies", "Cookies"],
  ["/accessibility", "Accessibility"],
])("anyone may read %s", async (path, title) => {
  const page = await siteOf(makeWorld())(path);
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe(`${title} – Joint training`);
  expect(page.html.match(/<h1/g)).toHaveLength(1);
  expect(brokenReferences(page)).toEqual([]);
});

test("the partnership's name and contact come from the data", async () => {
  const world = makeWorld();
  const web = webOf(world);
  const contact = {
    name: "Test partnership",
    serviceName: "Joint training",
    contactEmail: "unit@example.org",
  };
  expect(await accessibility(await web.visit("/accessibility"))).toMatchObject(contact);
  expect(await privacy(await web.visit("/privacy"))).toMatchObject({ ...contact, mailProvider: false });
});

const sources = import.meta.glob<string>("/app/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("the cookie page", () => {
  const round = { provider: "p", state: "s", nonce: "n", verifier: "v", returnTo: "/" };
  const proof = { email: "a@example.org", identity: null, linkId: null, name: null, returnTo: "/" };
  const request = new Request("http://localhost/");
  /** Each cookie as the service sets it. */
  const setBy = async (settings: typeof testSettings) => [
    await keepSignedIn("secret", settings),
    await keepKnownBrowser(request, "a@example.org", settings),
    await keepJoining(proof, settings, 0),
    await keepSigningIn(round, settings, 0),
    await keepCheckingIn("a meeting", settings, 0),
  ];
  const toldBy = async (settings: typeof testSettings) => {
    const { request: asked, context } = await webOf(makeWorld()).visit("/cookies");
    const page = await cookies({ request: asked, context: { ...context, settings }, params: {} });
    return page.cookies;
  };

  test.each([
    ["http", testSettings],
    [
      "https",
      readSettings({
        NODE_ENV: "test",
        SECRET: "a secret for tests, long enough to be one",
        PUBLIC_URL: "https://a.example",
      }),
    ],
  ])("tells of every cookie by the name and for the time that it is set, on %s", async (_, settings) => {
    const set = (await setBy(settings)).map((cookie) => ({
      name: cookie.split("=", 1)[0],
      seconds: Number(/Max-Age=(\d+)/.exec(cookie)?.[1]),
    }));
    const told = (await toldBy(settings)).map(({ name, seconds }) => ({ name, seconds }));
    expect(told).toEqual(set);
    expect(set).toHaveLength(Object.keys(cookieList).length);
  });

  test("is about all there are: no other file makes a cookie", () => {
    const makers = Object.entries(sources)
      .filter(([, text]) => /\b(createCookie|serialize)\(/.test(text))
      .map(([path]) => path);
    expect(makers).toEqual(["/app/web/cookies.server.ts"]);
  });

  test("says for how long in words", async () => {
    expect([600, 3600, 86_400, 90 * 86_400, 365 * 86_400].map(spanOf)).toEqual([
      "10 minutes",
      "60 minutes",
      "1 day",
      "90 days",
      "1 year",
    ]);
    const words = wordsOf(await siteOf(makeWorld())("/cookies"));
    for (const { name } of Object.values(cookieList)) expect(words).toContain(name);
    expect(words).toContain("90 days or until you sign out");
  });
});

/** What the map of personal data ties to people: tables, and of people themselves each column. */
const tied = (mapped: Mapped): string[] => {
  const table = getTableName(mapped.table);
  if (mapped.holds === "nobody") return mapped.deeds.length > 0 ? [table] : [];
  return table === "people" ? Object.keys(mapped.columns).map((column) => `people.${column}`) : [table];
};

describe("the privacy page", () => {
  test("has a line for everything that the map of personal data ties to a person, and for nothing else", () => {
    const told = kept.flatMap(({ tells }) => tells);
    expect([...told].sort()).toEqual(personalDataMap.flatMap(tied).sort());
  });

  test("shows each line with why and for whom", async () => {
    const words = wordsOf(await siteOf(makeWorld())("/privacy"));
    for (const { what, why, who } of kept) expect(words).toContain(`${what} ${why} ${who}`);
  });

  test("says how long each kind of record is kept, as the partnership chose", async () => {
    const world = makeWorld();
    const words = async () => wordsOf(await siteOf(world)("/privacy"));
    for (const { records, after } of Object.values(retentionRules)) {
      expect(await words()).toContain(records);
      expect(await words()).toContain(`after ${after}`);
    }
    expect(await words()).toContain(`Words of messages 3 months after ${retentionRules.letters.after}`);
    expect(await words()).toContain(`People who have left 2 years after ${retentionRules.leavers.after}`);
    world.db
      .insert(world.tables.retentionRules)
      .values([
        { rule: "letters", months: 1, changedAt: 1 },
        { rule: "leavers", months: 30, changedAt: 1 },
      ])
      .run();
    expect(await words()).toContain("Words of messages 1 month after");
    expect(await words()).toContain("People who have left 30 months after");
  });

  test("leads to one's own data, to the complaint form and to the regulator", async () => {
    const { html } = await siteOf(makeWorld())("/privacy");
    for (const address of ["/my/account/data", "/my/account/details", "/privacy/complaint", "/cookies"])
      expect(html).toContain(`href="${address}"`);
    expect(html).toContain('href="https://ico.org.uk/make-a-complaint/"');
  });

  test("names the organisations that sign people in, where there are any", async () => {
    const { request, context } = await webOf(makeWorld()).visit("/privacy");
    expect(await privacy({ request, context, params: {} })).toMatchObject({ signInProviders: [] });
    const oidcProviders = [{ name: "Invented Council" }] as typeof testSettings.oidcProviders;
    const settings = { ...testSettings, oidcProviders };
    expect(await privacy({ request, context: { ...context, settings }, params: {} })).toMatchObject({
      signInProviders: ["Invented Council"],
    });
  });
});

test("an address that no page has is a 404, read or posted to", async () => {
  const web = webOf(makeWorld());
  expect(await answerOf(nowhere(await web.visit("/wp-login.php")))).toMatchObject({ status: 404 });
  expect(
    await answerOf(postNowhere(await web.visit("/wp-login.php", { form: { log: "admin" } }))),
  ).toMatchObject({ status: 404 });
});
