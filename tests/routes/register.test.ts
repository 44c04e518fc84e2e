// Creating an account: the address is proved by a link, then the details; errors keep what was typed but no password.
import { expect, test } from "vitest";
import { linkToken } from "~/domain/accounts/accounts.server";
import { minutes } from "~/shared/clock";
import { password } from "../domain/accounts/accounts-world";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import {
  brokenReferences,
  errorSummaryOf,
  jarOf,
  siteOf,
  titleOf,
  wordsOf,
} from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

const email = "ann@police.example.org";
const form = { name: "Ann Learner", roleGroupId: "front-line", password };

/** A site where somebody asked to join and has the letter: `join` uses its link, `send` fills in the details. */
function registerWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const ask = (address = email, to = "") =>
    visit(`/register${to && `?to=${encodeURIComponent(to)}`}`, { form: { email: address } });
  const linkOf = (address = email) => {
    const links = world.db.select().from(world.tables.signInLinks).all();
    const link = links.filter((one) => one.email === address.toLowerCase()).at(-1);
    return `/sign-in/link/${linkToken(testSettings.secret, link?.id ?? "none")}`;
  };
  const join = async (address = email, to = "") => {
    await ask(address, to);
    return jarOf(await visit(linkOf(address), { form: {} }));
  };
  const send = (cookie: string, more: Record<string, string> = {}) =>
    visit("/register/details", { cookie, form: { ...form, ...more } });
  const people = () => world.db.select().from(world.tables.people).all();
  return { ...world, world, visit, ask, linkOf, join, send, people };
}

test("the page asks for the address alone, and has no error yet", async () => {
  const { visit } = registerWorld();
  const page = await visit("/register");
  expect(titleOf(page)).toBe("Create an account – Joint training");
  expect(errorSummaryOf(page)).toEqual([]);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(/Work email address/);
});

test("an address without an account and one with one get the same page, byte for byte, and a letter each", async () => {
  const { world, visit, ask, linkOf, send, join } = registerWorld();
  await send(await join());
  const [known, unknown] = [await ask(email), await ask("nob@police.example.org")];
  expect({ ...unknown }).toEqual({ ...known });
  expect(known.to).toBe("/sign-in/sent");
  expect(wordsOf(await visit("/sign-in/sent"))).toContain("We have sent a link");
  expect((await visit(linkOf(email))).html).toContain("You sign in as");
  expect((await visit(linkOf("nob@police.example.org"))).html).toContain("Your address will be");
  expect(inShort(watch(world)())).toEqual({ audit: [], messages: [] });
});

test("opening the link six times spends nothing; the button leads to the details, once", async () => {
  const { visit, ask, linkOf } = registerWorld();
  await ask();
  const link = linkOf();
  for (let i = 0; i < 6; i++) expect((await visit(link)).status).toBe(200);
  const used = await visit(link, { form: {} });
  expect([used.status, used.to]).toEqual([302, "/register/details"]);
  const again = await visit(link, { form: {} });
  expect(again.status).toBe(400);
  expect(wordsOf(again)).toContain("This link no longer works");
  expect(again.setCookies).toEqual([]);
});

test("a link that is too old says so and what to do; one that was made up is not found", async () => {
  const { world, visit, ask, linkOf } = registerWorld();
  await ask();
  const link = linkOf();
  world.clock.forward(minutes(10));
  for (const page of [await visit(link), await visit(link, { form: {} })]) {
    expect(wordsOf(page)).toMatch(/This link is too old.*Ask for a new link/);
    expect(page.setCookies).toEqual([]);
  }
  for (const made of ["/sign-in/link/x", `${link}x`, link.replace("~", "~A")]) {
    expect((await visit(made)).status).toBe(404);
    expect((await visit(made, { form: {} })).status).toBe(404);
  }
});

test("an agency's address is not asked for its agency again; the form asks what is still missing", async () => {
  const { visit, join } = registerWorld();
  const page = await visit("/register/details", { cookie: await join() });
  expect(titleOf(page)).toBe("About you – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(
    /ann@police.example.org , so you work for Police.*Full name.*Front line.*Password/,
  );
  expect(wordsOf(page)).not.toContain("Which agency");
});

