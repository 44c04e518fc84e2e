// An offer that nobody answers: its hour ends, the place goes to the next person, and both are told.
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { runJobsIn } from "./support/clock";
import { openLetter } from "./support/mail-tray";
import { book, dayIn, learnerOf, openLearners, scheduleSession } from "./support/sessions";

const course = "Making Safeguarding Personal";
const board = "Blackpool Safeguarding Adults Board";

/** By a new version of the terms, in force from today. */
async function offersAreOpenForAnHour(): Promise<void> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto("/manage");
  await page.getByRole("link", { name: "Terms", exact: true }).click();
  await page.getByRole("link", { name: `Make a new version for ${board}` }).click();
  const [day = "", month = "", year = ""] = dayIn(0).typed.split("/");
  for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
    await page.getByLabel(part, { exact: true }).fill(value);
  await page.getByLabel("How long is an offer open?").fill("1");
  await page.getByRole("button", { name: "Check what they say" }).click();
  expect(await wordsOf(page)).toContain("An offer of a place is open for 1 hour.");
  await checkPage(page);
  await page.getByRole("button", { name: /terms/i }).click();
  expect(await wordsOf(page)).toContain("Version 2");
  await checkPage(page);
}

it("passes to the next person when its time is over, and says so to both", async () => {
  await offersAreOpenForAnHour();
  const session = await scheduleSession({ places: 1, course });
  const [first, second, third] = await openLearners([211, 212, 213]);
  if (!first || !second || !third) throw new Error("Three people are needed.");
  await book(first, session);
  expect(await headingOf(first)).toBe("Your place is confirmed");
  await book(second, session);
  const booking = second.url();
  await book(third, session);
  expect(await wordsOf(third)).toContain("number 2 in the queue");

  await first.getByRole("link", { name: "Cancel this booking" }).click();
  await first.getByRole("button", { name: "Cancel your booking" }).click();
  await second.goto(booking);
  expect(await headingOf(second)).toBe("A place is being held for you");
  await openLetter(second, learnerOf(212), /A place is free for you: Making Safeguarding Personal/);
  await second.goto("/my");
  expect(await wordsOf(second)).toMatch(/Making Safeguarding Personal \((1 hour|5\d minutes) left\)/);
  await second.getByRole("link", { name: `Answer the offer of a place: ${course}` }).click();
  await checkPage(second);

  // Everybody's hour passes; the second person has the question still before them.
  expect(runJobsIn(61)).toMatch(/[1-9]\d* offers ended/);
  await second.getByRole("button", { name: "Take the place" }).click();
  expect(await headingOf(second)).toBe("The offer has ended");
  expect(await wordsOf(second)).toContain("Nobody answered the offer in time");
  await checkPage(second);
  await openLetter(second, learnerOf(212), /The offer of a place has ended: Making Safeguarding Personal/);

  await openLetter(third, learnerOf(213), /A place is free for you: Making Safeguarding Personal/);
  await third.goto("/my");
  await third.getByRole("link", { name: `Answer the offer of a place: ${course}` }).click();
  await third.getByRole("button", { name: "Take the place" }).click();
  expect(await headingOf(third)).toBe("Your place is confirmed");
  for (const each of [first, second, third]) checkNoProblems(each);
});
