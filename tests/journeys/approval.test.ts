// A course that a line manager has to agree to: booked, approved by the link in the letter, confirmed; and declined once.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { linkInLetter, openLetter } from "./support/mail-tray";
import { book, confirmBooking, dayIn, scheduleSession } from "./support/sessions";

const phone = { width: 360, javaScript: false };
const learner = "learner0014@example.org";
const lineManager = "manager@example.org";
const course = "Impact Chronology";
/** The days of their sessions. */
const [approved, declined, onTheirPage] = [dayIn(331), dayIn(332), dayIn(333)];
const letterFor = (date: string) => new RegExp(`Please approve a training place: ${course}, ${date}`);

/** The line manager's page, from the link in the letter. They have not signed in. */
async function followLink(date: string): Promise<Page> {
  const page = await openPage(phone);
  await openLetter(page, lineManager, letterFor(date));
  await checkPage(page);
  await page.goto(await linkInLetter(page, "/approve/"));
  return page;
}

describe("a course that asks for a line manager's word", () => {
  it("is booked, approved by the link in the letter without signing in, and confirmed", async () => {
    const session = await scheduleSession({
      places: 2,
      course,
      meetings: [{ date: approved.typed, start: "9:30am", end: "1pm" }],
    });
    const page = await openPage({ ...phone, signedInAs: learner });
    await page.goto(session);
    await page.getByRole("link", { name: "Book a place" }).click();
    expect(await wordsOf(page)).toContain(`Your line manager (${lineManager}) has to agree`);
    await checkPage(page);
    await confirmBooking(page);
    expect(await headingOf(page)).toBe("Your booking is waiting for approval");
    expect(await wordsOf(page)).toContain("A place is kept for you until they decide.");
    await checkPage(page);
    await openLetter(page, learner, new RegExp(`Waiting for approval: Impact Chronology, ${approved.words}`));

    const manager = await followLink(approved.words);
    const address = manager.url();
    expect(await headingOf(manager)).toBe("Do you approve this training place?");
    expect(await manager.getByRole("link", { name: "Sign in" }).count()).toBeGreaterThan(0);
    await checkPage(manager);
    await manager.getByRole("button", { name: "Approve" }).click();
    expect(await headingOf(manager)).toBe("You have approved this place");
    await checkPage(manager);
    // The letter is opened once more: there is nothing left to answer.
    await manager.goto(address);
    expect(await manager.getByRole("button", { name: /Approve|Decline/ }).count()).toBe(0);

    await page.goto("/my");
    await page.getByRole("heading", { level: 3 }).getByRole("link", { name: course }).last().click();
    expect(await headingOf(page)).toBe("Your place is confirmed");
    await openLetter(
      page,
      learner,
      new RegExp(`Your place is confirmed: Impact Chronology, ${approved.words}`),
    );
    for (const each of [page, manager]) checkNoProblems(each);
  });

  it("says so, with the line manager's note, when it is declined; the place is free again", async () => {
    const session = await scheduleSession({
      places: 1,
      course,
      meetings: [{ date: declined.typed, start: "9:30am", end: "1pm" }],
    });
    const page = await openPage({ ...phone, signedInAs: learner });
    await book(page, session);
    const booking = page.url();
    const manager = await followLink(declined.words);
    await manager.getByLabel(/If you decline: why/).fill("We are short that week: please take the next one.");
    await manager.getByRole("button", { name: "Decline" }).click();
    expect(await headingOf(manager)).toBe("You have declined this place");
    await checkPage(manager);

    await page.goto(booking);
    expect(await headingOf(page)).toBe("Your booking was not approved");
    expect(await wordsOf(page)).toContain("We are short that week: please take the next one.");
    await checkPage(page);
    await openLetter(
      page,
      learner,
      new RegExp(`You do not have a place: Impact Chronology, ${declined.words}`),
      "short that week",
    );
    await page.goto(session);
    expect(await wordsOf(page)).toContain("1 place left");
    await page.getByRole("link", { name: "Book a place" }).click();
    expect(await headingOf(page)).toBe("Book a place");
  });

  it("can be answered by the line manager on their own page as well", async () => {
    const session = await scheduleSession({
      places: 2,
      course,
      meetings: [{ date: onTheirPage.typed, start: "9:30am", end: "1pm" }],
    });
    const page = await openPage({ ...phone, signedInAs: "learner0025@example.org" });
    await book(page, session);
    const manager = await openPage({ ...phone, signedInAs: lineManager });
    await manager.goto("/team/approvals");
    await checkPage(manager);
    const row = manager.getByRole("row").filter({ hasText: onTheirPage.words });
    await row.getByRole("button", { name: /^Approve/ }).click();
    await checkPage(manager);
    expect(await row.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
    await page.reload();
    expect(await headingOf(page)).toBe("Your place is confirmed");
  });
});