test("success creates one person without any role, signs them in, and leads to where they were going", async () => {
  const { world, visit, join, send, people } = registerWorld();
  const cookie = await join(email, "/sessions/abc/book");
  const added = watch(world);
  const page = await send(cookie);
  expect([page.status, page.to]).toEqual([302, "/sessions/abc/book"]);
  expect((await visit("/my", { cookie: jarOf(page) })).html).toContain("Ann Learner");
  expect(people().filter((person) => person.email === email)).toMatchObject([{ agencyId: "police" }]);
  expect(inShort(added())).toEqual({ audit: ["accounts.registered"], messages: ["welcome"] });
  expect(page.setCookies.find((one) => one.startsWith("joining="))).toMatch(/Max-Age=0/);
});

test("an address that no agency has picks one, and cannot book before it is confirmed", async () => {
  const { world, visit, join, send, people } = registerWorld();
  const cookie = await join("ann@charity.example.com");
  expect(wordsOf(await visit("/register/details", { cookie }))).toMatch(/Which agency.*Health Police/);
  const done = await send(cookie, { agencyId: "health" });
  expect(done.status).toBe(302);
  const ann = people().find((person) => person.email === "ann@charity.example.com");
  expect(ann).toMatchObject({ agencyStanding: "awaiting", agencyId: "health" });
  const sessionId = world.session();
  const booked = await visit(`/sessions/${sessionId}/book`, {
    cookie: jarOf(done),
    form: { step: "confirm", accessNeeds: "" },
  });
  expect(booked.to).toBe(`/sessions/${sessionId}`);
  expect(wordsOf(await visit(`/sessions/${sessionId}`, { cookie: jarOf(done) }))).toContain(
    "You can book once Health confirms that you work there.",
  );
  expect(world.count("bookings")).toBe(0);
  expect(wordsOf(await visit("/my", { cookie: jarOf(done) }))).toContain(
    "You can book once Health confirms that you work there.",
  );
});

test("a password may be left out: a link signs them in whenever they come", async () => {
  const { visit, ask, linkOf, join, send, people } = registerWorld();
  expect((await send(await join(), { password: "" })).status).toBe(302);
  expect(people().find((person) => person.email === email)?.passwordHash).toBeNull();
  await ask();
  const page = await visit(linkOf(), { form: {} });
  expect([page.status, page.to]).toEqual([302, "/my"]);
  expect((await visit("/my", { cookie: jarOf(page) })).status).toBe(200);
});

test("without a proved address, with one made up or after an hour, the details lead back to the beginning", async () => {
  const { world, visit, send, join, people } = registerWorld();
  const made = `joining=${Buffer.from(JSON.stringify({ email, identity: null, name: null, returnTo: "/", until: 9e15 })).toString("base64")}`;
  for (const cookie of ["", made, `${made}.x`, "joining=%00"]) {
    expect((await visit("/register/details", { cookie })).to).toBe("/register");
    expect((await send(cookie)).to).toBe("/register");
  }
  const cookie = await join();
  world.clock.forward(minutes(60));
  expect((await send(cookie)).to).toBe("/register");
  expect(people()).toHaveLength(1);
});

