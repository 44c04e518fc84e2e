// The tests' own means are held to account here: a check that cannot fail protects nobody.
import { expect, test } from "vitest";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "./ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "./site";

const page = (html: string) => ({ status: 200, to: null, html, cookie: null, setCookies: [] });

test("the fingerprint of a database changes with one value in one row, and not otherwise", () => {
  const world = makeWorld();
  const before = digestOf(world.db);
  expect(digestOf(world.db)).toBe(before);
  world.db.update(world.tables.venues).set({ access: "Steps" }).run();
  expect(digestOf(world.db)).not.toBe(before);
});

test("watching tells what was added since, and only that", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const added = watch(world);
  expect(inShort(added())).toEqual(nothing);
  world.book(sessionId, world.person());
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
});

test("references to ids that a page does not have are found, and ids it has twice", () => {
  const broken = page('<a href="#gone">x</a><label for="here">y</label><input id="here"><p id="here"></p>');
  expect(brokenReferences(broken)).toEqual(["no id gone", "twice here"]);
});

test("the words, title and error summary of a page are read as a person would read them", () => {
  const made = page(
    '<title>Error: It&#x27;s &amp; more</title><main><p>One <b>two</b></p><ul class="govuk-list govuk-error-summary__list"><li>Whole</li><li><a href="#a">Field</a></li></ul></main>',
  );
  expect(titleOf(made)).toBe("Error: It's & more");
  expect(wordsOf(made)).toBe("One two Whole Field");
  expect(errorSummaryOf(made)).toEqual([
    { message: "Whole", to: null },
    { message: "Field", to: "#a" },
  ]);
});

test("the site answers with whole pages, and a page that does not exist says so", async () => {
  const visit = siteOf(makeWorld());
  const home = await visit("/");
  expect(home.status).toBe(200);
  expect(titleOf(home)).toBe("Safeguarding training in Testford – Joint training");
  expect(brokenReferences(home)).toEqual([]);
  const missing = await visit("/no-such-page");
  expect(missing.status).toBe(404);
  expect(wordsOf(missing)).toContain("Page not found");
});
