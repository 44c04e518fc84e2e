// Merging two accounts: finding the other, comparing, being sure, and what moved.
import { expect, test } from "vitest";
import { assessment, changePerson, personRow } from "../domain/personal-data/kept-records";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function mergeWorld() {
  const world = makeWorld();
  const admin = world.person({ name: "Admin", roles: ["admin"] });
  const kept = world.person({ name: "Siân O’Dair" });
  const other = world.person({ name: "Sian Odair", agencyId: "health" });
  changePerson(world, kept, { email: "sian@police.example.org" });
  changePerson(world, other, { email: "sian+old@health.example.org", accessNeeds: "A ramp" });
  const path = `/admin/people/${kept}/merge`;
  return { ...world, world, admin, kept, other, path, visit: siteOf(world) };
}

test("offers accounts with the same name, and finds others by part of a name or address", async () => {
  const { world, admin, other, path, visit } = mergeWorld();
  const namesake = world.person({ name: "siân o’dair" });
  const start = await visit(path, { as: admin });
  expect(titleOf(start)).toBe("Merge two accounts – Joint training");
  expect(brokenReferences(start)).toEqual([]);
  expect(start.html).toContain(`href="${path}?with=${namesake}"`);
  expect(start.html).not.toContain(`with=${other}`);
  const found = await visit(`${path}?q=${encodeURIComponent("SIAN+OLD@")}`, { as: admin });
  expect(found.html).toContain(`href="${path}?with=${other}"`);
  expect(wordsOf(found)).toContain("Sian Odair sian+old@health.example.org Health");
  // A sign that SQL would read as "anything".
  for (const q of ["%", "_ian", "nobody at all"])
    expect(wordsOf(await visit(`${path}?q=${encodeURIComponent(q)}`, { as: admin }))).toContain(
      "No other account",
    );
  for (let n = 0; n < 21; n++) world.person({ name: "Many Alike" });
  expect(wordsOf(await visit(`${path}?q=alike`, { as: admin }))).toContain("There are more.");
});

test("shows both side by side with what moves, merges once confirmed, and says what moved", async () => {
  const { world, admin, kept, other, path, visit } = mergeWorld();
  for (let n = 0; n < 3; n++) world.book(world.session(), other);
  world.db.delete(world.tables.outbox).run();
  assessment(world, other, 1);
  const compare = await visit(`${path}?with=${other}`, { as: admin });
  expect(brokenReferences(compare)).toEqual([]);
  const words = wordsOf(compare);
  expect(words).toContain("Email address sian@police.example.org sian+old@health.example.org");
  expect(words).toContain("3 bookings and 1 self-assessment move to sian@police.example.org.");
  expect(words).toContain("Access or dietary needs None told Told");
  expect(words).not.toContain("A ramp");

  const address = `${path}?with=${other}&keep=${kept}`;
  const unsure = await visit(address, { as: admin, form: { sure: "" } });
  expect(unsure.status).toBe(400);
  expect(titleOf(unsure)).toMatch(/^Error: /);
  expect(errorSummaryOf(unsure)).toEqual([
    { message: "Confirm that both accounts belong to the same person", to: "#field-sure" },
  ]);
  expect(brokenReferences(unsure)).toEqual([]);
  expect(personRow(world, other)?.mergedIntoId).toBeNull();

  const answer = await visit(address, { as: admin, form: { sure: "yes" } });
  expect(answer).toMatchObject({ status: 303, to: `${path}?merged=${other}` });
  expect(personRow(world, other)?.mergedIntoId).toBe(kept);
  const done = await visit(answer.to ?? "", { as: admin });
  expect(titleOf(done)).toBe("Accounts merged – Joint training");
  expect(brokenReferences(done)).toEqual([]);
  expect(wordsOf(done)).toContain("What moved 3 bookings 1 self-assessment");
  expect(wordsOf(done)).toContain(
    "sian+old@health.example.org is closed. It leads to sian@police.example.org.",
  );
  // Sent again from a page that was still open.
  const again = await visit(address, { as: admin, form: { sure: "yes" } });
  expect(again.status).toBe(400);
  expect(errorSummaryOf(again)[0]?.message).toContain("merged already");
});

