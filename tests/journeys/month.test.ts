// A coordinator runs a month's programme from /manage, by nothing but its links and buttons.
import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { book, fillMeetings, learnerOf, nameOf, openLearners } from "./support/sessions";

const desk = { width: 1280, javaScript: false };
const phone = { width: 360, javaScript: false };
const course = "Working Well with Children and Families";
/** Nobody else's month, half a year ahead. */
const month = DateTime.now().setZone("Europe/London").setLocale("en-GB").plus({ months: 6 }).startOf("month");
const dayOf = (day: number) => month.set({ day });
/** As it is typed, as pages and letters say it, and as the programme does. */
const typed = (day: number) => dayOf(day).toFormat("dd/MM/yyyy");
const words = (day: number) => dayOf(day).toFormat("d LLLL yyyy");
const short = (day: number) => dayOf(day).toFormat("ccc d LLL");
const afternoon = (day: number) => ({ date: typed(day), start: "1pm", end: "4:30pm" });

async function openManage(): Promise<Page> {
  const page = await openPage({ ...desk, signedInAs: "coordinator@example.org" });
  await page.getByRole("link", { name: "Manage", exact: true }).first().click();
  expect(await headingOf(page)).toBe("Manage the training offer");
  return page;
}

/** The programme of the month. */
async function openMonth(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Manage", exact: true }).first().click();
  await page.getByRole("link", { name: "Programme", exact: true }).click();
  await page.getByLabel("Month").selectOption({ label: month.toFormat("LLLL yyyy") });
  await page.getByRole("button", { name: "Apply filters" }).click();
}

/** A session of the month, such as "Tue 14 Sep". */
async function openSession(page: Page, day: string): Promise<void> {
  await openMonth(page);
  await page.getByRole("row").filter({ hasText: day }).getByRole("rowheader").getByRole("link").click();
  expect(await headingOf(page)).toContain(course);
}

async function bookForSomeone(page: Page, email: string): Promise<void> {
  await page.getByRole("link", { name: "Book for someone" }).click();
  await page.getByLabel("Their email address").fill(email);
  await page.getByRole("button", { name: "Book", exact: true }).click();
}

const rowOf = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

