// A board's terms on their pages: what holds, a new version read in words before it is saved, and what is refused.
import { expect, test } from "vitest";
import { startingRules } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { valuesOf } from "~/routes/manage.terms.$code.new/terms-form";
import { instantOf } from "~/shared/civil-time";
import { setTermsOf } from "../domain/charges/charge-world";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { published } from "../domain/terms/published-terms";
import { makeWorld } from "../support/world";

const sectors = ["health", "police"];
const dates = { "from-day": "1", "from-month": "4", "from-year": "2027" };

function setting() {
  const world = makeWorld();
  const open = siteOf(world);
  const me = world.coordinator;
  const filled = {
    ...dates,
    ...valuesOf(startingRules, sectors),
    sector0: "health",
    sector1: "police",
  };
  const send = (form: Record<string, string | string[]>, code = "KIDS") =>
    open(`/manage/terms/${code}/new`, { as: me, form });
  return { ...world, open, me, filled, send };
}

test("a board without terms says that nothing is charged, and leads to setting them", async () => {
  const { open, me } = setting();
  const page = await open("/manage/terms", { as: me });
  expect(titleOf(page)).toMatch(/^Terms of booking – /);
  expect(wordsOf(page)).toMatch(/Children's board This board has not set any terms, so nothing is charged\./);
  expect(wordsOf(page)).not.toContain("The rate is");
  expect(page.html).toContain('href="/manage/terms/ADULT/new"');
  expect(brokenReferences(page)).toEqual([]);
});

test("what holds, what is to come and what held before stand there in words", async () => {
  const world = setting();
  setTermsOf(world, published.leeds);
  world.clock.forward(60_000);
  setTermsOf(world, published.sutton);
  const page = await world.open("/manage/terms", { as: world.me });
  const words = wordsOf(page);
  expect(words).toContain("Version 2, in force since 3 November 2026");
  expect(words).toContain("Cancelling is free with at least 2 full working days’ notice.");
  expect(words).toContain("Version 1, from 3 November 2026 until 3 November 2026");
  await world.send({ ...world.filled, intent: "save" });
  expect(wordsOf(await world.open("/manage/terms", { as: world.me }))).toContain(
    "To come: version 3, from 1 April 2027",
  );
});

test("a version is read in words first, can still be changed, and is saved from its day on", async () => {
  const world = setting();
  const { open, me, filled, send } = world;
  const first = await open("/manage/terms/KIDS/new", { as: me });
  expect(wordsOf(first)).toContain("New terms for Children's board");
  expect(brokenReferences(first)).toEqual([]);
  const change = {
    ...filled,
    unit: "calendar days",
    under1: "28",
    percent1: "50",
    under2: "14",
    percent2: "100",
    fullDay: "£1,000",
    halfDay: "37.50",
    sectorHalf1: "5",
    sectorFull1: "10",
    exempt: ["health", "police"],
    grace: "15",
    graceFor: "full days",
    leavingEarly: "yes",
    note: "Bring lunch.",
  };
  const before = contentOf(world.db);
  const preview = await send({ ...change, intent: "check" });
  expect(preview.status).toBe(200);
  const words = wordsOf(preview);
  expect(words).toContain("For Children's board, for bookings made from Thursday 1 April 2027 on.");
  expect(words).toContain("With less than 14 days’ notice it is the full rate.");
  expect(words).toContain("The rate is £37.50 for a half day and £1,000 for a full day.");
  expect(words).toContain(
    "For agencies of the kind “police” it is £5 for a half day and £10 for a full day.",
  );
  expect(words).toContain("not charged for cancelling late: health and police.");
  expect(words).toContain("Coming more than 15 minutes late to a full day counts as not coming.");
  expect(words).toContain("Bring lunch.");
  expect(brokenReferences(preview)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);

  // What the page holds is what is saved: its hidden fields, and the button.
  const hidden = hiddenIn(preview.html);
  const again = await send({ ...hidden, intent: "change" });
  expect(again.html).toContain('value="37.50"');
  expect(again.html).toContain("Bring lunch.");
  expect(wordsOf(again)).toContain("New terms for Children's board");
  const added = watch(world);
  const saved = await send({ ...hidden, intent: "save" });
  expect(saved.to).toBe("/manage/terms?done=saved");
  expect(wordsOf(await open(saved.to ?? "", { as: me }))).toContain("The new version is saved.");
  expect(inShort(added())).toEqual({ audit: ["terms.set"], messages: [] });
  expect(termsOfCourse(world, "course").id).toBeNull();
  expect(termsOfCourse(world, "course", instantOf("2027-04-01", "00:00")).rules).toEqual({
    ...startingRules,
    notice: {
      unit: "calendar days",
      tiers: [
        { under: 28, percent: 50 },
        { under: 14, percent: 100 },
      ],
    },
    rates: { halfDayPence: 3750, fullDayPence: 100_000 },
    sectorRates: [{ sector: "police", halfDayPence: 500, fullDayPence: 1000 }],
    exempt: { sectors: ["health", "police"], notForNoShows: true },
    lateGraceMinutes: 15,
    lateGraceFor: "full days",
    leavingEarlyIsNoShow: true,
    note: "Bring lunch.",
  });
  const twice = await send({ ...hidden, intent: "save" });
  expect(twice.status).toBe(400);
  expect(errorSummaryOf(twice)).toEqual([
    { message: "These are the latest terms already: nothing is different", to: null },
  ]);
});

test("from today means at once; a form filled in from any published terms makes them again", async () => {
  for (const [name, rules] of Object.entries(published)) {
    const world = setting();
    const kinds = [...new Set([...sectors, ...rules.sectorRates.map(({ sector }) => sector)])];
    kinds.push(...rules.exempt.sectors.filter((sector) => !kinds.includes(sector)));
    kinds.sort();
    // The page offers the kinds that there are and those that the terms before name.
    setTermsOf(world, { ...rules, releaseWorkingDays: 40 });
    world.clock.forward(1000);
    const form: Record<string, string | string[]> = {
      ...valuesOf(rules, kinds),
      ...Object.fromEntries(kinds.map((sector, index) => [`sector${index}`, sector])),
      "from-day": "3",
      "from-month": "11",
      "from-year": "2026",
      intent: "save",
    };
    expect((await world.send(form)).to, name).toBe("/manage/terms?done=saved");
    expect(termsOfCourse(world, "course").rules, name).toEqual({
      ...rules,
      sectorRates: [...rules.sectorRates].sort((one, other) => (one.sector < other.sector ? -1 : 1)),
    });
  }
});

test("what is wrong is told at its field, with what was typed", async () => {
  const { filled, send, db } = setting();
  const wrong = await send({
    ...filled,
    "from-day": "1",
    "from-month": "11",
    "from-year": "2026",
    halfDay: "ten",
    percent1: "",
    under2: "5",
    percent2: "120",
    offerHours: "0",
    intent: "save",
  });
  expect(wrong.status).toBe(400);
  expect(titleOf(wrong)).toMatch(/^Error: /);
  expect(errorSummaryOf(wrong).map(({ message }) => message)).toEqual([
    "Enter today or a day to come",
    "Enter the share of step 2: a whole number from 1 to 100",
    "Enter the rate for a half day in pounds, from 0 to 1,000, such as 25 or 37.50",
    "Enter how many hours an offer is open: a whole number from 1 to 168",
  ]);
  expect(wrong.html).toContain('value="ten"');
  expect(brokenReferences(wrong)).toEqual([]);
  const half = await send({ ...filled, percent1: "", sectorHalf0: "10", intent: "save" });
  expect(errorSummaryOf(half).map(({ message }) => message)).toEqual([
    "Enter the share of step 1",
    "Enter the rate for a full day, health in pounds, from 0 to 1,000, such as 25 or 37.50",
  ]);
  const cheaper = await send({ ...filled, under1: "9", percent1: "100", under2: "3", percent2: "50" });
  expect(errorSummaryOf(cheaper)).toEqual([
    { message: "Enter each step once: less notice may not cost less", to: "#field-under1" },
  ]);
  const empty = await send({ intent: "save" });
  expect(empty.status).toBe(400);
  expect(brokenReferences(empty)).toEqual([]);
  expect(db.$client.prepare("select count(*) from booking_terms").pluck().get()).toBe(0);
});

test("there are no terms of a board that there is none of", async () => {
  const { open, me, send, filled } = setting();
  expect((await open("/manage/terms/NONE/new", { as: me })).status).toBe(404);
  expect((await send({ ...filled, intent: "save" }, "NONE")).status).toBe(404);
});

/** The hidden fields of a page's form, as a browser would send them. */
function hiddenIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? "";
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
    fields[name] = [...(fields[name] ?? []), value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")];
  }
  return fields;
}
