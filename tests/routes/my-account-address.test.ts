// Another email address, from asking to using it, as its owner meets it; and everyone else who has the link.
import { expect, test } from "vitest";
import { linkToken } from "~/domain/accounts/accounts.server";
import { minutes } from "~/shared/clock";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import { browserOf, secret } from "../domain/accounts/signed-in-world";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { browserAt } from "./my-account-browser";

const address = "Ann.New@police.example.org";

async function site(to = address) {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const first = await browserOf(world, ann);
  const here = browserAt(visit, first.cookie);
  const elsewhere = browserAt(visit, (await browserOf(world, ann)).cookie);
  const ask = (given = to) => here.send("/my/account/address", { email: given });
  /** Where the newest letter's link leads. */
  const link = () => {
    const links = world.db.select().from(world.tables.signInLinks).all();
    const id = links.findLast(({ purpose }) => purpose === "change address")?.id ?? "";
    return `/my/account/address/${encodeURIComponent(linkToken(secret, id))}`;
  };
  return { world, ann, visit, here, elsewhere, ask, link, oldCookie: first.cookie };
}

test("asked for, a link is sent; its page tells what will happen; its button does it, once", async () => {
  const { visit, here, elsewhere, ask, link, oldCookie } = await site();
  const form = await here.open("/my/account/address");
  expect(titleOf(form)).toBe("Change your email address – Joint training");
  expect(brokenReferences(form)).toEqual([]);
  const sent = await ask();
  expect(titleOf(sent)).toBe("Check your email – Joint training");
  for (let i = 0; i < 3; i++) {
    const page = await here.open(link());
    expect(wordsOf(page)).toContain(`Your address will be ${address} .`);
    expect(wordsOf(page)).not.toContain("cannot book");
    expect(brokenReferences(page)).toEqual([]);
  }
  const used = await here.send(link(), {});
  expect(wordsOf(used)).toContain("Your email address is changed. You are signed out everywhere else.");
  expect(wordsOf(used)).toContain(`Email address ${address}`);
  expect((await elsewhere.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect((await visit("/my", { cookie: oldCookie })).to).toBe("/sign-in?to=%2Fmy");
  expect((await visit("/sign-in", { form: { email, password } })).status).toBe(400);
  expect((await visit("/sign-in", { form: { email: address, password } })).to).toBe("/my");
  const again = await here.open(link(), {});
  expect(again.status).toBe(400);
  expect(wordsOf(again)).toContain("This link no longer works");
});

test("whoever has not lately proved who they are does so first, by reading and by sending", async () => {
  const { world, here } = await site();
  world.clock.forward(minutes(15));
  const again = "/sign-in/again?to=%2Fmy%2Faccount%2Faddress";
  expect((await here.open("/my/account/address")).to).toBe(again);
  expect((await here.open("/my/account/address", { email: address })).to).toBe(again);
  expect(world.db.select().from(world.tables.signInLinks).all()).toEqual([]);
});

test("an address with an account and one without get the same page; only who proves it is told", async () => {
  const { world, here, ask, link } = await site();
  world.person();
  const taken = world.db.select().from(world.tables.people).all().at(-1)?.email ?? "";
  const [known, unknown] = [await ask(taken.toUpperCase()), await ask("nobody@police.example.org")];
  expect(known).toEqual(unknown);
  await ask(taken.toUpperCase());
  const page = await here.open(link(), {});
  expect(page.status).toBe(400);
  expect(wordsOf(page)).toContain("This address has an account already");
  expect(wordsOf(await here.open("/my/account"))).toContain(`Email address ${email}`);
});

test("an old link says so; a newer one overtakes it", async () => {
  const { world, here, ask, link } = await site();
  await ask();
  const first = link();
  await ask("ann.newer@police.example.org");
  expect(wordsOf(await here.open(first))).toContain("This link no longer works");
  world.clock.forward(minutes(10));
  const page = await here.open(link());
  expect(wordsOf(page)).toContain("This link is too old");
  expect((await here.open(link(), {})).status).toBe(400);
});

test("the link is nothing to anyone else: another person, a stranger, or one that was altered", async () => {
  const { world, visit, here, ask, link } = await site();
  await ask();
  const ben = world.person();
  for (const form of [undefined, {}]) {
    expect((await visit(link(), { as: ben, form })).status).toBe(404);
    expect((await visit(link(), { form })).to).toMatch(/^\/sign-in/);
    expect((await here.open(`${link()}x`, form)).status).toBe(404);
    expect((await here.open("/my/account/address/none", form)).status).toBe(404);
  }
  expect((await here.open(link(), {})).to).toBe("/my/account?done=address");
});

test("a stranger who opens the link signs in and comes back to it", async () => {
  const { visit, ask, link } = await site();
  await ask();
  const to = (await visit(link())).to ?? "";
  expect(new URL(to, "http://here.invalid").searchParams.get("to")).toBe(link());
  const signedIn = await visit(to, { form: { email, password } });
  expect(decodeURIComponent(signedIn.to ?? "")).toBe(decodeURIComponent(link()));
});

test.each([
  ["ann@mail.example", "Police has to confirm that you work there. Until then you cannot book."],
  ["ann@health.example.org", "It belongs to Health, so that becomes your agency. Health has to confirm"],
])("moving to %s is said to need a confirmation, before and after", async (to, told) => {
  const { world, here, ask, link } = await site(to);
  world.db
    .insert(world.tables.agencyDomains)
    .values({ domain: "health.example.org", agencyId: "health" })
    .run();
  await ask();
  expect(wordsOf(await here.open(link()))).toContain(told);
  expect(wordsOf(await here.send(link(), {}))).toContain("has not confirmed you yet");
});

test.each([
  ["", "Enter your work email address"],
  ["ann", "Enter an email address in the correct format, like name@example.org"],
  [email.toUpperCase(), "Enter another address: this is yours now"],
])("%j is refused in words", async (given, message) => {
  const { here } = await site();
  const page = await here.open("/my/account/address", { email: given });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([{ message, to: "#field-email" }]);
  expect(brokenReferences(page)).toEqual([]);
});

test("nobody's mailbox is filled: after three letters the fourth waits", async () => {
  const { world, here, ask } = await site();
  for (let i = 0; i < 3; i++) await ask();
  const page = await here.open("/my/account/address", { email: address.toLowerCase() });
  expect(page.status).toBe(429);
  expect(errorSummaryOf(page)[0]?.message).toMatch(/^Use the newest link in your email, or wait/);
  expect(
    world.db
      .select()
      .from(world.tables.outbox)
      .all()
      .filter(({ kind }) => kind === "address to confirm"),
  ).toHaveLength(3);
});
