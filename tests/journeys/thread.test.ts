// The whole thread, as its people walk it: a need, a place, a register, two evaluations, a change measured.
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkPage, openPage, signedInName } from "./support/browser";
import { letTheEndClose } from "./support/clock";
import { confirmBooking } from "./support/sessions";

const phone = { width: 360, javaScript: false };
const desk = { width: 1280, javaScript: false };

/** Enough for a change to be shown; the last one does not come. */
const learners = Array.from({ length: 12 }, (_, index) => `learner0${101 + index}@example.org`);
const stayedAway = 1;
const trainer = { email: "trainer2@example.org", name: "Tomasz Gwiazdomor" };
const course = "Contextual Safeguarding";
/** The worker counts with each of its turns, a few seconds apart. */
const untilCounted = { timeout: 60_000, interval: 2000 };

/** Two meetings within the hour, so that both registers are open now; just after midnight if today is too short. */
function meetingsSoon(): { date: string; start: string; end: string }[] {
  const now = DateTime.now().setZone("Europe/London");
  const today = now.plus({ minutes: 58 }).hasSame(now, "day");
  const first = today ? now.plus({ minutes: 10 }) : now.plus({ days: 1 }).startOf("day");
  return [0, 25].map((later) => {
    const start = first.plus({ minutes: later });
    return {
      date: start.toFormat("dd/MM/yyyy"),
      start: start.toFormat("HH:mm"),
      end: start.plus({ minutes: 20 }).toFormat("HH:mm"),
    };
  });
}

/** Chooses the same number for every question on the page. */
async function answerAll(page: Page, value: number): Promise<void> {
  for (const choice of await page.locator(`input[name^="answer-"][value="${value}"]`).all()) {
    await choice.check({ force: true });
  }
}

describe("the thread", () => {
  it("runs from a need to a change that can be read aloud", { timeout: 240_000 }, async () => {
    const before = await peopleBehindTheChange();
    const session = await aCoordinatorSchedulesAndAssigns();
    await aPractitionerSeesANeed();
    for (const [index, learner] of learners.entries()) await aLearnerBooks(learner, session, 3 + (index % 4));
    await aTrainerTakesBothRegisters(session);
    for (const [index, learner] of learners.slice(0, -stayedAway).entries()) {
      await aLearnerSaysWhatChanged(learner, 6 + (index % 4));
    }
    // While people still answer they are counted five or more at a time; once the end has closed, all of them.
    await expect.poll(peopleBehindTheChange, untilCounted).toBeGreaterThanOrEqual(before + 5);
    letTheEndClose(session);
    await expect.poll(peopleBehindTheChange, untilCounted).toBe(before + learners.length - stayedAway);
    await anSdgMemberReadsTheGap();
  });
});

/** @returns the session's id */
async function aCoordinatorSchedulesAndAssigns(): Promise<string> {
  const page = await openPage({ ...desk, signedInAs: "coordinator@example.org" });
  await page.goto("/manage/trainers");
  const approval = page.locator("#approve");
  await approval.getByLabel("Trainer").selectOption({ label: `${trainer.name}, Blackpool Coastal Housing` });
  await approval.getByLabel("Course").selectOption({ label: course });
  for (const [part, value] of [
    ["Day", "31"],
    ["Month", "12"],
    ["Year", String(DateTime.now().year + 1)],
  ] as const) {
    await approval.getByLabel(part, { exact: true }).fill(value);
  }
  await approval.getByRole("button", { name: "Approve" }).click();
  await checkPage(page);

  await page.goto("/manage");
  await page.getByRole("link", { name: "Schedule a session" }).click();
  await page.getByRole("button", { name: "Schedule session" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  await checkPage(page);

  await page.getByLabel("Course", { exact: true }).selectOption({ label: course });
  await page.getByLabel("In person").check();
  await page.getByLabel("Venue").selectOption({ index: 1 });
  await page.getByLabel("Places").fill("12");
  for (const [index, meeting] of meetingsSoon().entries()) {
    const group = page.getByRole("group", { name: `Meeting ${index + 1}` });
    await group.getByLabel("Date").fill(meeting.date);
    await group.getByLabel("Starts").fill(meeting.start);
    await group.getByLabel("Ends").fill(meeting.end);
  }
  await page.getByLabel("Yes, publish it").check();
  await page.getByRole("button", { name: "Schedule session" }).click();
  const id = /\/manage\/sessions\/([^/?#]+)/.exec(page.url())?.[1] ?? "";
  expect(id).not.toBe("new");

  const select = page.getByLabel("Trainer", { exact: true });
  const labels = await select.locator("option").allInnerTexts();
  await select.selectOption({ index: labels.findIndex((label) => label.startsWith(trainer.name)) });
  await page.getByLabel("Lead trainer").check();
  await page.getByRole("button", { name: "Put on this session" }).click();
  expect(await page.getByRole("main").innerText()).toContain(trainer.name);
  await checkPage(page);
  return id;
}

async function aPractitionerSeesANeed(): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: "practitioner@example.org" });
  await page.goto("/my/needs");
  expect(await page.getByText("Gap", { exact: true }).count()).toBeGreaterThan(0);
  await checkPage(page);
  await page.locator("main a[href^='/sessions/']").first().click();
  expect(
    await page.getByRole("link", { name: /Book a place|Join the waiting list|See your booking/ }).count(),
  ).toBe(1);
}

async function aLearnerBooks(learner: string, session: string, before: number): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: learner });
  await page.goto(`/sessions/${session}`);
  await page.getByRole("link", { name: "Book a place" }).click();
  await answerAll(page, before);
  await confirmBooking(page);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Your place is confirmed");
  expect(await page.getByRole("main").innerText()).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
  await page.reload();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Your place is confirmed");
  if (learner === learners[0]) await checkPage(page);
}

