// Joining: from a session that somebody wants, by a link in a letter, to a place in it. First with an address that tells
// nothing, so that the agency has to say whether they work there; then with one that tells the agency.
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { checkPage, headingOf, openPage, pathOf, signOut, wordsOf } from "./support/browser";
import { linkInLetter, openLetter } from "./support/mail-tray";
import { confirmBooking, scheduleSession } from "./support/sessions";

const phone = { width: 320, javaScript: false };

/** Long and strange, as names and addresses are: on the smallest phone no page may grow wider for them. */
const joiner = {
  name: "Siân Ó Briain-Łęcka ferch Llywelyn-Sgrechgastellmorwynnog 🌊",
  email: "sian.o.briain-lecka.safeguarding+training@harbour-and-bay-families-together.example.net",
  agency: "Blackpool Council Children's Services",
};

describe("someone new", () => {
  it("books once the agency has confirmed them, where the address tells nothing", {
    timeout: 240_000,
  }, async () => {
    const session = await scheduleSession({ places: 5 });
    const page = await openPage(phone);
    await asksForAnAccount(page, session, joiner.email);

    await openLetter(page, joiner.email, /^Your link to join/);
    await checkPage(page);
    const link = await linkInLetter(page, "/sign-in/link/");
    await aScannerOpens(link);
    await page.goto(link);
    expect(await headingOf(page)).toBe("Make your account");
    expect(await wordsOf(page)).toContain(joiner.email);
    await checkPage(page);
    await page.getByRole("button", { name: "Continue" }).click();

    await leavesTheAgencyBlank(page);
    await page.getByLabel("Which agency do you work for?").selectOption({ label: joiner.agency });
    await page.getByLabel("Team (optional)").fill("Early help");
    await page.getByLabel("Access needs (optional)").fill("Large print.\nA seat near the door.");
    await page.getByLabel("Password (optional)").fill("correct horse battery");
    await page.getByRole("button", { name: "Create account" }).click();

    // Where they were going; it says whose word is missing.
    expect(pathOf(page)).toBe(session);
    expect(await wordsOf(page)).toContain(`You can book once ${joiner.agency} confirms that you work there`);
    expect(await page.getByRole("link", { name: "Book a place" }).count()).toBe(0);
    await checkPage(page);
    await page.getByRole("link", { name: "See your account" }).click();
    expect(await wordsOf(page)).toContain(`${joiner.agency} has not confirmed you yet.`);
    await checkPage(page);
    await aUsedLinkSaysSo(link);

    await theAgencyConfirms();

    await openLetter(page, joiner.email, /^You can now book/);
    await page.goto(session);
    await page.getByRole("link", { name: "Book a place" }).click();
    await confirmBooking(page);
    expect(await headingOf(page)).toBe("Your place is confirmed");
    await checkPage(page);
    await theirAccountIsLookedAt();
  });

  it("books straight through, where the address tells the agency", { timeout: 120_000 }, async () => {
    const session = await scheduleSession({ places: 5 });
    const email = "tegwen.o'brzoza@housing.example.org";
    const page = await openPage(phone);
    await asksForAnAccount(page, session, email);
    await openLetter(page, email, /^Your link to join/);
    await page.getByRole("main").locator('a[href*="/sign-in/link/"]').first().click();
    await page.getByRole("button", { name: "Continue" }).click();

    expect(await wordsOf(page)).toContain("so you work for Blackpool Coastal Housing");
    expect(await page.getByLabel("Which agency do you work for?").count()).toBe(0);
    await page.getByLabel("Full name").fill("Tegwen O’Brzoza");
    await page.getByLabel("Housing or community worker").check();
    await page.getByRole("button", { name: "Create account" }).click();
    expect(pathOf(page)).toBe(`${session}/book`);
    await checkPage(page);
    await confirmBooking(page);
    expect(await headingOf(page)).toBe("Your place is confirmed");

    await signsInByALink(page, email);
  });
});

