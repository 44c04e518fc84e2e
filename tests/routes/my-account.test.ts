// My account: what is known and where to change it; what a missing confirmation means; and changing my details.
import { expect, test } from "vitest";
import { details, email, worldWithAnn } from "../domain/accounts/accounts-world";
import { browserOf, giveFactor } from "../domain/accounts/signed-in-world";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { browserAt } from "./my-account-browser";

async function site() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const { cookie } = await browserOf(world, ann);
  const set = (values: Partial<typeof world.tables.people.$inferInsert>) =>
    world.db.update(world.tables.people).set(values).run();
  return { world, ann, visit, set, ...browserAt(visit, cookie) };
}

const { password: _password, accessNeeds: _needs, ...asTyped } = details;
const typed = { ...asTyped, jobTitle: "", team: "", lineManagerEmail: "", accessNeeds: "", dietaryNeeds: "" };

test("the account says what is known, how I sign in, and where each is changed", async () => {
  const { world, ann, open, set } = await site();
  set({ team: "Early help", jobTitle: "Sergeant", accessNeeds: "A loop\nA ramp", dietaryNeeds: "No nuts" });
  giveFactor(world, ann);
  world.db
    .insert(world.tables.externalIdentities)
    .values({ issuer: "https://login.council.example", subject: "42", personId: ann, linkedAt: 1 })
    .run();
  const page = await open("/my/account");
  expect(titleOf(page)).toBe("Your account – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  const words = wordsOf(page);
  for (const told of [
    "Name Ann Learner Change your name",
    "Agency Police If this is wrong, write to the business unit",
    "Kind of work Front line Change",
    "Team Early help",
    "Job title Sergeant",
    "Line manager’s email address Not given",
    "Access needs A loop A ramp",
    "Dietary needs No nuts",
    `Email address ${email} Change`,
    "Password Set Change",
    "Second step On since 1 January 1970. 2 recovery codes left.",
    "Single sign-on https://login.council.example",
    "Where you are signed in 1 browser",
  ]) {
    expect(words).toContain(told);
  }
  for (const way of ["details", "address", "password", "second-factor", "devices", "data"]) {
    expect(page.html).toContain(`href="/my/account/${way}"`);
  }
  expect(page.html).not.toContain("argon2");
});

test("someone who told nothing and set nothing reads so", async () => {
  const { open, set } = await site();
  set({ passwordHash: null, roleGroupId: null });
  const words = wordsOf(await open("/my/account"));
  expect(words).toContain("Kind of work Not given");
  expect(words).toContain("Access needs None given");
  expect(words).toContain("Password Not set. You sign in with a link by email. Set a password");
  expect(words).toContain("Second step Off Set up");
  expect(words).not.toContain("Single sign-on");
});

test.each([
  ["confirmed", null],
  [
    "awaiting",
    "Police has not confirmed you yet. Until then you can look at everything, but you cannot book.",
  ],
  ["declined", "Police does not know you as one of theirs. So you cannot book."],
] as const)("an agency that is %s", async (agencyStanding, told) => {
  const { open, set } = await site();
  set({ agencyStanding });
  const words = wordsOf(await open("/my/account"));
  if (told) expect(words).toContain(told);
  else expect(words).not.toContain("cannot book");
});

test("the name in the header and My training both lead here", async () => {
  const { open } = await site();
  const page = await open("/my");
  expect(page.html).toMatch(/<a href="\/my\/account" class="app-header__link">.*?Ann Learner/s);
  expect(page.html).toContain('<a class="govuk-link" href="/my/account">Your account</a>');
});

test("details are shown, changed, and said to be saved", async () => {
  const { open, send, set } = await site();
  set({ team: "Early help", lineManagerEmail: "boss@police.example.org" });
  const form = await open("/my/account/details");
  expect(titleOf(form)).toBe("Your details – Joint training");
  expect(brokenReferences(form)).toEqual([]);
  expect(form.html).toContain('value="Early help"');
  expect(wordsOf(form)).toContain("You work for Police . If that is wrong, write to the business unit");
  const page = await send("/my/account/details", {
    ...typed,
    name: "Ann Ŵyn 🦋 O’Neill",
    team: "<b>Front</b>",
  });
  expect(wordsOf(page)).toContain("Your details are saved.");
  expect(wordsOf(page)).toContain("Name Ann Ŵyn 🦋 O’Neill");
  expect(page.html).toContain("&lt;b&gt;Front&lt;/b&gt;");
  expect(wordsOf(page)).toContain("Line manager’s email address Not given");
});

test("saved without a change, nothing is said to have changed", async () => {
  const { send } = await site();
  expect(wordsOf(await send("/my/account/details", typed))).not.toContain("saved");
});

test("what cannot be saved is named beside its field, with everything as it was typed", async () => {
  const { open } = await site();
  const page = await open("/my/account/details", {
    ...typed,
    name: "",
    lineManagerEmail: "boss",
    team: "Mine",
  });
  expect(page.status).toBe(400);
  expect(titleOf(page)).toBe("Error: Your details – Joint training");
  expect(errorSummaryOf(page).map(({ to }) => to)).toEqual(["#field-name", "#field-lineManagerEmail"]);
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain('value="Mine"');
});

test("nobody is their own line manager, in words", async () => {
  const { open } = await site();
  const page = await open("/my/account/details", { ...typed, lineManagerEmail: ` ${email.toUpperCase()} ` });
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter your line manager’s address, not your own", to: "#field-lineManagerEmail" },
  ]);
});

test("fields that are not on the form change nothing: not the agency, its standing, the address or a role", async () => {
  const { world, ann, open } = await site();
  const extra = { agencyId: "health", agencyStanding: "declined", email: "x@y.org", role: "admin", id: "x" };
  await open("/my/account/details", { ...typed, ...extra, personId: world.coordinator });
  const { person, actor } = { person: world.as(ann).actor, actor: world.as(ann).actor };
  expect(person).toMatchObject({ kind: "person", agencyId: "police", roles: new Set() });
  expect(actor).toMatchObject({ personId: ann });
  const row = world.db
    .select()
    .from(world.tables.people)
    .all()
    .find(({ id }) => id === ann);
  expect(row).toMatchObject({ email, agencyStanding: "confirmed" });
});

test("an address that says something was done, made up by somebody, says nothing", async () => {
  const { open } = await site();
  const page = await open("/my/account?done=constructor");
  expect(page.status).toBe(200);
  expect(page.html).not.toContain("govuk-notification-banner");
});