test("everything left blank is named in the order of the page, each message leading to its field", async () => {
  const { db, join, send } = registerWorld();
  const cookie = await join("ann@charity.example.com");
  const before = contentOf(db);
  const page = await send(cookie, { name: "", agencyId: "", roleGroupId: "", password: "" });
  expect(page.status).toBe(400);
  expect(titleOf(page)).toBe("Error: About you – Joint training");
  const errors = errorSummaryOf(page);
  expect(errors.map((error) => error.to)).toEqual(["#field-name", "#field-agencyId", "#field-roleGroupId"]);
  for (const { message } of errors) expect(message).toMatch(/^(Enter|Select) /);
  expect(brokenReferences(page)).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test.each<[string, Record<string, string>, string]>([
  ["a password that is too short", { password: "elevenchars" }, "#field-password"],
  ["a password that is guessed first", { password: "leavemealone" }, "#field-password"],
  ["a password that is their name", { password: "AnnLearner12" }, "#field-password"],
  ["an agency that does not exist", { agencyId: "none" }, "#field-agencyId"],
  ["no agency", { agencyId: "" }, "#field-agencyId"],
  ["a kind of work that does not exist", { roleGroupId: "none" }, "#field-roleGroupId"],
  ["a name that is too long", { name: "x".repeat(121) }, "#field-name"],
  ["a line manager's address that is none", { lineManagerEmail: "boss" }, "#field-lineManagerEmail"],
])("%s is refused beside its field; what was typed stays, save the password", async (_, more, to) => {
  const { db, join, send } = registerWorld();
  const cookie = await join("ann@charity.example.com");
  const before = contentOf(db);
  const typed: Record<string, string> = { ...form, agencyId: "health", ...more };
  const page = await send(cookie, typed);
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page).map((error) => error.to)).toEqual([to]);
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain(`value="${typed.name}"`);
  expect(page.html).not.toContain(typed.password);
  if (!("agencyId" in more)) expect(page.html).toMatch(/<option value="health" selected="">/);
  if (!more.roleGroupId)
    expect(page.html).toMatch(/value="front-line"[^>]*checked=""|checked=""[^>]*value="front-line"/);
  expect(contentOf(db)).toBe(before);
});

test("the password is not in the data behind a refused page either", async () => {
  const { visit, join } = registerWorld();
  const cookie = await join();
  const behind = await visit("/register/details.data", { cookie, form: { ...form, roleGroupId: "" } });
  expect(behind.html).toContain("Ann Learner");
  expect(behind.html).not.toContain(password);
});

test("sent twice at once it is one account", async () => {
  const { join, send, people } = registerWorld();
  const cookie = await join();
  const pages = await Promise.all([send(cookie), send(cookie)]);
  expect(pages.map((page) => page.status).sort()).toEqual([302, 400]);
  expect(people().filter((person) => person.email === email)).toHaveLength(1);
});

test("extra fields give nobody a role, an id, an agency or another's account", async () => {
  const { world, join, send, people } = registerWorld();
  await send(await join("ann@charity.example.com"), {
    agencyId: "health",
    role: "admin",
    roles: "coordinator",
    id: world.coordinator,
    personId: world.coordinator,
    email: "someone-else@police.example.org",
    agencyStanding: "confirmed",
    passwordHash: "x",
    disabledAt: "1",
  });
  const [created, ...more] = people().filter((person) => person.id !== world.coordinator);
  expect(more).toEqual([]);
  expect(created).toMatchObject({
    email: "ann@charity.example.com",
    agencyStanding: "awaiting",
    disabledAt: null,
    passwordHash: expect.stringMatching(/^\$argon2id\$/),
  });
  const grants = world.db.select().from(world.tables.roleGrants).all();
  expect(grants.map((grant) => grant.personId)).toEqual([world.coordinator]);
});

test("what was typed as a name stands on the page as text", async () => {
  const { join, send } = registerWorld();
  const page = await send(await join(), { name: '"><script>alert(1)</script>', roleGroupId: "" });
  expect(page.html).not.toContain("<script>alert");
});

test("someone signed in already is led on", async () => {
  const { world, visit } = registerWorld();
  expect((await visit("/register", { as: world.person() })).to).toBe("/my");
});

test("no mailbox is filled with letters that a stranger asks for: three in ten minutes, whoever asks", async () => {
  const { world, ask } = registerWorld();
  const added = watch(world);
  for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(302);
  const page = await ask();
  expect(page.status).toBe(429);
  expect(errorSummaryOf(page)[0]?.message).toMatch(/^Use the newest link in your email, or wait 10 minutes/);
  expect(added().messages).toHaveLength(3);
});

test("forms that have to be put right use up nobody's registrations", async () => {
  const { join, send } = registerWorld();
  const cookie = await join();
  for (let i = 0; i < 61; i++) expect((await send(cookie, { password: "leavemealone" })).status).toBe(400);
  expect((await send(cookie)).status).toBe(302);
});
