// How long records are kept: the rules with what is due, changing one, and running them now.
import { expect, test } from "vitest";
import { retentionCodes, retentionRules } from "~/domain/personal-data/personal-data";
import { instantOf } from "~/shared/civil-time";
import { keep } from "../domain/personal-data/kept-records";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const path = "/admin/retention";

function retentionWorld() {
  const world = makeWorld();
  const admin = world.person({ name: "Admin", roles: ["admin"] });
  return { ...world, world, admin, visit: siteOf(world) };
}
const monthsIn = ({ db, tables }: ReturnType<typeof makeWorld>) =>
  db.select().from(tables.retentionRules).all();

test("shows every rule with what is due and next, and says so when nothing is", async () => {
  const { world, admin, visit } = retentionWorld();
  const empty = await visit(path, { as: admin });
  expect(titleOf(empty)).toBe("How long records are kept – Joint training");
  expect(brokenReferences(empty)).toEqual([]);
  const words = wordsOf(empty);
  for (const code of retentionCodes) expect(words).toContain(retentionRules[code].records);
  expect(words).toContain("This has not run yet.");
  expect(words).toContain("Nothing is due.");
  expect(words).toContain("They are not cut loose from the booking yet");

  keep.letters(world, instantOf("2026-06-15", "12:00"));
  keep.letters(world, instantOf("2026-08-20", "12:00"));
  const full = wordsOf(await visit(path, { as: admin }));
  expect(full).toContain("3 months after the message was sent");
  expect(full).toContain("1 Oldest: 15 June 2026 20 November 2026");
  expect(full).toContain("1 record would end, as the table says. This cannot be undone.");
});

test("an administrator runs it with the count before them, and is told", async () => {
  const { world, admin, visit } = retentionWorld();
  const isWhole = keep.leavers(world, instantOf("2024-01-01", "12:00"));
  expect((await visit(path, { as: admin })).html).toContain("End 1 record");
  const answer = await visit(path, { as: admin, form: { intent: "run" } });
  expect(answer).toMatchObject({ status: 303, to: "/admin/retention?done=run" });
  expect(isWhole()).toBe(false);
  const after = wordsOf(await visit(answer.to ?? "", { as: admin }));
  expect(after).toContain("What had been kept long enough has ended.");
  expect(after).toContain("Last run: Tuesday 3 November 2026 at 10am.");
  expect(after).toContain("Nothing is due.");
  expect((await visit(path, { as: admin, form: { intent: "run" } })).status).toBe(303);
});

test("an administrator changes the months of one rule", async () => {
  const { world, admin, visit } = retentionWorld();
  const asking = await visit(`${path}?change=letters`, { as: admin });
  expect(brokenReferences(asking)).toEqual([]);
  expect(wordsOf(asking)).toContain(
    "Months to keep them after the message was sent, or written if it failed",
  );
  const saved = await visit(path, { as: admin, form: { intent: "change", rule: "letters", months: " 6 " } });
  expect(saved).toMatchObject({ status: 303, to: "/admin/retention?done=changed" });
  expect(monthsIn(world)).toMatchObject([{ rule: "letters", months: 6, changedBy: admin }]);
  expect(wordsOf(await visit(saved.to ?? "", { as: admin }))).toContain(
    "6 months after the message was sent",
  );
});

test.each([
  ["leavers", "5", "Enter 6 months or more"],
  ["letters", "0", "Enter 1 month or more"],
  ["letters", "241", "Enter 240 months or fewer"],
  ["letters", "-3", "Enter a whole number of months, like 24"],
  ["letters", "1e9", "Enter a whole number of months, like 24"],
  ["letters", "99999999999999999999", "Enter a whole number of months, like 24"],
  ["letters", "two", "Enter a whole number of months, like 24"],
  ["letters", "", "Enter how many months"],
])("%s kept for %j months is refused at its field, with what was typed", async (rule, months, message) => {
  const { world, admin, visit } = retentionWorld();
  const refused = await visit(path, { as: admin, form: { intent: "change", rule, months } });
  expect(refused.status).toBe(400);
  expect(titleOf(refused)).toMatch(/^Error: /);
  expect(errorSummaryOf(refused)).toEqual([{ message, to: "#field-months" }]);
  expect(brokenReferences(refused)).toEqual([]);
  if (months) expect(refused.html).toContain(`value="${months}"`);
  expect(monthsIn(world)).toEqual([]);
});

test("a rule that is not one, or none, is not found", async () => {
  const { world, admin, visit } = retentionWorld();
  for (const form of [{ intent: "change", rule: "everything", months: "9" }, { intent: "change" }, {}])
    expect((await visit(path, { as: admin, form: form as Record<string, string> })).status).toBe(404);
  expect((await visit(`${path}?change=everything`, { as: admin })).status).toBe(200);
  expect(monthsIn(world)).toEqual([]);
});

test("coordinators read only; nobody else gets in", async () => {
  const { world, visit, coordinator } = retentionWorld();
  keep.letters(world, 0);
  const read = await visit(`${path}?change=letters`, { as: coordinator });
  expect(wordsOf(read)).toContain("1 record will end with the next run. An administrator can run it now.");
  expect(read.html).not.toContain('<form method="post" action="/admin/retention"');
  expect(wordsOf(read)).not.toContain("Change");
  for (const form of [{ intent: "run" }, { intent: "change", rule: "letters", months: "9" }])
    expect((await visit(path, { as: coordinator, form: form as Record<string, string> })).status).toBe(403);
  expect((await visit(path, { as: world.person() })).status).toBe(403);
  expect((await visit(path)).to).toBe("/sign-in?to=%2Fadmin%2Fretention");
  expect(monthsIn(world)).toEqual([]);
});
