// A report on what training changed: drafted, discussed, signed off, taken along as files, made public and withdrawn.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { documentType, workbookType } from "~/web/downloads.server";
import { checkNoProblems, checkPage, headingOf, openPage, pathOf, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { dayIn } from "./support/sessions";

const desk = { width: 1280, javaScript: false };
const coordinator = { ...desk, signedInAs: "coordinator@example.org" };
const member = { ...desk, signedInAs: "sdg@example.org" };

const title = "What the journey of a report changed";
const soWhat = "People leave more sure of themselves, least so of challenging another agency.";
const action = {
  finding: "Challenge stays lowest",
  action: "Practise it on every course",
  owner: "Training pool",
};
const remark = "Say how many courses have the exercise by now.";
const because = "Two sessions were counted twice.";

it("is written, signed, taken along, read by anyone, and withdrawn with its reason", {
  timeout: 300_000,
}, async () => {
  const drafter = await openPage(coordinator);
  const report = await aCoordinatorWritesIt(drafter);
  const signer = await openPage(member);
  await aMemberCommentsAndSigns(signer, report);
  await openLetter(await openPage(desk), "coordinator@example.org", new RegExp(title));

  await drafter.goto(report);
  const name = await headingOf(drafter);
  expect(name).toMatch(new RegExp(`^Release \\d+: ${title}$`));
  expect(await wordsOf(drafter)).toContain("Signed off on");
  await checkAtBothWidths(drafter);
  await itsFigures(drafter, name);
  await theSameInExcel(drafter);
  await theSameInWord(drafter, name);
  await itsActionsAreFollowed(drafter);

  const stranger = await openPage(desk);
  expect((await stranger.goto(report))?.status()).toBe(404);
  await itIsMadePublic(drafter, report);
  await aStrangerReadsIt(stranger, name);
  await itIsWithdrawn(drafter, report);
  await aStrangerReadsWhy(stranger, report);
  await theOneInReviewCanBeSigned(signer);
  for (const page of [drafter, signer, stranger]) checkNoProblems(page);
});

/** On a telephone, and on a desk as it is. */
async function checkAtBothWidths(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 });
  await checkPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await checkPage(page);
}

