// The five stages of one course, on a phone: before, on arrival in the room, at the end, two months later, and the manager.
import { expect, inject, it } from "vitest";
import { qrCodeOf } from "~/web/qr-code.server";
import { answer, checkAtBothWidths, inTheCode, send } from "./support/answering";
import { checkNoProblems, headingOf, openPage, signedInName, wordsOf } from "./support/browser";
import { letDaysPass, letLettersLeave } from "./support/clock";
import { linkInLetter, openLetter } from "./support/mail-tray";
import { confirmBooking, learnerOf, meetingSoon, scheduleSession } from "./support/sessions";

const phone = { width: 320, javaScript: false };
/** It asks on arrival. */
const course = "Domestic Abuse";
const trainer = "trainer7@example.org";
/** As few as figures are shown of, each with a manager; the first is followed all the way, the others come along. */
const learners = [271, 272, 273, 274, 275].map((number) => ({
  email: learnerOf(number),
  manager: learnerOf(number + 10),
}));
const [followed, ...others] = learners;
const commitments = ["Ask about safety in every first visit", "Take one case to group supervision"] as const;

it("follows people from their booking to what their managers see", { timeout: 400_000 }, async () => {
  if (!followed) throw new Error("Somebody is followed.");
  const session = await scheduleSession({ places: 8, course, meetings: [meetingSoon()] });
  await aTrainerIsPutOn(session);
  const reference = await someoneBooks(session, followed, true);
  const references = [reference];
  for (const other of others) references.push(await someoneBooks(session, other, false));

  const register = await theRoomIsShownACode(session);
  for (const [index, booked] of references.entries())
    await someoneAnswersInTheRoom(register, booked, index === 0);

  await theRegisterIsFinished(register);
  await theEndIsAnsweredInTwoSittings(followed);
  for (const other of others) await theEndIsAnswered(other);

  letDaysPass(session, 57);
  letLettersLeave(61);
  await whatWasKeptIsTold(followed, true);
  for (const other of others) await whatWasKeptIsTold(other, false);

  letLettersLeave(130);
  for (const learner of learners) await theManagerAnswers(learner, learner === followed);
  await theCoordinatorSeesThemCounted(session);
});

async function aTrainerIsPutOn(session: string): Promise<void> {
  const name = await signedInName(await openPage({ ...phone, signedInAs: trainer }));
  const page = await openPage({ ...phone, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  const select = page.getByLabel("Trainer", { exact: true });
  const labels = await select.locator("option").allInnerTexts();
  await select.selectOption({ index: labels.findIndex((label) => label.startsWith(name)) });
  await page.getByLabel("Lead trainer").check();
  await page.getByLabel("They have told us that they can").check();
  await page.getByRole("button", { name: "Put on this session" }).click();
  expect(await wordsOf(page)).toContain(name);
}

/** Tells who their line manager is, and answers the questions before. @returns the booking's reference */
async function someoneBooks(
  session: string,
  { email, manager }: { email: string; manager: string },
  checked: boolean,
): Promise<string> {
  const page = await openPage({ ...phone, signedInAs: email });
  await page.goto("/my/account/details");
  await page.getByLabel("Your line manager’s email address").fill(manager);
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto(session);
  await page.getByRole("link", { name: "Book a place" }).click();
  await answer(page, 4);
  if (checked) await checkAtBothWidths(page);
  await confirmBooking(page);
  expect(await headingOf(page)).toBe("Your place is confirmed");
  const [reference = ""] = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(await wordsOf(page)) ?? [];
  expect(reference, "the reference of the booking").not.toBe("");
  checkNoProblems(page);
  return reference;
}

/** @returns the address of the register */
async function theRoomIsShownACode(session: string): Promise<string> {
  const page = await openPage({ ...phone, signedInAs: trainer });
  await page.goto(`/trainer${session}`);
  await page.locator("main a[href^='/trainer/registers/']").first().click();
  const register = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Show a code for the questions before the training" }).click();
  expect(await headingOf(page)).toContain("Scan to answer before we begin");
  const shown = await page.locator("img[alt^='QR code']").getAttribute("src");
  const minute = 60_000;
  const drawn = [0, minute].map((ago) => qrCodeOf(inject("baseUrl") + inTheCode(register, Date.now() - ago)));
  expect(await Promise.all(drawn)).toContain(shown);
  // The code is good for a minute: a page on a wall has to show the next one.
  await checkAtBothWidths(page, ["meta-refresh"]);
  return register;
}

/** Without signing in, by the reference of the booking. */
async function someoneAnswersInTheRoom(register: string, reference: string, checked: boolean): Promise<void> {
  const page = await openPage(phone);
  await page.goto(inTheCode(register, Date.now()));
  expect(await headingOf(page)).toContain("Find your questions");
  if (checked) {
    await checkAtBothWidths(page);
    await page.getByLabel("Your work email address or booking reference").fill("AAAA-2222");
    await page.getByRole("button", { name: "Go to my questions" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await checkAtBothWidths(page);
  }
  await page.getByLabel("Your work email address or booking reference").fill(reference);
  await page.getByRole("button", { name: "Go to my questions" }).click();
  expect(await headingOf(page)).toBe("On arrival");
  if (checked) await checkAtBothWidths(page);
  await answer(page, 4);
  await send(page);
  if (checked) await checkAtBothWidths(page);
  checkNoProblems(page);
}

async function theRegisterIsFinished(register: string): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: trainer });
  await page.goto(register);
  const marks = await page.locator(".app-mark").getByLabel("Present", { exact: true }).all();
  expect(marks).toHaveLength(learners.length);
  for (const mark of marks) await mark.check({ force: true });
  await page.getByRole("button", { name: "Finish register" }).click();
  expect(await wordsOf(page)).toContain("The end evaluation is open");
  await page.getByRole("link", { name: "Show the code to the room" }).click();
  expect(await headingOf(page)).toContain("Scan to say what changed");
  await checkAtBothWidths(page, ["meta-refresh"]);
}

/** By the link in the letter, with the script that saves while they type. */
async function theEndIsAnsweredInTwoSittings({ email }: { email: string }): Promise<void> {
  const page = await openPage({ width: 320, javaScript: true });
  await openLetter(page, email, new RegExp(`Tell us about your training: ${course},`));
  await page.goto(await linkInLetter(page, "/evaluate/"));
  expect(await headingOf(page)).toBe("At the end of the training");
  await answer(page, 8);
  await page
    .getByLabel("What is one thing that would make this training better?")
    .fill("More time to practise");
  await page.locator('[name="commitment-1-what"]').fill(commitments[0]);
  await page.locator('[name="commitment-1-by-when"]').fill("by the end of next month");
  await page.locator('[name="commitment-1-sure"]').selectOption("8");
  await page.getByText("Add a second thing").click();
  await page.locator('[name="commitment-2-what"]').fill(commitments[1]);
  await page.getByLabel("Yes, you may ask them").check({ force: true });
  const status = page.locator("#draft-status");
  await expect.poll(() => status.innerText(), { timeout: 15_000, interval: 200 }).toBe("Saved");
  await checkAtBothWidths(page);

  await page.reload();
  expect(await wordsOf(page)).toContain("What you gave so far is still here.");
  expect(await page.locator('.app-scale input[value="8"]:checked').count()).toBeGreaterThanOrEqual(6);
  expect(await page.getByLabel("What is one thing that would make this training better?").inputValue()).toBe(
    "More time to practise",
  );
  expect(await page.locator('[name="commitment-1-what"]').inputValue()).toBe(commitments[0]);
  expect(await page.locator('[name="commitment-1-sure"]').inputValue()).toBe("8");
  // What has been written in is open, so that nothing is sent unseen.
  expect(await page.locator('[name="commitment-2-what"]').isVisible()).toBe(true);
  expect(await page.locator('[name="commitment-2-what"]').inputValue()).toBe(commitments[1]);
  expect(await page.getByLabel("Yes, you may ask them").isChecked()).toBe(true);
  await checkAtBothWidths(page);
  await send(page);
  checkNoProblems(page);
}

/** Found on their own page, and sent at once. */
async function theEndIsAnswered({ email }: { email: string }): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: email });
  await page.goto("/my");
  await page
    .getByRole("link", { name: `Say what changed: ${course}` })
    .first()
    .click();
  await answer(page, 7);
  await page.locator('[name="commitment-1-what"]').fill(commitments[0]);
  await page.getByLabel("Yes, you may ask them").check({ force: true });
  await send(page);
}

