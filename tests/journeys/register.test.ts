// A register of two days on a phone: one comes late, one comes without a booking, one misses the second day.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, signedInName, wordsOf } from "./support/browser";
import { letANightPass } from "./support/clock";
import { book, learnerOf, meetingSoon, openLearners, scheduleSession } from "./support/sessions";

const phone = { width: 320, javaScript: false };
const course = "Working Well with Children and Families";
const [onTime, late, oneDay, walkIn] = [251, 252, 253, 254];

async function mark(page: Page, name: string, label: string): Promise<void> {
  const person = page.locator(".app-mark").filter({ hasText: name });
  await person.getByLabel(label, { exact: true }).check({ force: true });
}

/** From the page of the session: the register of this meeting. */
async function openRegister(page: Page, session: string, number: 1 | 2): Promise<void> {
  await page.goto(`/manage${session}`);
  await page
    .getByRole("link", { name: /^Register/ })
    .nth(number - 1)
    .click();
  expect(await headingOf(page)).toContain(`meeting ${number} of 2`);
}

it("is taken on both days, counts the late and the one who just came, and settles everyone's record", {
  timeout: 180_000,
}, async () => {
  const soon = meetingSoon();
  const tomorrow = { ...soon, date: dayAfter(soon.date) };
  const session = await scheduleSession({ places: 4, course, meetings: [soon, tomorrow] });
  const people = await openLearners([onTime, late, oneDay]);
  const [punctual, latecomer, half] = people;
  if (!punctual || !latecomer || !half) throw new Error("Three people are needed.");
  for (const person of people) await book(person, session);
  const names = {
    onTime: await signedInName(punctual),
    late: await signedInName(latecomer),
    oneDay: await signedInName(half),
  };

  const page = await openPage({ ...phone, signedInAs: "coordinator@example.org" });
  await openRegister(page, session, 2);
  expect(await page.getByRole("button", { name: "Finish register" }).count()).toBe(0);
  await checkPage(page);

  await openRegister(page, session, 1);
  const stranger = await openPage({ ...phone, signedInAs: learnerOf(walkIn) });
  const came = await signedInName(stranger);
  await page.getByRole("link", { name: "Add someone who came without a booking" }).click();
  await checkPage(page);
  await page.getByLabel("Their work email address").fill(learnerOf(walkIn));
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await wordsOf(page)).toContain(came);
  await checkPage(page);
  await page.getByRole("button", { name: "Add to the register" }).click();
  expect(await page.locator(".app-mark").count()).toBe(4);
  expect(await page.locator(".app-mark").filter({ hasText: came }).innerText()).toContain(
    "came without a booking",
  );
  await checkPage(page);

  await mark(page, names.onTime, "Present");
  await mark(page, names.late, "Late");
  await page.getByRole("button", { name: "Finish register" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await mark(page, names.oneDay, "Present");
  await mark(page, came, "Present");
  await page.getByRole("button", { name: "Finish register" }).click();
  expect(await wordsOf(page)).toContain(
    "The end evaluation opens when every register is finished. Still to do:",
  );
  await checkPage(page);
  // Half of it is no attendance yet.
  await punctual.reload();
  expect(await headingOf(punctual)).toBe("Your place is confirmed");

  letANightPass(session);
  await openRegister(page, session, 2);
  expect(await page.locator(".app-mark").count()).toBe(4);
  for (const [name, label] of [
    [names.onTime, "Present"],
    [names.late, "Present"],
    [names.oneDay, "Absent"],
    [came, "Present"],
  ] as const)
    await mark(page, name, label);
  await page.getByRole("button", { name: "Finish register" }).click();
  expect(await wordsOf(page)).toContain("The end evaluation is open");
  await checkPage(page);

  for (const [person, heading] of [
    [punctual, "You attended this session"],
    [latecomer, "You attended this session"],
    [half, "You attended part of this session"],
  ] as const) {
    await person.reload();
    expect(await headingOf(person)).toBe(heading);
    await checkPage(person);
  }
  await stranger.goto("/my/record");
  const row = stranger.getByRole("row").filter({ hasText: course }).first();
  expect(await row.innerText()).toContain("Came without a booking");
  await checkPage(stranger);
  await theRateSaysIt(session);
  for (const each of [page, ...people, stranger]) checkNoProblems(each);
});

/** Those who booked and those who just came are counted apart. */
async function theRateSaysIt(session: string): Promise<void> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  expect(await wordsOf(page)).toMatch(/Status\s+Delivered\./);
  await checkPage(page);
  await page.goto("/manage");
  await page
    .getByRole("navigation", { name: "Parts of the offer" })
    .getByRole("link", { name: "Registers" })
    .click();
  const row = page.getByRole("row").filter({ has: page.locator(`a[href='/trainer${session}']`) });
  const counted = (await row.getByRole("cell").allInnerTexts()).map((text) => text.trim());
  // Expected, came, for part of it, excused, walk-ins, the rate without them and with them.
  expect(counted).toEqual(["3", "3", "1", "0", "1", "100%", "133%"]);
  await checkPage(page);
}

/** "24/11/2026" becomes "25/11/2026". */
function dayAfter(date: string): string {
  const [day = 1, month = 1, year = 2000] = date.split("/").map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toLocaleDateString("en-GB", { timeZone: "UTC" });
}
