// The second step of signing in: set up, asked for at the next sign-in, done without the telephone, and turned off.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { codeAt } from "~/domain/accounts/second-factor/second-factor";
import { checkPage, headingOf, openPage, pathOf, signIn, signOut, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";

const phone = { width: 360, javaScript: false };
const learner = "learner0301@example.org";

/** What an app with this key shows; a code of the next half minute counts already. */
const codeIn = (key: string, halfMinutes: number) => codeAt(key, Date.now() + halfMinutes * 30_000);

function wrongCode(key: string): string {
  const near = [-2, -1, 0, 1, 2, 3].map((halfMinutes) => codeIn(key, halfMinutes));
  return ["123456", "234567", "345678", "456789", "567890", "678901", "789012"].find(
    (code) => !near.includes(code),
  ) as string;
}

describe("the second step", () => {
  it("asks for a code until it is turned off, and lets a recovery code stand in", {
    timeout: 180_000,
  }, async () => {
    const page = await openPage({ ...phone, signedInAs: learner });
    const key = await setsItUp(page);
    const codes = await keepsTheRecoveryCodes(page);

    await signOut(page);
    await signIn(page, learner);
    await everyPageLeadsToTheCode(page);
    await givesTheCode(page, key);

    await signOut(page);
    await signIn(page, learner);
    await givesARecoveryCode(page, codes[0] ?? "");

    await turnsItOff(page, codes[1] ?? "");
    await signOut(page);
    await signIn(page, learner);
    expect(pathOf(page)).toBe("/my");
  });
});

/** @returns the key, as somebody types it into an app */
async function setsItUp(page: Page): Promise<string> {
  await page.locator(".app-header__account a").click();
  await page.getByRole("link", { name: "Set up the second step" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  expect(await page.locator("img[alt^='QR code']").count()).toBe(1);
  await checkPage(page);
  const key = (await page.locator("main code").innerText()).replace(/\s/g, "");
  expect(key).toMatch(/^[A-Z2-7]{32}$/);

  await page.getByLabel("Code from your app").fill(wrongCode(key));
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect((await page.locator("main code").innerText()).replace(/\s/g, "")).toBe(key);
  await checkPage(page);
  await page.getByLabel("Code from your app").fill(codeIn(key, 0));
  await page.getByRole("button", { name: "Continue" }).click();
  return key;
}

async function keepsTheRecoveryCodes(page: Page): Promise<string[]> {
  expect(await headingOf(page)).toBe("Keep these recovery codes");
  await checkPage(page);
  const codes = await page.locator("main li code").allInnerTexts();
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await page.getByRole("link", { name: "I have kept them" }).click();
  expect(await wordsOf(page)).toContain(`${codes.length} recovery codes left`);
  await checkPage(page);
  return codes;
}

async function everyPageLeadsToTheCode(page: Page): Promise<void> {
  expect(pathOf(page)).toBe("/sign-in/code");
  const theirs = [
    "/my",
    "/my/needs",
    "/my/account",
    "/my/account/details",
    "/my/account/password",
    "/my/account/second-factor",
    "/my/account/devices",
    "/my/account/data",
  ];
  for (const path of theirs) {
    await page.goto(path);
    expect(pathOf(page), path).toBe("/sign-in/code");
  }
  // To the public pages they are a stranger.
  await page.goto("/courses");
  expect(await page.getByRole("link", { name: "My training" }).count()).toBe(0);
}

async function givesTheCode(page: Page, key: string): Promise<void> {
  await page.goto("/my/needs");
  await checkPage(page);
  await page.getByLabel("Code from your authenticator app").fill(wrongCode(key));
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await wordsOf(page)).toContain("Enter the code that your app shows now");
  await checkPage(page);
  await page.goto("/my");
  expect(pathOf(page)).toBe("/sign-in/code");

  await page.goto("/my/needs");
  const code = codeIn(key, 1);
  await page.getByLabel("Code from your authenticator app").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Continue" }).click();
  expect(pathOf(page)).toBe("/my/needs");
}

async function givesARecoveryCode(page: Page, code: string): Promise<void> {
  await page.getByText("I do not have my app with me").click();
  await checkPage(page);
  await page.getByLabel("Code from your authenticator app").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Continue" }).click();
  expect(pathOf(page)).toBe("/my");
  await page.goto("/my/account/second-factor");
  expect(await wordsOf(page)).toMatch(/You have \d+ recovery codes left/);
  await checkPage(page);
}

async function turnsItOff(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code from your app, or a recovery code").fill("000 000 0");
  await page.getByRole("button", { name: "Turn off" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await page.getByLabel("Code from your app, or a recovery code").fill(code);
  await page.getByRole("button", { name: "Turn off" }).click();
  expect(await wordsOf(page)).toContain("The second step is off.");
  await checkPage(page);
  await openLetter(page, learner, /^The second step was taken off/);
  await page.goto("/my");
}
