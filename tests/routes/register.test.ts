// Creating an account by the form: errors keep what was typed but never the password, and success signs the person in.
import { expect, test } from "vitest";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const password = "trombone-lichen-harbour";
const form = {
  name: "Ann Learner",
  email: "ann@police.example.org",
  agencyId: "health",
  roleGroupId: "front-line",
  password,
};

function registerWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const send = (more: Record<string, string> = {}, to = "") =>
    visit(`/register${to && `?to=${encodeURIComponent(to)}`}`, { form: { ...form, ...more } });
  const people = () => world.db.select().from(world.tables.people).all();
  return { ...world, world, visit, send, people };
}

test("the page asks for name, address, agency, kind of work and password, and has no error yet", async () => {
  const { visit } = registerWorld();
  const page = await visit("/register");
  expect(titleOf(page)).toBe("Create an account – Joint training");
  expect(errorSummaryOf(page)).toEqual([]);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(
    /Full name.*Work email address.*Which agency.*Health Police.*Front line.*Password/,
  );
});

test("success creates one person without any role, signs them in, and leads on", async () => {
  const { world, visit, send, people } = registerWorld();
  const added = watch(world);
  const page = await send();
  expect([page.status, page.to]).toEqual([302, "/my"]);
  const cookie = page.cookie?.split(";", 1)[0] ?? "";
  expect((await visit("/my", { cookie })).html).toContain("Ann Learner");
  expect(people().filter((person) => person.email === form.email)).toMatchObject([{ agencyId: "health" }]);
  expect(inShort(added())).toEqual({ audit: ["accounts.registered"], messages: ["welcome"] });
});

test("the way back is kept, and a trick in it leads to My training", async () => {
  const { send } = registerWorld();
  expect((await send({}, "/sessions/abc/book")).to).toBe("/sessions/abc/book");
  expect((await send({ email: "b@police.example.org" }, "//evil.example")).to).toBe("/my");
});

test("everything left blank is named in the order of the page, each message leading to its field", async () => {
  const { db, send } = registerWorld();
  const before = contentOf(db);
  const page = await send({ name: "", email: "", agencyId: "", roleGroupId: "", password: "" });
  expect(page.status).toBe(400);
  expect(titleOf(page)).toBe("Error: Create an account – Joint training");
  const errors = errorSummaryOf(page);
  expect(errors.map((error) => error.to)).toEqual([
    "#field-name",
    "#field-email",
    "#field-agencyId",
    "#field-roleGroupId",
    "#field-password",
  ]);
  for (const { message } of errors) expect(message).toMatch(/^(Enter|Select) /);
  expect(brokenReferences(page)).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test.each<[string, Record<string, string>, string]>([
  ["a password that is too short", { password: "elevenchars" }, "#field-password"],
  ["a password that is guessed first", { password: "password1234" }, "#field-password"],
  ["a password that is their name", { password: "AnnLearner12" }, "#field-password"],
  ["an address that is none", { email: "ann at work" }, "#field-email"],
  ["an agency that does not exist", { agencyId: "none" }, "#field-agencyId"],
  ["a kind of work that does not exist", { roleGroupId: "none" }, "#field-roleGroupId"],
  ["a name that is too long", { name: "x".repeat(121) }, "#field-name"],
])("%s is refused beside its field; what was typed stays, save the password", async (_, more, to) => {
  const { db, send } = registerWorld();
  const before = contentOf(db);
  const typed = { ...form, ...more };
  const page = await send(more);
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page).map((error) => error.to)).toEqual([to]);
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain(`value="${typed.name}"`);
  expect(page.html).toContain(`value="${typed.email}"`);
  expect(page.html).not.toContain(typed.password);
  if (!more.agencyId) expect(page.html).toMatch(/<option value="health" selected="">/);
  if (!more.roleGroupId)
    expect(page.html).toMatch(/value="front-line"[^>]*checked=""|checked=""[^>]*value="front-line"/);
  expect(contentOf(db)).toBe(before);
});

test("the password is not in the data behind a refused page either", async () => {
  const { visit } = registerWorld();
  const behind = await visit("/register.data", { form: { ...form, email: "" } });
  expect(behind.html).toContain("Ann Learner");
  expect(behind.html).not.toContain(password);
});

test("an address that has an account is refused beside the address and creates nothing", async () => {
  const { send, people } = registerWorld();
  await send();
  const page = await send({ email: "ANN@police.example.org", name: "Someone Else" });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([
    { message: "Sign in instead, or enter another address: this one has an account", to: "#field-email" },
  ]);
  expect(page.cookie).toBeNull();
  expect(people().filter((person) => person.name === "Someone Else")).toEqual([]);
});

test("sent twice at once it is one account", async () => {
  const { send, people } = registerWorld();
  const pages = await Promise.all([send(), send()]);
  expect(pages.map((page) => page.status).sort()).toEqual([302, 400]);
  expect(people().filter((person) => person.email === form.email)).toHaveLength(1);
});

test("extra fields give nobody a role, an id or another's account", async () => {
  const { world, send, people } = registerWorld();
  await send({
    role: "admin",
    roles: "coordinator",
    id: world.coordinator,
    personId: world.coordinator,
    passwordHash: "x",
    disabledAt: "1",
  });
  const [created] = people().filter((person) => person.email === form.email);
  expect(created?.id).not.toBe(world.coordinator);
  expect(created).toMatchObject({ disabledAt: null, passwordHash: expect.stringMatching(/^\$argon2id\$/) });
  const grants = world.db.select().from(world.tables.roleGrants).all();
  expect(grants.map((grant) => grant.personId)).toEqual([world.coordinator]);
});

test("what was typed as a name stands on the page as text", async () => {
  const { send } = registerWorld();
  const page = await send({ name: '"><script>alert(1)</script>', email: "" });
  expect(page.html).not.toContain("<script>alert");
});

test("someone signed in already is led on", async () => {
  const { world, visit } = registerWorld();
  expect((await visit("/register", { as: world.person() })).to).toBe("/my");
});