describe("a month's programme", () => {
  it("is planned as a series, published at once, and taken along as a file", {
    timeout: 180_000,
  }, async () => {
    const page = await openManage();
    await page.getByRole("link", { name: "Schedule a session" }).click();
    await page.getByLabel("Course", { exact: true }).selectOption({ label: course });
    await page.getByLabel("In person").check();
    await page.getByLabel("Venue and room").selectOption({ label: "Breakwater House: Jetty Room, holds 12" });
    await page.getByLabel("Places").fill("3");
    await fillMeetings(page, [afternoon(7)]);
    await page.getByLabel("At least").fill("2");
    await page.getByLabel("No, keep it as a draft").check();
    await page.getByRole("button", { name: "Schedule session" }).click();
    expect(await wordsOf(page)).toContain("Draft. Nobody can see or book it.");
    await checkPage(page);

    await page.getByRole("link", { name: "Repeat" }).click();
    await page.getByLabel("Every week").check();
    await page.getByLabel("How many more times").fill("3");
    await page.getByRole("button", { name: "Show the days" }).click();
    expect(await wordsOf(page)).toContain("3 sessions would be added");
    await checkPage(page);
    await page.getByRole("button", { name: "Schedule 3 sessions" }).click();
    await checkPage(page);

    await openMonth(page);
    expect(await wordsOf(page)).toContain("4 sessions");
    expect(await page.getByRole("checkbox", { name: /^Publish / }).count()).toBe(4);
    await page.getByRole("link", { name: "Tick all drafts on this page" }).click();
    await page.getByRole("checkbox", { name: short(28) }).uncheck();
    await page.getByRole("button", { name: "Publish the ticked drafts" }).click();
    expect(await headingOf(page)).toBe("Publish 3 drafts");
    await checkPage(page);
    await page.getByRole("button", { name: "Publish 3 drafts" }).click();
    expect(await wordsOf(page)).toContain("The sessions are published: people can see and book them");
    await openMonth(page);
    expect(await rowOf(page, short(28)).innerText()).toContain("Draft");
    expect(await rowOf(page, short(21)).innerText()).not.toContain("Draft");
    await checkPage(page);

    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download these 4 sessions (CSV)" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(1)) expect(line).toContain(course);
    checkNoProblems(page);
  });

  it("is changed: places kept, a session duplicated, a booking moved, a session postponed", {
    timeout: 240_000,
  }, async () => {
    const page = await openManage();
    await openSession(page, short(7));
    await page.getByRole("link", { name: "Keep places for an agency" }).click();
    await page.getByLabel("Quota").check();
    await page.getByLabel("Agency", { exact: true }).selectOption({ label: "Lancashire Constabulary" });
    await page.getByLabel("How many places?").fill("2");
    await page.getByRole("button", { name: "Keep these places" }).click();
    expect(await rowOf(page, "Lancashire Constabulary").innerText()).toMatch(/Quota\s+2\s+0/);
    expect(await wordsOf(page)).toContain("3 places free, 2 of them kept by quotas");
    await checkPage(page);
    await page.getByRole("link", { name: "The session" }).click();
    await page.getByRole("link", { name: "See it as people see it" }).click();
    const other = await openPage({ ...phone, signedInAs: learnerOf(261) });
    await other.goto(page.url());
    expect(await wordsOf(other)).toContain("1 place left");

    await openSession(page, short(14));
    await page.getByRole("link", { name: "Duplicate" }).click();
    await checkPage(page);
    await fillMeetings(page, [afternoon(16)]);
    await page.getByLabel("Yes, publish it").check();
    await page.getByRole("button", { name: "Schedule session" }).click();
    expect(await headingOf(page)).toContain(words(16));

    await openSession(page, short(14));
    await bookForSomeone(page, learnerOf(262));
    await openLetter(
      other,
      learnerOf(262),
      new RegExp(`Your place is confirmed: Working Well .*, ${words(14)}`),
    );
    await checkPage(page);
    await openSession(page, short(14));
    await page
      .locator("#bookings")
      .getByRole("link", { name: await nameOf(262) })
      .click();
    await checkPage(page);
    await page.getByRole("link", { name: "Move to another date" }).click();
    await page.getByLabel(words(16)).check();
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await wordsOf(page)).toMatch(/Cost\s+Nothing/);
    await checkPage(page);
    await page.getByRole("button", { name: "Move the booking" }).click();
    await openLetter(other, learnerOf(262), /Your booking has moved: Working Well/, words(16));

    await openSession(page, short(16));
    await page.getByRole("link", { name: "Postpone", exact: true }).click();
    await fillMeetings(page, [afternoon(23)]);
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await headingOf(page)).toContain("Check the new dates");
    expect(await wordsOf(page)).toContain("We email 1 person who booked");
    await checkPage(page);
    await page.getByRole("button", { name: "Save and tell 1 person" }).click();
    expect(await headingOf(page)).toContain(words(23));
    await checkPage(page);
    await openLetter(other, learnerOf(262), new RegExp(`Working Well .*, ${words(23)}`));
    await openMonth(page);
    expect(await rowOf(page, short(23)).innerText()).toContain("1 of 3");
    expect(await rowOf(page, short(16)).count()).toBe(0);
    for (const each of [page, other]) checkNoProblems(each);
  });

  it("shows who waits and why, and a place is offered out of turn with a reason that is kept", {
    timeout: 180_000,
  }, async () => {
    const page = await openManage();
    await openSession(page, short(21));
    for (const number of [263, 264]) {
      await bookForSomeone(page, learnerOf(number));
      await openSession(page, short(21));
    }
    const address = new URL(page.url()).pathname.replace("/manage/", "/");
    // A group that one place cannot hold waits for another to come free; somebody alone waits behind it.
    const lead = await openPage({ ...desk, signedInAs: "lead@example.org" });
    await lead.goto(address);
    await lead.getByRole("link", { name: "Book for your team" }).click();
    await lead.getByLabel("Or paste work email addresses").fill(`${learnerOf(198)}, ${learnerOf(206)}`);
    await lead.getByRole("button", { name: "Check the list" }).click();
    await lead.getByLabel("Let them wait as a group").check();
    await checkPage(lead);
    await lead.getByRole("button", { name: "Book these people" }).click();
    expect(await wordsOf(lead)).toContain("They are on the waiting list as a group.");
    const [alone] = await openLearners([265]);
    if (!alone) throw new Error("One person is needed.");
    await book(alone, address);
    expect(await headingOf(alone)).toBe("You are on the waiting list");

    await openSession(page, short(21));
    await page.getByRole("link", { name: /^The waiting list in full/ }).click();
    expect(await wordsOf(page)).toContain("Groups that wait");
    await checkPage(page);
    await page.getByRole("link", { name: `Offer a place out of turn to ${await nameOf(265)}` }).click();
    expect(await wordsOf(page)).toContain("This passes over 2 people:");
    await checkPage(page);
    await page.getByRole("button", { name: "Offer the place" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    await page.getByLabel("Why are they offered a place out of turn?").fill("They teach it next month.");
    await page.getByRole("button", { name: "Offer the place" }).click();
    expect(await wordsOf(page)).toContain("The place is offered, and they are told by email");
    expect(await rowOf(page, "They teach it next month.").innerText()).toContain(
      "Out of turn, by Niamh Oystercatch",
    );
    await checkPage(page);

    await openLetter(
      alone,
      learnerOf(265),
      new RegExp(`A place is free for you: Working Well .*, ${words(21)}`),
    );
    await alone.goto("/my");
    await alone.getByRole("link", { name: `Answer the offer of a place: ${course}` }).click();
    await alone.getByRole("button", { name: "Take the place" }).click();
    expect(await headingOf(alone)).toBe("Your place is confirmed");
    for (const each of [page, lead, alone]) checkNoProblems(each);
  });
});
