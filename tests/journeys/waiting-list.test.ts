// A full session: join the queue, be offered the freed place, take it; give a place up; be told the truth throughout.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkAxe, checkNoProblems, checkNoSidewaysScroll, openPage } from "./support/browser";

const phone = { width: 360, javaScript: false };

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

async function looksRight(page: Page): Promise<void> {
  await checkNoSidewaysScroll(page);
  await checkAxe(page);
  checkNoProblems(page);
}

/** A session of two places, scheduled for the test. @returns its address */
async function smallSession(): Promise<string> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto("/manage/sessions/new");
  await page.getByLabel("Course", { exact: true }).selectOption({ label: "Motivational interviewing" });
  await page.getByLabel("Online", { exact: true }).check();
  await page.getByLabel("Joining link").fill("https://meet.example.org/small");
  await page.getByLabel("Places").fill("2");
  const meeting = page.getByRole("group", { name: "Meeting 1" });
  await meeting.getByLabel("Date").fill("15/06/2027");
  await meeting.getByLabel("Starts").fill("9:30am");
  await meeting.getByLabel("Ends").fill("12:30");
  await page.getByLabel("Yes, publish it").check();
  await page.getByRole("button", { name: "Schedule session" }).click();
  return page.url().replace("/manage/", "/").split(/[?#]/)[0] ?? "";
}

async function book(page: Page, session: string): Promise<void> {
  await page.goto(session);
  await page.getByRole("link", { name: /Book a place|Join the waiting list/ }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /Confirm booking|Join the waiting list/ }).click();
}

describe("a session with two places", () => {
  it("fills, queues, and offers a freed place to whoever has waited longest", {
    timeout: 120_000,
  }, async () => {
    const session = await smallSession();
    const [first, second, third, fourth] = await Promise.all(
      [201, 202, 203, 204].map((number) =>
        openPage({ ...phone, signedInAs: `learner0${number}@example.org` }),
      ),
    );
    if (!first || !second || !third || !fourth) throw new Error("Four people are needed.");

    await book(first, session);
    expect(await heading(first)).toBe("Your place is confirmed");
    expect(await first.getByRole("link", { name: "join here" }).getAttribute("href")).toBe(
      "https://meet.example.org/small",
    );
    await book(second, session);

    await book(third, session);
    expect(await heading(third)).toBe("You are on the waiting list");
    expect(await third.getByRole("main").innerText()).toContain("number 1 in the queue");
    expect(await third.getByRole("main").innerText()).not.toContain("join here");
    await looksRight(third);
    await book(fourth, session);
    expect(await fourth.getByRole("main").innerText()).toContain("number 2 in the queue");

    await first.getByRole("link", { name: "Cancel this booking" }).click();
    await looksRight(first);
    await first.getByRole("button", { name: "Cancel my booking" }).click();
    expect(await heading(first)).toBe("Booking cancelled");

    // The freed place is held for the third; a newcomer cannot pass the queue.
    await first.goto(session);
    expect(await first.getByRole("main").innerText()).toContain("Full");
    await third.goto("/my");
    await third.getByRole("link", { name: /Answer the offer of a place: Motivational interviewing/ }).click();
    await looksRight(third);
    await third.getByRole("button", { name: "Let it go to the next person" }).click();
    expect(await heading(third)).toBe("You turned down the offer");

    await fourth.goto("/my");
    await fourth
      .getByRole("link", { name: /Answer the offer of a place: Motivational interviewing/ })
      .click();
    await fourth.getByRole("button", { name: "Take the place" }).click();
    expect(await heading(fourth)).toBe("Your place is confirmed");
    checkNoProblems(fourth);
  });
});

describe("someone new", () => {
  it("creates an account, is told what to put right, and lands where they were going", async () => {
    const page = await openPage(phone);
    await page.goto("/my/needs");
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.getByLabel("Full name").fill("Siân Ó Briain-Łęcka");
    await page.getByLabel("Work email address").fill("not an address");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel("Full name").inputValue()).toBe("Siân Ó Briain-Łęcka");
    expect(await page.getByLabel("Password").inputValue()).toBe("");
    await page.getByRole("link", { name: /Select the agency/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("agencyId");
    await looksRight(page);

    await page.getByLabel("Work email address").fill("sian+training@example.org");
    await page.getByLabel("Which agency").selectOption({ index: 2 });
    await page.getByRole("radio").first().check();
    await page.getByLabel("Password").fill("correct horse battery");
    await page.getByRole("button", { name: "Create account" }).click();
    expect(new URL(page.url()).pathname).toBe("/my/needs");
    await looksRight(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/my");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });
});
