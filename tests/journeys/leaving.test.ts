// Leaving and data rights: an account closed at once, a copy of everything, a complaint, two accounts made one, an erasure.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkPage, headingOf, openPage, pathOf, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";

const phone = { width: 360, javaScript: false };
const desk = { width: 1280, javaScript: false };
const asCoordinator = { ...desk, signedInAs: "coordinator@example.org" };
const asAdmin = { ...desk, signedInAs: "admin@example.org" };

/** Finds them by the list of people, leavers among them, and opens their page. */
async function openPerson(page: Page, email: string): Promise<void> {
  await page.goto("/admin/people");
  await page.getByLabel("Name or email address").fill(email);
  await page.getByText("More filters").click();
  await page.getByLabel("Either", { exact: true }).check();
  await page.getByRole("button", { name: "Search", exact: true }).last().click();
  const row = page.getByRole("row").filter({ hasText: email });
  expect(await row.count(), `rows of ${email}`).toBe(1);
  await row.getByRole("link").first().click();
}

describe("someone who leaves", () => {
  it("is out with the next click, and cannot come back in", async () => {
    const email = "learner0302@example.org";
    const theirs = await openPage({ ...phone, signedInAs: email });
    expect(pathOf(theirs)).toBe("/my");

    const page = await openPage(asCoordinator);
    await openPerson(page, email);
    await checkPage(page);
    await page.getByRole("button", { name: "Close their account" }).click();
    expect(await wordsOf(page)).toContain("Their account is closed, and they are signed out everywhere");
    await checkPage(page);

    await theirs.getByRole("link", { name: "My training" }).click();
    expect(pathOf(theirs)).toBe("/sign-in");
    await theirs.getByLabel("Work email address").fill(email);
    await theirs.getByLabel("Password", { exact: true }).fill("demo-training-2026");
    await theirs.getByRole("button", { name: "Sign in" }).click();
    expect(await theirs.title()).toMatch(/^Error: /);
    expect(await wordsOf(theirs)).not.toMatch(/closed|disabled/i);
  });
});

describe("everything held on a person", () => {
  it("comes as one file at the press of a button", async () => {
    const email = "learner0304@example.org";
    const page = await openPage({ ...phone, signedInAs: email });
    const booked = await page
      .locator("main a[href^='/bookings/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/")[2] ?? ""));
    expect(booked.length).toBeGreaterThan(0);
    await page.locator(".app-header__account a").click();
    await page.getByRole("link", { name: "See and download everything held on you" }).click();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download for other software (JSON)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await download.path(), "utf8");
    const file: { about: { person: unknown }; sections: { heading: string; records: object[] }[] } =
      JSON.parse(text);
    expect(file.about.person).toMatchObject({ email });
    const bookings = file.sections.find(({ heading }) => heading === "Your bookings");
    expect(bookings?.records.length).toBeGreaterThanOrEqual(new Set(booked).size);
    for (const id of booked) expect(JSON.stringify(bookings)).toContain(id);
    await checkPage(page);
  });
});

