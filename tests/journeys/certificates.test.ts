// A certificate that waits for the end evaluation: held back with the reason, then given, downloaded and checked by others.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { book, learnerOf, meetingSoon, scheduleSession } from "./support/sessions";

const phone = { width: 360, javaScript: false };
const course = "Working Well with Children and Families";
const learner = learnerOf(221);

async function theRegisterIsFinished(session: string): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  await page.getByRole("link", { name: /^Register/ }).click();
  await page.locator(".app-mark").getByLabel("Present", { exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Finish register" }).click();
  expect(await wordsOf(page)).toContain("The end evaluation is open");
  await checkPage(page);
}

async function answerAll(page: Page): Promise<void> {
  for (const choice of await page.locator('input[name^="answer-"][value="7"]').all())
    await choice.check({ force: true });
  await page.getByRole("button", { name: "Send answers" }).click();
  expect(await headingOf(page)).toBe("Thank you for your answers");
}

it("is held back until the questions are answered, then given, and its number can be checked", async () => {
  const session = await scheduleSession({ places: 3, course, meetings: [meetingSoon()] });
  const page = await openPage({ ...phone, signedInAs: learner });
  await book(page, session);
  expect(await headingOf(page)).toBe("Your place is confirmed");
  await theRegisterIsFinished(session);

  await page.goto("/my");
  const owed = page.getByRole("listitem").filter({ hasText: `Say what changed: ${course}` });
  expect(await owed.innerText()).toContain("You get your certificate once you have answered.");
  await checkPage(page);
  await page.getByRole("link", { name: "Your record and certificates" }).click();
  expect(await page.getByRole("row").filter({ hasText: course }).first().innerText()).toContain(
    "Waits for your answers",
  );
  await checkPage(page);

  await page.goto("/my");
  await owed.getByRole("link").click();
  await checkPage(page);
  await answerAll(page);
  await checkPage(page);

  await page.goto("/my/record");
  await page
    .getByRole("link", { name: `Certificate for ${course}` })
    .first()
    .click();
  expect(await headingOf(page)).toBe("Certificate of attendance");
  await checkPage(page);
  const certificate = page.url();
  const number = certificate.split("/").at(-1) ?? "";
  expect(await wordsOf(page)).toContain(number);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a PDF" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await openLetter(page, learner, /certificate/i, course);

  await anybodyChecks(number, course);
  // It is nobody else's to open.
  const other = await openPage({ ...phone, signedInAs: learnerOf(222) });
  expect((await other.goto(certificate))?.status()).toBe(404);
  for (const each of [page, other]) checkNoProblems(each);
});

/** Somebody who is not signed in, such as a personnel office. */
async function anybodyChecks(number: string, title: string): Promise<void> {
  const page = await openPage(phone);
  await page.goto("/verify");
  await checkPage(page);
  await page.getByLabel("Number of the certificate").fill("7K2QX-9MPTR");
  await page.getByRole("button", { name: "Check" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await page.getByLabel("Number of the certificate").fill(number.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Check" }).click();
  expect(new URL(page.url()).pathname).toBe(`/verify/${number}`);
  expect(await headingOf(page)).toBe("This certificate is valid");
  expect(await wordsOf(page)).toContain(title);
  await checkPage(page);
  expect((await page.goto(`/verify/${number.slice(0, -5)}22222`))?.status()).toBe(404);
  expect(await headingOf(page)).toBe("We do not know this number");
  await checkPage(page);
}
