// Sessions of a journey's own, so that no other journey takes their places, and the way to book one.
import type { Page } from "playwright-core";
import { openPage } from "./browser";

/** An online session without questions before it, scheduled for the test. @returns its address: "/sessions/…" */
export async function scheduleSession({ places }: { places: number }): Promise<string> {
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto("/manage/sessions/new");
  await page.getByLabel("Course", { exact: true }).selectOption({ label: "Motivational interviewing" });
  await page.getByLabel("Online", { exact: true }).check();
  await page.getByLabel("Joining link").fill("https://meet.example.org/small");
  await page.getByLabel("Places").fill(String(places));
  const meeting = page.getByRole("group", { name: "Meeting 1" });
  await meeting.getByLabel("Date").fill("15/06/2027");
  await meeting.getByLabel("Starts").fill("9:30am");
  await meeting.getByLabel("Ends").fill("12:30");
  await page.getByLabel("Yes, publish it").check();
  await page.getByRole("button", { name: "Schedule session" }).click();
  return new URL(page.url()).pathname.replace("/manage/", "/");
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
