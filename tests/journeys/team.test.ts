// An agency's lead books colleagues together, reserves a place and names it later, and gives a place to another colleague.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { book, farOff, learnerOf, nameOf, ordinaryCourse, scheduleSession } from "./support/sessions";

const desk = { width: 1280, javaScript: false };
const phone = { width: 360, javaScript: false };
const lead = "lead@example.org";
/** Of the lead's agency, by the demonstration. */
const [first, second, third, named, comesInstead] = [171, 179, 187, 190, 195];

/** From the session's page, as the lead finds it. */
async function openTeamBooking(page: Page, session: string): Promise<void> {
  await page.goto(session);
  await page.getByRole("link", { name: "Book for your team" }).click();
  expect(await headingOf(page)).toBe("Book for your team");
  await checkPage(page);
}

async function chooseColleague(page: Page, number: number, button: string): Promise<void> {
  await page.getByLabel("Find a colleague").fill(learnerOf(number));
  await page.locator("#choose").getByRole("button", { name: "Search" }).click();
  await page.getByRole("radio", { name: await nameOf(number) }).check();
  await page.getByRole("button", { name: button }).click();
}

describe("a lead of an agency", () => {
  it("books three colleagues by pasting addresses, and gives one of the places to another", {
    timeout: 180_000,
  }, async () => {
    const session = await scheduleSession({ places: 6 });
    const page = await openPage({ ...desk, signedInAs: lead });
    await openTeamBooking(page, session);
    await page
      .getByLabel("Or paste work email addresses")
      .fill(
        `${learnerOf(first)}; ${learnerOf(second)}\nName of somebody\t${learnerOf(third)}\nnobody.yet@council.example.org`,
      );
    await page.getByRole("button", { name: "Check the list" }).click();
    expect(await headingOf(page)).toBe("Check who will be booked");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(3);
    expect(await page.getByRole("row").filter({ hasText: "nobody.yet@" }).innerText()).toContain(
      "No account",
    );
    await checkPage(page);
    await page.getByRole("button", { name: "Book these people" }).click();
    expect(await wordsOf(page)).toContain("They are booked. Each of them gets an email of their own.");
    await checkPage(page);
    for (const number of [first, second, third])
      await openLetter(
        page,
        learnerOf(number),
        /Your place is confirmed: Missing from Home guidance/,
        farOff.words,
      );

    // Each has a booking of their own.
    const [gone, comes] = [await nameOf(second), await nameOf(comesInstead)];
    const colleague = await openPage({ ...phone, signedInAs: learnerOf(second) });
    await colleague.goto(session);
    await colleague.getByRole("link", { name: "See your booking" }).click();
    expect(await headingOf(colleague)).toBe("Your place is confirmed");
    const booking = colleague.url();

    await page.goto("/team");
    await page.getByRole("link", { name: "See, cancel or pass on bookings" }).click();
    await page.getByLabel("Course", { exact: true }).selectOption({ label: ordinaryCourse });
    await page.getByLabel("From").fill(farOff.typed);
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.getByRole("link", { name: new RegExp(`Give to a colleague.*${gone}`) }).click();
    await checkPage(page);
    await chooseColleague(page, comesInstead, "Continue");
    expect(await wordsOf(page)).toMatch(
      new RegExp(`Gives the place up\\s+${gone}\\s+Gets the place\\s+${comes}`),
    );
    await checkPage(page);
    await page.getByRole("button", { name: "Give them the place" }).click();
    expect(await wordsOf(page)).toContain("The place is passed on. We have written to both.");

    await colleague.goto(booking);
    expect(await headingOf(colleague)).toBe("Booking cancelled");
    expect(await wordsOf(colleague)).toContain("A colleague takes your place.");
    expect(await wordsOf(colleague)).not.toContain("£");
    await checkPage(colleague);
    await openLetter(
      page,
      learnerOf(second),
      /Your place is cancelled: Missing from Home/,
      "A colleague goes in your place",
    );
    await openLetter(
      page,
      learnerOf(comesInstead),
      /Your place is confirmed: Missing from Home/,
      farOff.words,
    );
    for (const each of [page, colleague]) checkNoProblems(each);
  });

  it("reserves a place without a name, names a colleague later, and gives back what is left", async () => {
    const session = await scheduleSession({ places: 3 });
    const page = await openPage({ ...desk, signedInAs: lead });
    await openTeamBooking(page, session);
    await page.getByLabel("How many places?").fill("2");
    await page.getByRole("button", { name: "Reserve places" }).click();
    expect(await wordsOf(page)).toContain("The places are reserved. Now name people for them.");
    expect(await wordsOf(page)).toContain("0 of 2 named");
    const held = page.url();
    await checkPage(page);

    // One place is left for everyone else.
    const other = await openPage({ ...phone, signedInAs: learnerOf(231) });
    await other.goto(session);
    expect(await wordsOf(other)).toContain("1 place left");
    await book(other, session);

    await chooseColleague(page, named, "Give them the place");
    expect(await wordsOf(page)).toContain("1 of 2 named");
    await checkPage(page);
    await openLetter(page, learnerOf(named), /Your place is confirmed: Missing from Home/);

    await page.goto(held);
    await page.getByText("Give places back that you do not need").click();
    await page.getByRole("button", { name: /[Gg]ive .*back/ }).click();
    expect(await wordsOf(page)).toContain("The places have gone back to everyone.");
    await checkPage(page);
    const newcomer = await openPage({ ...phone, signedInAs: learnerOf(232) });
    await newcomer.goto(session);
    expect(await wordsOf(newcomer)).toContain("1 place left");
    for (const each of [page, other, newcomer]) checkNoProblems(each);
  });
});
