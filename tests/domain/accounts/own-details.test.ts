// What people change about themselves: kept as told, audited by the names of the fields only, and never another's.
import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { changedDetails, changeOwnDetails, readPerson } from "~/domain/accounts/accounts.server";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { email, details as joined, worldWithAnn } from "./accounts-world";

const { password: _password, ...told } = joined;
const details = { ...told, jobTitle: null };
const all = {
  name: "Ann Other",
  roleGroupId: "back-office",
  team: "Early help",
  jobTitle: "Team leader",
  lineManagerEmail: "boss@police.example.org",
  accessNeeds: "A hearing loop",
  dietaryNeeds: "No nuts",
};

async function annsWorld() {
  const { world, ann } = await worldWithAnn();
  const group = { id: "back-office", name: "Back office", description: "Meets nobody", position: 2 };
  world.db.insert(world.tables.roleGroups).values(group).run();
  return { world, ann, asAnn: world.as(ann), added: watch(world) };
}

test("everything told is kept; the audit trail names the fields and holds not a word of them", async () => {
  const { world, ann, asAnn, added } = await annsWorld();
  expect(changeOwnDetails(asAnn, all)).toEqual({ ok: true, value: { changed: true } });
  expect(readPerson(world, ann)).toMatchObject({ ...all, email, agencyId: "police" });
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "accounts.details changed",
      actorPersonId: ann,
      subjectKind: "person",
      subjectId: ann,
      aboutPersonId: ann,
      detail: { fields: expect.arrayContaining(Object.keys(all)) },
    },
  ]);
  expect(JSON.stringify(audit)).not.toMatch(/hearing|nuts|boss|Other|Early/);
  expect(messages).toEqual([]);
});

test("only what differs is named; the same again changes nothing at all", async () => {
  const { world, asAnn, added } = await annsWorld();
  changeOwnDetails(asAnn, { ...details, dietaryNeeds: "No nuts" });
  expect(added().audit.map((entry) => entry.detail)).toEqual([{ fields: ["dietaryNeeds"] }]);
  const before = digestOf(world.db);
  expect(changeOwnDetails(asAnn, { ...details, dietaryNeeds: "No nuts" })).toEqual({
    ok: true,
    value: { changed: false },
  });
  expect(digestOf(world.db)).toBe(before);
});

test("what is left blank is taken out again", async () => {
  const { world, ann, asAnn } = await annsWorld();
  changeOwnDetails(asAnn, all);
  changeOwnDetails(asAnn, { ...details, name: all.name });
  expect(readPerson(world, ann)).toMatchObject({ team: null, jobTitle: null, accessNeeds: null });
});

test.each([
  ["a kind of work that does not exist", { roleGroupId: "none" }, "no such kind of work"],
  ["themselves as line manager", { lineManagerEmail: email }, "own line manager"],
  ["themselves in other letters", { lineManagerEmail: email.toUpperCase() }, "own line manager"],
])("%s is refused and changes nothing", async (_, given, reason) => {
  const { world, asAnn } = await annsWorld();
  const before = digestOf(world.db);
  expect(changeOwnDetails(asAnn, { ...all, ...given })).toEqual({ ok: false, reason });
  expect(digestOf(world.db)).toBe(before);
});

test("strangers and the system have no details of their own to change", async () => {
  const { world } = await annsWorld();
  const before = digestOf(world.db);
  for (const ctx of [world.stranger, world.asSystem]) {
    expect(() => changeOwnDetails(ctx, all)).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});

test("nobody else's row is touched", async () => {
  const { world, ann, asAnn } = await annsWorld();
  const others = () =>
    world.db
      .select()
      .from(world.tables.people)
      .all()
      .filter((person) => person.id !== ann);
  const before = others();
  changeOwnDetails(asAnn, all);
  expect(others()).toEqual(before);
});

const read = (given: Record<string, string>) => {
  const posted = new FormData();
  for (const [name, value] of Object.entries({ name: "Ann", roleGroupId: "front-line", ...given })) {
    posted.set(name, value);
  }
  return parseWithZod(posted, { schema: changedDetails });
};

test.each(["Siân Ŵyn-Llŷr", "Ann 🦋 O’Neill", "آن بنت یوسف", "D'Arcy-Smith, PhD", "a".repeat(120)])(
  "the name %j is taken as it is",
  (name) => {
    expect(read({ name })).toMatchObject({ status: "success", value: { name } });
  },
);

test("signs that turn a line around or begin another are left out of names, teams and titles", () => {
  const given = { name: "Ann\u202e\r\nBcc: x", team: "A\tB", jobTitle: "C\u0000D" };
  expect(read(given)).toMatchObject({
    status: "success",
    value: { name: "Ann Bcc: x", team: "A B", jobTitle: "C D" },
  });
});

test("fields that are not on the form are left out, however they are named", () => {
  const submission = read({
    agencyId: "health",
    agencyStanding: "confirmed",
    email: "x@y.org",
    roles: "admin",
  });
  expect(Object.keys(submission.status === "success" ? submission.value : {}).sort()).toEqual([
    ...Object.keys(all).sort(),
  ]);
});

test.each([
  ["jobTitle", "x".repeat(121), "Enter a job title of 120 characters or fewer"],
  ["team", "x".repeat(121), "Enter a team name of 120 characters or fewer"],
  ["name", "  ", "Enter your full name"],
  [
    "lineManagerEmail",
    "boss",
    "Enter your line manager’s email address in the correct format, like name@example.org",
  ],
  ["accessNeeds", "x".repeat(1001), "Enter 1,000 characters or fewer"],
])("%s that cannot be used is told in words", (field, value, message) => {
  expect(read({ [field]: value })).toMatchObject({ status: "error", error: { [field]: [message] } });
});