/** @returns its address */
async function aCoordinatorWritesIt(page: Page): Promise<string> {
  await page.goto("/impact");
  await page.locator("main a[href='/impact/releases']").first().click();
  await page.getByRole("link", { name: "Draft a report" }).click();
  expect(pathOf(page)).toBe("/impact/releases/new");
  await page.getByRole("button", { name: "Draft it" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkAtBothWidths(page);
  await page.getByLabel("What is it called?").fill(title);
  await page.getByRole("button", { name: "Draft it" }).click();
  expect(await headingOf(page)).toBe("Write the report");
  await checkAtBothWidths(page);

  await page.locator("textarea[name='learning']").fill(soWhat);
  await page.getByRole("button", { name: "Save what you wrote" }).click();
  await page.getByRole("button", { name: "Add the action" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkAtBothWidths(page);
  await page.getByLabel("What did the figures show?").fill(action.finding);
  await page.getByLabel("What will be done?").fill(action.action);
  await page.getByLabel("Who does it?").fill(action.owner);
  const [day = "", month = "", year = ""] = dayIn(90).typed.split("/");
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Month", { exact: true }).fill(month);
  await page.getByLabel("Year", { exact: true }).fill(year);
  await page.getByRole("button", { name: "Add the action" }).click();
  expect(await page.getByRole("table", { name: "What will be done" }).innerText()).toContain(dayIn(90).words);
  expect(await page.locator("textarea[name='learning']").inputValue()).toBe(soWhat);
  await checkAtBothWidths(page);

  await page.getByRole("link", { name: "Read the draft" }).click();
  const report = pathOf(page);
  const draft = await wordsOf(page);
  expect(draft).toContain(soWhat);
  expect(draft).toContain(action.action);
  await checkAtBothWidths(page);
  // A draft's figures are not those that will be signed.
  expect((await page.request.get(`${report}.csv`)).status()).toBe(404);
  await page.getByRole("button", { name: "Send for review" }).click();
  expect(await wordsOf(page)).toContain("Its figures and words are frozen.");
  expect((await page.goto(`${report}/edit`))?.status()).toBe(404);
  return report;
}

async function aMemberCommentsAndSigns(page: Page, report: string): Promise<void> {
  await page.goto(report);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByLabel("What is your comment about?").selectOption("learning");
  await page.getByLabel("Your comment", { exact: true }).fill(remark);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  expect(await page.locator("#comments").innerText()).toContain(remark);
  await checkAtBothWidths(page);

  await page.getByRole("link", { name: "Sign it off" }).click();
  await page.getByRole("button", { name: "Sign it off" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkAtBothWidths(page);
  await page.getByLabel("I have read the report and its limits, and sign it off").check({ force: true });
  await page.getByRole("button", { name: "Sign it off" }).click();
  expect(await wordsOf(page)).toContain("The report is signed off");
  await page.getByRole("link", { name: "Work its figures out again from what was frozen" }).click();
  expect(await wordsOf(page)).toContain("every figure is the same");
  await checkAtBothWidths(page);
}

type File = { name: string; type: string | undefined; bytes: Uint8Array };

/** Pressed as anyone would; its type is asked for again, as a download does not tell. */
async function takeAlong(page: Page, link: RegExp): Promise<File> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const file = await coming;
  const { "content-type": type, "content-disposition": kept } = (
    await page.request.get(file.url())
  ).headers();
  expect(kept).toMatch(/^attachment/);
  return { name: file.suggestedFilename(), type, bytes: new Uint8Array(readFileSync(await file.path())) };
}

async function itsFigures(page: Page, title: string): Promise<void> {
  const [, number] = /^Release (\d+):/.exec(title) ?? [];
  const { name, type, bytes } = await takeAlong(page, /^CSV/);
  expect(name).toBe(`impact-release-${number}.csv`);
  expect(type).toBe("text/csv; charset=utf-8");
  const [head = "", ...rows] = strFromU8(bytes).trim().split("\r\n");
  expect(head).toContain("Part,Question,Figure,About,Value");
  expect(head).toContain("Lower end of the 95% interval");
  expect(rows.length).toBeGreaterThan(10);
}

async function theSameInExcel(page: Page): Promise<void> {
  const { name, type, bytes } = await takeAlong(page, /^Excel/);
  expect(name).toMatch(/^impact-release-\d+\.xlsx$/);
  expect(type).toBe(workbookType);
  const parts = unzipSync(bytes);
  expect(Object.keys(parts)).toContain("xl/workbook.xml");
  const words = Object.entries(parts).flatMap(([part, held]) =>
    part.endsWith(".xml") ? [strFromU8(held)] : [],
  );
  expect(words.join()).toContain(action.action);
  expect(words.join()).toContain("Lower end of the 95% interval");
}

async function theSameInWord(page: Page, title: string): Promise<void> {
  const { name, type, bytes } = await takeAlong(page, /^Word/);
  expect(name).toMatch(/^impact-release-\d+\.docx$/);
  expect(type).toBe(documentType);
  const parts = unzipSync(bytes);
  const words = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  expect(words).toContain(title);
  expect(words).toContain(soWhat);
  expect(words).toContain(action.owner);
  expect(Object.keys(parts).some((part) => /^word\/media\/.+\.png$/.test(part))).toBe(true);
  // What was said before it was signed is no part of the paper.
  expect(words).not.toContain(remark);
}

async function itsActionsAreFollowed(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Follow its actions" }).click();
  expect(await wordsOf(page)).toContain(action.finding);
  await page.getByRole("link", { name: /^Close it/ }).click();
  await page.getByRole("button", { name: "Close the action" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkAtBothWidths(page);
  await page.getByLabel("Done", { exact: true }).check({ force: true });
  await page.getByLabel("What came of it?").fill("It is on eight courses of nine.");
  await page.getByRole("button", { name: "Close the action" }).click();
  expect(await wordsOf(page)).toContain("It is on eight courses of nine.");
  await checkAtBothWidths(page);
}

async function itIsMadePublic(page: Page, report: string): Promise<void> {
  await page.goto(report);
  await page.getByRole("link", { name: "Make it public" }).click();
  const shown = await wordsOf(page);
  expect(shown).toContain("What anyone will read");
  expect(shown).not.toContain(remark);
  await checkAtBothWidths(page);
  await page.getByRole("button", { name: "Make it public" }).click();
  expect(await wordsOf(page)).toContain("The report is public. Anyone may read it.");
}

async function aStrangerReadsIt(page: Page, name: string): Promise<void> {
  await page.goto("/impact/releases");
  await checkAtBothWidths(page);
  await page.getByRole("link", { name }).click();
  expect(await headingOf(page)).toBe(name);
  const words = await wordsOf(page);
  expect(words).toContain(soWhat);
  expect(words).toContain(action.action);
  expect(words).not.toContain(remark);
  expect(words).not.toContain("Drafted by");
  await checkAtBothWidths(page);
  await itsFigures(page, name);
}

async function itIsWithdrawn(page: Page, report: string): Promise<void> {
  await page.goto(report);
  await page.getByRole("link", { name: "Withdraw it" }).click();
  await page.getByRole("button", { name: "Withdraw it" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkAtBothWidths(page);
  await page.getByLabel("Why is it withdrawn?").fill(because);
  await page.getByRole("button", { name: "Withdraw it" }).click();
  expect(await wordsOf(page)).toContain(because);
  await checkAtBothWidths(page);
}

async function aStrangerReadsWhy(page: Page, report: string): Promise<void> {
  await page.goto(report);
  const words = await wordsOf(page);
  expect(words).toContain("Please do not use its figures.");
  expect(words).toContain(because);
  expect(words).not.toContain(soWhat);
  await checkAtBothWidths(page);
  expect((await page.request.get(`${report}.csv`)).status()).toBe(404);
  await page.goto("/impact/releases");
  expect(await wordsOf(page)).not.toContain(title);
}

/** What was signed and withdrawn again stands in nobody's way. */
async function theOneInReviewCanBeSigned(page: Page): Promise<void> {
  await page.goto("/impact/releases");
  await page.getByRole("row").filter({ hasText: "In review" }).getByRole("link").first().click();
  expect(await page.getByRole("link", { name: "Sign it off" }).count()).toBe(1);
}
