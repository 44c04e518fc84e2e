// A coordinator changes the words of a letter, looks at them, saves, and goes back to those it came with.
import { expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage, wordsOf } from "./support/browser";
import { openLetter } from "./support/mail-tray";
import { book, dayIn, learnerOf, openLearners, ordinaryCourse, scheduleSession } from "./support/sessions";

const day = dayIn(347);
const confirmed = new RegExp(`Your place is confirmed: ${ordinaryCourse}, ${day.words}`);
/** Of this journey alone. */
const added = "Bring **a notebook** for {{courseAndDate}}.";
const inLetter = "Bring a notebook for";

it("the next letter has the new words, and after them the old", { timeout: 180_000 }, async () => {
  const session = await scheduleSession({
    places: 4,
    meetings: [{ date: day.typed, start: "9:30am", end: "12:30" }],
  });
  const [first, second] = await openLearners([273, 274]);
  if (!first || !second) throw new Error("Two people are needed.");
  const page = await openPage({ width: 1280, javaScript: false, signedInAs: "coordinator@example.org" });
  await page.goto("/manage");
  await page.getByRole("main").getByRole("link", { name: "Messages", exact: true }).click();
  await page.getByRole("link", { name: "Words of the letters" }).click();
  await page.getByRole("main").getByRole("link", { name: "Place confirmed", exact: true }).click();
  expect(await headingOf(page)).toContain("Place confirmed");
  expect(await wordsOf(page)).toContain("Nobody has changed this letter.");
  const subject = await page.getByLabel("Subject").inputValue();
  const cameWith = await page.getByLabel("Letter", { exact: true }).inputValue();
  const words = `${cameWith}\n\n${added}`;

  // What the letter does not know is said before anything is saved.
  await page.getByLabel("Letter", { exact: true }).fill(`${words} {{surname}}`);
  await page.getByRole("button", { name: "Preview" }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await wordsOf(page)).toContain("{{surname}}, which this letter does not know");
  await checkPage(page);

  await page.getByLabel("Letter", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Preview" }).click();
  expect(await wordsOf(page)).toContain("Nothing is saved yet.");
  const shown = page.frameLocator("iframe[title='The letter as mail programs show it']");
  expect(await shown.locator("body").innerText()).toContain(inLetter);
  expect(await shown.locator("strong").filter({ hasText: "a notebook" }).count()).toBe(1);
  await checkPage(page);
  await page.setViewportSize({ width: 320, height: 900 });
  await checkPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByLabel("Subject").fill(`${subject} (see inside)`);
  // By the keyboard: a pointer that follows a scroll at once is still taken to be over the letter's frame.
  await page.getByRole("button", { name: "Save words" }).press("Enter");
  await page.getByText("The words are saved. Letters have them from now on").waitFor();
  await checkPage(page);

  await book(first, session);
  const tray = await openPage({ width: 360, javaScript: false });
  await openLetter(tray, learnerOf(273), confirmed, inLetter);
  expect(await headingOf(tray)).toContain("(see inside)");
  expect(await tray.locator("main pre").count(), "the invitation goes with it as before").toBe(1);
  await checkPage(tray);

  await page.getByText("The words it came with").first().click();
  await page.getByRole("button", { name: "Go back to these words" }).click();
  expect(await wordsOf(page)).toContain("Letters have the words they came with again");
  expect(await page.getByLabel("Letter", { exact: true }).inputValue()).toBe(cameWith);
  expect(await page.getByRole("table", { name: "Earlier words of this letter" }).innerText()).toContain(
    "Back to the words it came with",
  );
  await checkPage(page);

  await book(second, session);
  await openLetter(tray, learnerOf(274), confirmed);
  expect(await headingOf(tray)).not.toContain("(see inside)");
  expect(await wordsOf(tray)).not.toContain(inLetter);
  // What has left stays as it was.
  await openLetter(tray, learnerOf(273), confirmed, inLetter);
  for (const each of [first, second, page, tray]) checkNoProblems(each);
});
