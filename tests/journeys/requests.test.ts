// A course that asks for another one first: said to be done and not on our record, a coordinator looks at it.
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, signedInName, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { confirmBooking, farOff, learnerOf, scheduleSession } from "./support/sessions";

const course = "Graded Care Profile 2 Antenatal (GCP2A)";
const first = "Neglect and Graded Care Profile 2 (GCP2)";
/** Has never been on either, by the demonstration. */
const learner = learnerOf(300);

it("is asked for with what was done elsewhere, looked at by a coordinator, and confirmed", async () => {
  const session = await scheduleSession({ places: 4, course });
  const page = await openPage({ width: 360, javaScript: false, signedInAs: learner });
  await page.goto(session);
  await page.getByRole("link", { name: "Book a place" }).click();
  const asked = page.getByRole("group", { name: `Have you attended “${first}”` });
  await asked.getByLabel("No", { exact: true }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  expect(await headingOf(page)).toBe("You need something else first");
  await checkPage(page);
  await page.getByRole("button", { name: "Change answers" }).click();
  await asked.getByLabel("Yes", { exact: true }).check();
  const where = page.getByLabel(/[Ww]here/);
  if ((await where.count()) > 0) await where.first().fill("With another partnership, last spring");
  await checkPage(page);
  await confirmBooking(page);
  expect(await headingOf(page)).toBe("A coordinator is looking at your request");
  await checkPage(page);
  await openLetter(page, learner, /We are looking at your booking: Graded Care Profile 2 Antenatal/);

  const coordinator = await openPage({
    width: 1280,
    javaScript: false,
    signedInAs: "coordinator@example.org",
  });
  await coordinator.goto("/manage");
  await coordinator
    .getByRole("navigation", { name: "What waits for you" })
    .getByRole("link", { name: /bookings? to look at/ })
    .click();
  expect(await headingOf(coordinator)).toBe("Requests and approvals");
  await checkPage(coordinator);
  await coordinator.getByRole("button", { name: new RegExp(`^Accept.*${await signedInName(page)}`) }).click();
  await checkPage(coordinator);

  await page.goto(session);
  await page.getByRole("link", { name: "See your booking" }).click();
  expect(await headingOf(page)).toBe("Your place is confirmed");
  await openLetter(page, learner, /Your place is confirmed: Graded Care Profile 2 Antenatal/, farOff.words);
  expect(await wordsOf(page)).toContain(course);
  for (const each of [page, coordinator]) checkNoProblems(each);
});
