// Cancelling too late: what it costs is said before it is done, the letter comes, an appeal is upheld, another charge is
// waived, and the agency's statement shows both.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, signedInName, wordsOf } from "./support/browser";
import { linkInLetter, openLetter } from "./support/mail-tray";
import { book, dayIn, learnerOf, ordinaryCourse, scheduleSession } from "./support/sessions";

const phone = { width: 360, javaScript: false };
const desk = { width: 1280, javaScript: false };
const appellant = 163;
const unwell = 168;

/** Too soon to be cancelled for nothing: books it and gives it up. */
async function cancelLate(page: Page, session: string): Promise<void> {
  await book(page, session);
  expect(await headingOf(page)).toBe("Your place is confirmed");
  await page.getByRole("link", { name: "Cancel this booking" }).click();
  expect(await wordsOf(page)).toContain("Cancelling now costs your agency £25.");
  expect(await wordsOf(page)).toContain("You pay nothing yourself, and you can appeal.");
  await checkPage(page);
  await page.getByRole("button", { name: "Cancel your booking" }).click();
  expect(await headingOf(page)).toBe("Booking cancelled");
  expect(await wordsOf(page)).toContain("£25 is charged to your agency");
  await checkPage(page);
}

/** Sends the form of a download. @returns the file */
async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe("a place given up too late", () => {
  it("is charged, appealed against and waived, and stands on the agency's statement", {
    timeout: 240_000,
  }, async () => {
    const session = await scheduleSession({
      places: 5,
      meetings: [{ date: dayIn(2).typed, start: "9:30am", end: "10:30am" }],
    });
    const before = await waivedSoFar();
    const page = await openPage({ ...phone, signedInAs: learnerOf(appellant) });
    await cancelLate(page, session);
    const name = await signedInName(page);
    const other = await openPage({ ...phone, signedInAs: learnerOf(unwell) });
    await cancelLate(other, session);

    // By the letter: what it is for, and how to appeal.
    await openLetter(page, learnerOf(appellant), /A charge of £25: Missing from Home guidance/);
    await checkPage(page);
    await page.goto(await linkInLetter(page, "/my/charges/"));
    expect(await headingOf(page)).toBe("Charge for a place that was not used");
    await checkPage(page);
    await page.getByRole("button", { name: "Send the appeal" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    await page.getByLabel("Why should the charge be waived?").fill("There was an emergency on my duty rota.");
    await page.getByRole("button", { name: "Send the appeal" }).click();
    expect(await wordsOf(page)).toContain("We have your appeal.");
    await checkPage(page);

    const coordinator = await openPage({ ...desk, signedInAs: "coordinator@example.org" });
    await theAppealIsUpheld(coordinator, name);
    await theOtherIsWaived(coordinator, await signedInName(other));
    await openLetter(page, learnerOf(appellant), /£25|charge/i, "We are sorry that it hit your duty.");
    await page.goto("/my");
    expect(await wordsOf(page)).not.toContain("A charge of £25");

    await theStatementShowsBoth(name, await signedInName(other));
    expect(await waivedSoFar()).toBe(before + 50);
    for (const each of [page, other, coordinator]) checkNoProblems(each);
  });
});

async function theAppealIsUpheld(page: Page, name: string): Promise<void> {
  await page.goto("/manage");
  await page
    .getByRole("navigation", { name: "Parts of the offer" })
    .getByRole("link", { name: "Charges" })
    .click();
  await checkPage(page);
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  expect(await wordsOf(page)).toContain("There was an emergency on my duty rota.");
  await checkPage(page);
  await page.getByLabel("The appeal is right: waive the charge").check();
  await page.getByLabel("What do you say to them?").fill("We are sorry that it hit your duty.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await wordsOf(page)).toContain("Appeal upheld: waived");
  await checkPage(page);
}

async function theOtherIsWaived(page: Page, name: string): Promise<void> {
  await page.goto("/manage/charges");
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await page.getByLabel("Why?").fill("They were unwell and told us at once.");
  await page.getByRole("button", { name: "Waive the charge" }).click();
  expect(await wordsOf(page)).toContain("They were unwell and told us at once.");
  await checkPage(page);
}

/** What the agency's lead opens. */
async function openStatement(): Promise<Page> {
  const page = await openPage({ ...desk, signedInAs: "lead@example.org" });
  await page.goto("/team");
  await page.getByRole("link", { name: "Your agency’s statement of charges" }).click();
  return page;
}

/** In pounds, by the statement. */
async function waivedSoFar(): Promise<number> {
  const summary = (await openStatement()).locator(".govuk-summary-list__row", { hasText: "Charges waived" });
  return Number(/£([\d,]+)$/.exec(await summary.innerText())?.[1]?.replace(",", ""));
}

async function theStatementShowsBoth(...names: string[]): Promise<void> {
  const page = await openStatement();
  for (const name of names)
    expect(await page.getByRole("row").filter({ hasText: name }).first().innerText()).toContain("Waived");
  await checkPage(page);

  const sheet = await downloaded(page, "Download the statement (Excel)");
  expect(sheet.name).toMatch(/\.xlsx$/);
  expect(sheet.bytes.subarray(0, 2).toString()).toBe("PK");
  const rows = await downloaded(page, "Download the charges (CSV)");
  expect(rows.name).toMatch(/\.csv$/);
  const text = rows.bytes.toString("utf8");
  for (const name of names) expect(text).toContain(name);
  expect(text).toContain(ordinaryCourse);
  checkNoProblems(page);
}