test("the other account can be the one that stays", async () => {
  const { world, admin, kept, other, path, visit } = mergeWorld();
  const compare = await visit(`${path}?with=${other}&keep=${other}`, { as: admin });
  expect(wordsOf(compare)).toContain("Email address sian+old@health.example.org sian@police.example.org");
  expect(wordsOf(compare)).toContain("sian@police.example.org holds nothing that could move.");
  expect(wordsOf(compare)).toContain("Keep sian@police.example.org instead");
  const answer = await visit(`${path}?with=${other}&keep=${other}`, { as: admin, form: { sure: "yes" } });
  expect(answer.to).toBe(`/admin/people/${other}/merge?merged=${kept}`);
  expect(personRow(world, kept)?.mergedIntoId).toBe(other);
});

test("says which booking stays where both booked the same session, and why two on one register are refused", async () => {
  const { world, admin, kept, other, path, visit } = mergeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, other);
  world.book(sessionId, kept);
  const twice = wordsOf(await visit(`${path}?with=${other}`, { as: admin }));
  expect(twice).toContain(
    "Neglect, 17 November 2026: the booking of sian+old@health.example.org (confirmed) stays, and the one of sian@police.example.org (waiting) ends.",
  );
  const both = world.session();
  world.book(both, other);
  world.book(both, kept);
  world.clock.forward(world.days(15));
  const page = await visit(`${path}?with=${other}`, { as: admin });
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toContain("These accounts cannot be merged");
  expect(wordsOf(page)).toContain(
    "a register is evidence of who came. Disable the account that is not used instead.",
  );
  expect(wordsOf(page)).toContain("both are on the register, and it has begun.");
  expect(page.html).not.toContain("Merge the accounts");
  const refused = await visit(`${path}?with=${other}`, { as: admin, form: { sure: "yes" } });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)[0]?.message).toContain("Both accounts are on the register");
});

test("an account that is over, the same account, or one's own are refused in words", async () => {
  const { world, admin, kept, other, path, visit } = mergeWorld();
  expect(wordsOf(await visit(`${path}?with=${kept}`, { as: admin }))).toContain(
    "This is the same account twice.",
  );
  expect(wordsOf(await visit(`${path}?with=${admin}`, { as: admin }))).toContain(
    "signed in with the account that would close",
  );
  changePerson(world, other, { disabledAt: 1, mergedIntoId: admin });
  expect(wordsOf(await visit(`${path}?with=${other}`, { as: admin }))).toContain("merged already");
  expect(wordsOf(await visit(`/admin/people/${other}/merge`, { as: admin }))).toContain("merged already");
  expect((await visit(`${path}?q=sian`, { as: admin })).html).not.toContain(`with=${other}`);
});

test("says before a merge what does not go over: the lead of another agency, and ways in from elsewhere", async () => {
  const { world, admin, kept, other, path, visit } = mergeWorld();
  const asked = async () => wordsOf(await visit(`${path}?with=${other}`, { as: admin }));
  const role = { personId: other, role: "agency_lead" as const, grantedAt: 1 };
  world.db.insert(world.tables.roleGrants).values(role).run();
  const page = await asked();
  expect(page).toContain("holds nothing that could move");
  expect(page).toContain("nobody can sign in with it any more");
  expect(page).toContain("The role of agency lead does not move");
  changePerson(world, kept, { agencyId: "health", email: "sian@health.example.org" });
  const within = await asked();
  expect(within).toContain("1 role moves to");
  expect(within).toContain("It leads to the account that stays.");
  expect(within).not.toContain("does not move");
});

test("is for administrators; accounts and merges that are not there are not found", async () => {
  const { world, admin, other, path, coordinator, visit } = mergeWorld();
  expect((await visit(path, { as: coordinator })).status).toBe(403);
  expect((await visit(`${path}?with=${other}`, { as: coordinator, form: { sure: "yes" } })).status).toBe(403);
  expect((await visit(path)).to).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  for (const missing of ["/admin/people/nobody/merge", `${path}?with=nobody`, `${path}?merged=${other}`])
    expect((await visit(missing, { as: admin })).status, missing).toBe(404);
  expect((await visit(path, { as: admin, form: { sure: "yes" } })).status).toBe(404);
  expect(personRow(world, other)?.disabledAt).toBeNull();
});