describe("a complaint about data", () => {
  it("is received, acknowledged and answered, each with a letter", { timeout: 180_000 }, async () => {
    const complainant = { name: "Gwilym Ó Murchú", email: "gwilym@harbour-families.example.net" };
    const page = await openPage(phone);
    await page.goto("/privacy");
    await page.locator("main a[href='/privacy/complaint']").first().click();
    await page.getByLabel("Your name").fill(complainant.name);
    await page.getByRole("button", { name: "Send the complaint" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    await page.getByLabel("Your email address").fill(complainant.email);
    await page.getByLabel("What went wrong?").fill("You wrote to me at home.\nPlease stop.");
    await page.getByRole("button", { name: "Send the complaint" }).click();
    expect(await headingOf(page)).toBe("Your complaint has arrived");
    await checkPage(page);
    const progress = page.url();
    const reference = new URL(progress).searchParams.get("reference") ?? "";
    expect(await wordsOf(page)).toContain(reference);
    await openLetter(page, complainant.email, new RegExp(`^Your complaint has arrived: ${reference}`));

    await aCoordinatorAnswers(reference, "We are sorry. Your address is off our list.");

    await openLetter(page, complainant.email, new RegExp(`^We have read your complaint: ${reference}`));
    await openLetter(page, complainant.email, new RegExp(`^Our answer to your complaint: ${reference}`));
    expect(await wordsOf(page)).toContain("Your address is off our list.");
    await page.goto(progress);
    expect(await headingOf(page)).toBe("Your complaint is answered");
    await checkPage(page);
  });
});

async function aCoordinatorAnswers(reference: string, answer: string): Promise<void> {
  const page = await openPage(asCoordinator);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Data complaints" }).click();
  await page.getByRole("link", { name: reference }).click();
  expect(await wordsOf(page)).toContain("Please stop.");
  await page.getByRole("button", { name: "I have read it: acknowledge" }).click();
  expect(await wordsOf(page)).toContain("The complaint is acknowledged");
  await checkPage(page);
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await page.getByLabel("Your answer").fill(answer);
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await wordsOf(page)).toContain("Your answer is kept");
  await checkPage(page);
}

describe("two accounts of one person", () => {
  it("become one, with the record of both", async () => {
    const kept = "myfanwy.groyneshaw@foundation-trust.example.org";
    const closing = "m.groyneshaw@hospitals.example.org";
    const page = await openPage(asAdmin);
    await openPerson(page, closing);
    await page.getByRole("link", { name: "Erase their personal data" }).waitFor();
    const before = await attended(page);
    await openPerson(page, kept);
    const after = before + (await attended(page));
    const closed = new RegExp(`Compare with ${closing}`);
    await page.getByRole("link", { name: "Merge with another account of theirs" }).click();
    await page.getByRole("link", { name: closed }).click();
    await checkPage(page);
    await page.setViewportSize({ width: 320, height: 900 });
    await checkPage(page);

    await page.getByRole("button", { name: "Merge the accounts" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    await page.getByLabel("Both accounts belong to the same person").check();
    await page.getByRole("button", { name: "Merge the accounts" }).click();
    expect(await headingOf(page)).toBe("The accounts are merged");
    expect(await wordsOf(page)).toContain(`${closing} is closed. It leads to ${kept}.`);
    await checkPage(page);

    await page.getByRole("link", { name: "Go to the account" }).click();
    expect(await attended(page)).toBe(after);
    await openPerson(page, closing);
    expect(await wordsOf(page)).toContain("Merged into");
    await checkPage(page);
  });
});

/** As the person's page counts it. */
async function attended(page: Page): Promise<number> {
  return Number(/They have attended (\d+) session/.exec(await wordsOf(page))?.[1] ?? 0);
}

describe("an erasure", () => {
  it("takes the name out of every list", async () => {
    const { name, email } = { name: "Solvejg Tanglewrack", email: "s.tanglewrack@council.example.org" };
    const page = await openPage(asAdmin);
    await openPerson(page, email);
    const person = page.url();
    expect(await headingOf(page)).toBe(name);
    await page.getByRole("link", { name: "Erase their personal data" }).click();
    await page.getByLabel("Type their email address to confirm").fill("somebody@else.example.org");
    await page.getByRole("button", { name: "Erase this person" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    await page.getByLabel("Type their email address to confirm").fill(email);
    await page.getByRole("button", { name: "Erase this person" }).click();
    expect(await headingOf(page)).toBe("This person is erased");
    expect(await page.locator("body").innerText()).not.toContain("Tanglewrack");
    await checkPage(page);

    await page.goto("/admin/people?left=either&q=Tanglewrack");
    expect(await page.getByRole("heading", { level: 2 }).first().innerText()).toBe("Nobody");
    await page.goto(person);
    expect(await page.locator("body").innerText()).not.toMatch(/Tanglewrack|Solvejg/i);
    await checkPage(page);
    await page.goto(`/admin/audit?person=${new URL(person).pathname.split("/").at(-1)}`);
    expect(await page.locator("body").innerText()).not.toMatch(/Tanglewrack|Solvejg/i);
    await checkPage(page);
  });
});