/** From the session's page to the letter, with an address that is none first. */
async function asksForAnAccount(page: Page, session: string, email: string): Promise<void> {
  await page.goto(session);
  await page.getByRole("link", { name: "Book a place" }).click();
  expect(pathOf(page)).toBe("/sign-in");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Work email address").fill("not an address");
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await page.getByLabel("Work email address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await headingOf(page)).toBe("Check your email");
  await checkPage(page);
}

/** What mail programs do to links before anyone reads the letter. */
async function aScannerOpens(link: string): Promise<void> {
  for (const _time of [1, 2, 3]) {
    const answer = await fetch(new URL(link, inject("baseUrl")));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Make your account");
  }
}

async function leavesTheAgencyBlank(page: Page): Promise<void> {
  expect(pathOf(page)).toBe("/register/details");
  await checkPage(page);
  await page.getByRole("button", { name: "Create account" }).click();
  expect(await page.locator(".govuk-error-summary li").allInnerTexts()).toEqual([
    "Enter your full name",
    "Select the agency you work for",
    "Select the kind of work you do",
  ]);
  await page.getByLabel("Full name").fill(joiner.name);
  await page.getByLabel("Front-line children's practitioner").check();
  await page.getByLabel("Password (optional)").fill("a long enough secret");
  await page.getByRole("button", { name: "Create account" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.getByLabel("Full name").inputValue()).toBe(joiner.name);
  expect(await page.getByLabel("Password (optional)").inputValue()).toBe("");
  await page.getByRole("link", { name: "Select the agency you work for" }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("agencyId");
  await checkPage(page);
}

/** Somebody else with the letter gets nothing by it. */
async function aUsedLinkSaysSo(link: string): Promise<void> {
  const page = await openPage(phone);
  await page.goto(link);
  expect(await headingOf(page)).toBe("This link no longer works");
  expect(await page.getByRole("button", { name: "Continue" }).count()).toBe(0);
  expect(await page.getByRole("main").getByRole("link", { name: "Ask for a new link" }).count()).toBe(1);
  await checkPage(page);
}

/** The agency's lead, on a desk, led by the letter. */
async function theAgencyConfirms(): Promise<void> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "lead@example.org" });
  await openLetter(page, "lead@example.org", /^Someone new says they work for/, joiner.name);
  await page.getByRole("main").locator('a[href$="/team"]').first().click();
  expect(await headingOf(page)).toBe("Team");
  expect(await page.getByRole("row").filter({ hasText: joiner.email }).count()).toBe(1);
  await checkPage(page);
  await page.setViewportSize({ width: 320, height: 900 });
  await checkPage(page);
  await page.getByRole("button", { name: `Confirm ${joiner.name}` }).click();
  expect(await wordsOf(page)).toContain("They are confirmed and can book");
  expect(await page.getByRole("button", { name: `Confirm ${joiner.name}` }).count()).toBe(0);
  await checkPage(page);
}

/** By an admin on a phone: every page about one person. */
async function theirAccountIsLookedAt(): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: "admin@example.org" });
  await page.goto(`/admin/people?${new URLSearchParams({ q: joiner.email })}`);
  await checkPage(page);
  await page.getByRole("link", { name: joiner.name }).click();
  await checkPage(page);
  const person = page.url();
  for (const link of [
    "Merge with another account of theirs",
    "Erase their personal data",
    "What they did, and what was done to their account",
  ]) {
    await page.goto(person);
    await page.getByRole("link", { name: link }).click();
    await checkPage(page);
  }
}

/** Without a password, the next day: a link again, and this time it signs in. */
async function signsInByALink(page: Page, email: string): Promise<void> {
  await signOut(page);
  await page.goto("/my");
  await page.getByRole("link", { name: "Email me a link" }).click();
  await page.getByLabel("Work email address").fill(email);
  await page.getByRole("button", { name: "Email me a link" }).click();
  await openLetter(page, email, /^Your link to sign in/);
  await page.getByRole("main").locator('a[href*="/sign-in/link/"]').first().click();
  expect(await wordsOf(page)).toContain(email);
  await checkPage(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(pathOf(page)).toBe("/my");
  await checkPage(page);
}