async function whatWasKeptIsTold({ email }: { email: string }, checked: boolean): Promise<void> {
  const page = await openPage(phone);
  const promised = checked ? "2 things" : "1 thing";
  const said = `You wrote down ${promised} that you would do`;
  await openLetter(page, email, new RegExp(`After your training: ${course},`), said);
  await page.goto(await linkInLetter(page, "/evaluate/"));
  expect(await headingOf(page)).toBe("Two months on");
  if (checked) {
    for (const commitment of commitments) expect(await wordsOf(page)).toContain(commitment);
    await checkAtBothWidths(page);
  }
  await answer(page, 7);
  for (const [part, value] of [
    ["outcome", "done"],
    ["evidence", "supervision"],
    ["opportunity", "yes"],
  ] as const) {
    const choices = page.locator(`input[name^="follow-up-${part}-"][value="${value}"]`);
    expect(await choices.count()).toBe(checked ? commitments.length : 1);
    for (const choice of await choices.all()) await choice.check({ force: true });
  }
  await send(page);
  checkNoProblems(page);
}

/** By their letter; they need no account. */
async function theManagerAnswers(
  { email, manager }: { email: string; manager: string },
  checked: boolean,
): Promise<void> {
  const own = await openPage({ ...phone, signedInAs: email, onlyLooks: true });
  const name = await signedInName(own);
  const page = await openPage(phone);
  await openLetter(page, manager, new RegExp(`After training in your team: ${course},`), name);
  const link = await linkInLetter(page, "/evaluate/");
  await page.goto(link);
  expect(await headingOf(page)).toBe("What have you seen at work?");
  const words = await wordsOf(page);
  expect(words).toContain(name);
  expect(words).toContain(commitments[0]);
  // Nothing else that the learner said is told.
  expect(words).not.toContain("More time to practise");
  if (checked) await checkAtBothWidths(page);
  for (const choice of await page.locator('input[name^="follow-up-seen-"][value="yes"]').all())
    await choice.check({ force: true });
  await page.locator('input[name="answer-seen"][value="1"]').check({ force: true });
  await send(page);
  await page.goto(link);
  expect(await headingOf(page)).toBe("Thank you for your answers");
  checkNoProblems(page);
}

async function theCoordinatorSeesThemCounted(session: string): Promise<void> {
  const page = await openPage({ ...phone, signedInAs: "coordinator@example.org" });
  await page.goto(`/manage${session}`);
  await page.locator("main a[href$='/answers']").first().click();
  expect(await headingOf(page)).toContain("What they said");
  const rows = page.getByRole("table", { name: "Answers, stage by stage" }).getByRole("row");
  const answered = await rows.filter({ hasText: "5 of 5" }).count();
  expect(answered, await wordsOf(page)).toBe(5);
  const words = await wordsOf(page);
  expect(words).toMatch(/rose by|moved by/i);
  for (const each of learners) expect(words).not.toContain(each.email);
  await checkAtBothWidths(page);
}
