// A place in somebody's calendar, by mail and by subscription: booked, moved, cancelled; and an invitation declined.
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, pathOf, wordsOf } from "./support/browser";
import { type Entry, makeCalendarProgram, readCalendar } from "./support/calendar-program";
import { openLetter } from "./support/mail-tray";
import { book, dayIn, fillMeetings, learnerOf, ordinaryCourse, scheduleSession } from "./support/sessions";

const phone = { width: 360, javaScript: false };
const desk = { width: 1280, javaScript: false };
const day = dayIn(345);
const otherDay = dayIn(346);

const instantAt = (typed: string, time: string) =>
  DateTime.fromFormat(`${typed} ${time}`, "dd/MM/yyyy HH:mm", { zone: "Europe/London" }).toMillis();

/** The calendar that came with the letter on the page. */
const attachedTo = async (page: Page) => (await page.locator("main pre").textContent()) ?? "";

/** What is in the page's letter, as its one entry. */
async function entryIn(page: Page): Promise<Entry & { method: string | null }> {
  const { method, entries } = readCalendar(await attachedTo(page));
  const [entry] = entries;
  if (!entry || entries.length > 1) throw new Error(`There are ${entries.length} entries in ${page.url()}.`);
  return { method, ...entry };
}

/** As a calendar program asks: by the address alone. @returns the entry of that UID, or undefined */
async function subscribed(address: string, uid: string): Promise<Entry | undefined> {
  const answer = await fetch(address, { redirect: "manual" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/calendar/);
  expect(answer.headers.getSetCookie()).toEqual([]);
  const etag = answer.headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
  return readCalendar(await answer.text()).entries.find((entry) => entry.uid === uid);
}

/** Made on the page, by its one button. @returns the secret address */
async function makeAddress(page: Page): Promise<string> {
  await page.goto("/my");
  await page.getByRole("main").locator("a[href='/calendar/subscribe']").first().click();
  await page.getByRole("button", { name: "Make my calendar address" }).click();
  expect(await wordsOf(page)).toContain("Your calendar address is ready");
  await checkPage(page);
  return page.getByLabel("Your secret address").inputValue();
}

describe("a place in somebody's calendar", () => {
  it("is put in when booked, moved when the time changes, taken out when cancelled", {
    timeout: 180_000,
  }, async () => {
    const learner = learnerOf(271);
    const program = makeCalendarProgram();
    const session = await scheduleSession({
      places: 4,
      meetings: [{ date: day.typed, start: "9:30am", end: "12:30" }],
    });
    const mine = await openPage({ ...phone, signedInAs: learner });
    const tray = await openPage(phone);

    await book(mine, session);
    expect(await headingOf(mine)).toBe("Your place is confirmed");
    const booking = pathOf(mine);
    const address = await makeAddress(mine);

    await openLetter(tray, learner, new RegExp(`^Your place is confirmed: ${ordinaryCourse}, ${day.words}`));
    await checkPage(tray);
    expect(await wordsOf(tray)).toContain("A calendar invitation is attached.");
    const invitation = await entryIn(tray);
    const { uid } = invitation;
    expect(invitation).toMatchObject({
      method: "REQUEST",
      status: "CONFIRMED",
      title: ordinaryCourse,
      startsAt: instantAt(day.typed, "09:30"),
    });
    expect(program.receive(await attachedTo(tray))).toBe("puts it in");
    expect(await subscribed(address, uid)).toEqual(without(invitation));

    await aCoordinatorChangesTheTime(session);
    await openLetter(tray, learner, new RegExp(`^New time: ${ordinaryCourse}, ${day.words}`));
    await checkPage(tray);
    expect(await wordsOf(tray)).toContain("A calendar update is attached.");
    const update = await entryIn(tray);
    expect(update).toMatchObject({
      method: "REQUEST",
      uid,
      status: "CONFIRMED",
      startsAt: instantAt(day.typed, "13:15"),
    });
    expect(update.sequence).toBeGreaterThan(invitation.sequence);
    expect(program.receive(await attachedTo(tray))).toBe("moves it");
    expect(program.shown()).toEqual([without(update)]);
    expect(await subscribed(address, uid)).toEqual(without(update));

    await mine.goto(booking);
    await mine.getByRole("link", { name: "Cancel this booking" }).click();
    await mine.getByRole("button", { name: "Cancel your booking" }).click();
    expect(await headingOf(mine)).toBe("Booking cancelled");
    await openLetter(tray, learner, new RegExp(`^Your place is cancelled: ${ordinaryCourse}, ${day.words}`));
    await checkPage(tray);
    expect(await wordsOf(tray)).toContain("The attached calendar update takes it out of your calendar.");
    const withdrawal = await entryIn(tray);
    expect(withdrawal).toMatchObject({ method: "CANCEL", uid, status: "CANCELLED" });
    expect(withdrawal.sequence).toBeGreaterThan(update.sequence);
    expect(program.receive(await attachedTo(tray))).toBe("takes it out");
    expect(program.shown()).toEqual([]);
    // Whoever subscribed sees until the day after that it was called off, under the time it had.
    expect(await subscribed(address, uid)).toEqual({
      ...without(withdrawal),
      startsAt: instantAt(day.typed, "13:15"),
      title: `CANCELLED: ${ordinaryCourse}`,
    });

    // What comes late, or twice, no longer puts it back.
    await openLetter(tray, learner, new RegExp(`^New time: ${ordinaryCourse}, ${day.words}`));
    expect(program.receive(await attachedTo(tray))).toBe("leaves all as it is");
    expect(program.shown()).toEqual([]);
    for (const page of [mine, tray]) checkNoProblems(page);
  });

  it("stays booked when its invitation is declined: a letter asks", { timeout: 120_000 }, async () => {
    const learner = learnerOf(272);
    const session = await scheduleSession({
      places: 4,
      meetings: [{ date: otherDay.typed, start: "9:30am", end: "12:30" }],
    });
    const mine = await openPage({ ...phone, signedInAs: learner });
    const tray = await openPage(phone);
    await book(mine, session);
    const booking = pathOf(mine);
    const address = await makeAddress(mine);
    const confirmed = new RegExp(`^Your place is confirmed: ${ordinaryCourse}, ${otherDay.words}`);
    const asks = new RegExp(`^Do you want to cancel\\? ${ordinaryCourse}, ${otherDay.words}`);

    // Twice, as from a telephone and from a desk: it is asked about once.
    for (const _device of ["telephone", "desk"]) {
      await openLetter(tray, learner, confirmed);
      await tray.getByRole("button", { name: "Decline as a calendar program would" }).click();
      expect(await wordsOf(tray)).toContain("A letter asks whether to cancel the place.");
    }
    await checkPage(tray);
    await openLetter(tray, learner, asks, "You still have your place.");
    await checkPage(tray);
    expect(await tray.locator("main pre").count(), "an entry that would be put in or taken out").toBe(0);
    const leadsTo = await tray.getByRole("main").locator("a[href$='/cancellation']").getAttribute("href");
    expect(leadsTo).toBe(`${booking}/cancellation`);
    await tray.goto(`/mail-tray?${new URLSearchParams({ q: learner })}`);
    expect(await tray.getByRole("main").getByRole("link", { name: asks }).count()).toBe(1);

    await mine.goto(booking);
    expect(await headingOf(mine)).toBe("Your place is confirmed");
    await openLetter(tray, learner, confirmed);
    const invitation = await entryIn(tray);
    expect(await subscribed(address, invitation.uid)).toEqual(without(invitation));
    for (const page of [mine, tray]) checkNoProblems(page);
  });
});

/** The entry as such: a feed has no method. */
function without({ method: _method, ...entry }: Entry & { method: string | null }): Entry {
  return entry;
}

/** From half past nine to a quarter past one. */
async function aCoordinatorChangesTheTime(session: string): Promise<void> {
  const page = await openPage({ ...desk, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  await page.getByRole("main").locator("a[href$='/edit']").first().click();
  await fillMeetings(page, [{ date: day.typed, start: "1:15pm", end: "4:15pm" }]);
  await page.getByRole("button", { name: "Continue" }).click();
  await checkPage(page);
  expect(await wordsOf(page)).toContain("with a calendar update for those who have one");
  await page.getByRole("button", { name: "Save and tell 1 person" }).click();
  expect(await wordsOf(page)).toContain("The session is changed, and everyone concerned is told");
  checkNoProblems(page);
}
