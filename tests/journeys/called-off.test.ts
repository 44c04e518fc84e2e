// A session that does not take place: everyone is told once, each about their own place, and sent to other dates.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { book, dayIn, learnerOf, openLearners, scheduleSession } from "./support/sessions";

const course = "Missing from Home guidance";
const day = dayIn(340);
const toldOff = new RegExp(`This training does not take place: ${course}, ${day.words}`);

/** How many letters about it came to this address. */
async function countLetters(page: Page, to: string): Promise<number> {
  await page.goto(`/mail-tray?${new URLSearchParams({ q: to })}`);
  return page.getByRole("main").getByRole("link", { name: toldOff }).count();
}

it("ends every booking, tells each person once, and cannot be booked or cancelled again", {
  timeout: 180_000,
}, async () => {
  const session = await scheduleSession({
    places: 2,
    meetings: [{ date: day.typed, start: "9:30am", end: "10:30am" }],
  });
  const numbers = [241, 242, 243];
  const people = await openLearners(numbers);
  const [first, second, waiting] = people;
  if (!first || !second || !waiting) throw new Error("Three people are needed.");
  for (const page of people) await book(page, session);
  expect(await headingOf(second)).toBe("Your place is confirmed");
  expect(await headingOf(waiting)).toBe("You are on the waiting list");

  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  await page.getByRole("link", { name: "Cancel the session" }).click();
  expect(await wordsOf(page)).toMatch(/Have a place\s+2 people/);
  expect(await wordsOf(page)).toMatch(/Wait\s+1 person/);
  await checkPage(page);
  await page.getByRole("button", { name: "Cancel the session and tell 3 people" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);
  await page.getByLabel("There is no trainer").check();
  await page.getByRole("button", { name: "Cancel the session and tell 3 people" }).click();
  expect(await wordsOf(page)).toMatch(/Status\s+Cancelled\./);
  await checkPage(page);

  // Each about their own place.
  await openLetter(page, learnerOf(241), toldOff, "You no longer have a place on this training.");
  await checkPage(page);
  await page.getByRole("main").locator("a[href*='/courses/missing-from-home']").first().click();
  expect(await headingOf(page)).toBe(course);
  await openLetter(page, learnerOf(242), toldOff, "You no longer have a place on this training.");
  await openLetter(page, learnerOf(243), toldOff, "You no longer have a booking for it.");
  expect(await wordsOf(page)).toContain("We have no trainer for it.");
  expect(await wordsOf(page)).toContain("You are not charged.");

  for (const mine of [first, waiting]) {
    await mine.reload();
    expect(await headingOf(mine)).toBe("Booking cancelled");
    expect(await wordsOf(mine)).toContain("The session does not take place. Nothing is charged.");
    await checkPage(mine);
    await mine.getByRole("link", { name: "look for another date" }).click();
    expect(await headingOf(mine)).toBe(course);
    expect(await wordsOf(mine)).not.toContain(day.words);
  }

  // Again is impossible, and nobody hears of it twice.
  await page.goto(`/manage${session}`);
  expect(await page.getByRole("link", { name: "Cancel the session" }).count()).toBe(0);
  await page.goto(`/manage${session}/cancel`);
  expect(await page.getByRole("button", { name: /Cancel the session/ }).count()).toBe(0);
  expect(await wordsOf(page)).toContain("This session is cancelled already");
  await checkPage(page);
  const late = await openPage({ width: 360, javaScript: false, signedInAs: learnerOf(244) });
  await late.goto(session);
  expect(await wordsOf(late)).toContain("This session has been cancelled.");
  expect(await late.getByRole("link", { name: /Book a place|Join the waiting list/ }).count()).toBe(0);
  await late.goto(`${session}/book`);
  expect(await late.getByRole("button", { name: /Confirm booking|Continue|Join/ }).count()).toBe(0);
  await checkPage(late);
  for (const number of numbers) expect(await countLetters(page, learnerOf(number)), String(number)).toBe(1);
  for (const each of [...people, page, late]) checkNoProblems(each);
});