async function aTrainerTakesBothRegisters(session: string): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: trainer.email });
  await page.goto(`/trainer/sessions/${session}`);
  await page.getByRole("button", { name: "I can teach it" }).click();
  const registers = await page
    .locator("main a[href^='/trainer/registers/']")
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  expect(registers).toHaveLength(2);
  for (const register of registers) {
    await page.goto(register);
    await page.getByRole("button", { name: "Finish register" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkPage(page);
    const people = await page.locator(".app-mark").all();
    expect(people).toHaveLength(learners.length);
    for (const [index, person] of people.entries()) {
      const mark = index === 0 ? "Late" : index === 1 ? "Left early" : "Present";
      await person.getByLabel(mark, { exact: true }).check({ force: true });
    }
    await markAbsent(page, learners.at(-1) ?? "");
    await page.getByRole("button", { name: "Finish register" }).click();
  }
  expect(await page.getByRole("main").innerText()).toContain("The end evaluation is open");
  await page.getByRole("link", { name: "Show the code to the room" }).click();
  expect(await page.locator("img[alt^='QR code']").count()).toBe(1);
  // The code is good for a minute: a page on a wall has to show the next one.
  await checkPage(page, ["meta-refresh"]);
}

/** The register knows people by name, so the person's own page says which name to look for. */
async function markAbsent(page: Page, learner: string): Promise<void> {
  const own = await openPage({ ...phone, signedInAs: learner });
  const name = await signedInName(own);
  const person = page.locator(".app-mark").filter({ hasText: name });
  await person.first().getByLabel("Absent", { exact: true }).check({ force: true });
}

/** By the link in the letter, without signing in. */
async function aLearnerSaysWhatChanged(learner: string, after: number): Promise<void> {
  const page = await openPage(phone);
  const letter = page.getByRole("link", { name: /Tell us about your training/ });
  await expect
    .poll(
      async () => {
        await page.goto(`/mail-tray?q=${learner}`);
        return letter.filter({ hasText: course }).count();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(1);
  await letter.filter({ hasText: course }).click();
  await page.locator("main a[href*='/evaluate/']").first().click();
  await answerAll(page, after);
  await page.getByRole("button", { name: "Send answers" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Thank you for your answers");
  if (learner === learners[0]) await checkPage(page);
}

/** What an SDG member reads of the course. @returns how many people have both answers */
async function peopleBehindTheChange(): Promise<number> {
  const page = await openPage({ ...desk, signedInAs: "sdg@example.org", onlyLooks: true });
  await page.goto("/impact");
  await page.getByRole("main").getByRole("link", { name: course }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(
    /Confidence (rose|moved) by \+?\d\.\d points/,
  );
  const words = await page.getByRole("main").innerText();
  expect(words).toContain("we cannot say that training alone caused this");
  await checkPage(page);
  return Number(/Of (\d+) people with both answers/.exec(words)?.[1]);
}

async function anSdgMemberReadsTheGap(): Promise<void> {
  const page = await openPage({ ...desk, signedInAs: "sdg@example.org", onlyLooks: true });
  await page.goto("/needs");
  expect(await page.getByRole("main").innerText()).toMatch(/gap/i);
  await checkPage(page);
}
