// Sessions of a journey's own, so that no other journey takes their places, and the way to book one.
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openPage, signedInName } from "./browser";

/** As a coordinator types it. */
export type Meeting = { date: string; start: string; end: string };

type Planned = {
  places: number;
  course?: string;
  meetings?: Meeting[];
};

/** A course that anybody may book without being asked for more. */
export const ordinaryCourse = "Missing from Home guidance";

const inLondon = () => DateTime.now().setZone("Europe/London").setLocale("en-GB");

/** A day so many days from today: as it is typed, "24/11/2026", and as pages and letters say it, "24 November 2026". */
export function dayIn(days: number): { typed: string; words: string } {
  const day = inLondon().plus({ days });
  return { typed: day.toFormat("dd/MM/yyyy"), words: day.toFormat("d LLLL yyyy") };
}

/** Far from everything in the demonstration's programme. */
export const farOff = dayIn(330);

/** A session online, scheduled and published for the test. @returns its address: "/sessions/…" */
export async function scheduleSession(planned: Planned): Promise<string> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto("/manage/sessions/new");
  await fillPlan(page, planned);
  await page.getByLabel("Yes, publish it").check();
  await page.getByRole("button", { name: "Schedule session" }).click();
  const address = new URL(page.url()).pathname.replace("/manage/", "/");
  expect(address, "where the session is once it is scheduled").not.toBe("/sessions/new");
  return address;
}

/** The form of a session online, but for whether it is published. */
async function fillPlan(
  page: Page,
  {
    places,
    course = ordinaryCourse,
    meetings = [{ date: farOff.typed, start: "9:30am", end: "12:30" }],
  }: Planned,
) {
  await page.getByLabel("Course", { exact: true }).selectOption({ label: course });
  await page.getByLabel("Online", { exact: true }).check();
  await page.getByLabel("Joining link").fill("https://meet.example.org/small");
  await page.getByLabel("Places").fill(String(places));
  await fillMeetings(page, meetings);
}

export async function fillMeetings(page: Page, meetings: Meeting[]): Promise<void> {
  for (const [index, { date, start, end }] of meetings.entries()) {
    const group = page.getByRole("group", { name: `Meeting ${index + 1}` });
    await group.getByLabel("Date").fill(date);
    await group.getByLabel("Starts").fill(start);
    await group.getByLabel("Ends").fill(end);
  }
}

/** In ten minutes, so that its register is open now; just after midnight if today is too short. */
export function meetingSoon(): Meeting {
  const now = inLondon();
  const today = now.plus({ minutes: 58 }).hasSame(now, "day");
  const start = today ? now.plus({ minutes: 10 }) : now.plus({ days: 1 }).startOf("day");
  return {
    date: start.toFormat("dd/MM/yyyy"),
    start: start.toFormat("HH:mm"),
    end: start.plus({ minutes: 20 }).toFormat("HH:mm"),
  };
}

/** From the session's page to the booking, or to the waiting list where it is full. */
export async function book(page: Page, session: string): Promise<void> {
  await page.goto(session);
  await page.getByRole("link", { name: /Book a place|Join the waiting list/ }).click();
  await confirmBooking(page);
}

/** From the form to the booking. */
export async function confirmBooking(page: Page): Promise<void> {
  // Where something has to be weighed, the answers are checked first.
  const onward = page.getByRole("button", { name: "Continue" });
  if ((await onward.count()) > 0) await onward.click();
  await page.getByRole("button", { name: /Confirm booking|Join the waiting list|Ask for a place/ }).click();
}

/** Pages of learners of the demonstration, each signed in. */
export const openLearners = (numbers: number[], width = 360): Promise<Page[]> =>
  Promise.all(numbers.map((number) => openPage({ width, javaScript: false, signedInAs: learnerOf(number) })));

export const learnerOf = (number: number) => `learner0${number}@example.org`;

/** What a learner is called, by their own page. */
export async function nameOf(number: number): Promise<string> {
  const [page] = await openLearners([number]);
  return page ? signedInName(page) : "";
}
