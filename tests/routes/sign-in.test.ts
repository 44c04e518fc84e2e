// Signing in by the form and out again: one answer for every kind of wrong, and a way back that never leaves the house.
import { beforeEach, expect, test, vi } from "vitest";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import {
  brokenReferences,
  errorSummaryOf,
  jarOf,
  siteOf,
  titleOf,
  wordsOf,
} from "../domain/support-check/site";

const checks = vi.hoisted(() => ({ hashes: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const argon = await original<typeof import("@node-rs/argon2")>();
  return {
    ...argon,
    verify: (hash: string, password: string) => {
      checks.hashes.push(hash);
      return argon.verify(hash, password);
    },
  };
});
beforeEach(() => {
  checks.hashes = [];
});

async function signInWorld() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const send = (form: Record<string, string>, to?: string, cookie?: string) =>
    visit(`/sign-in${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`, { form, cookie });
  return { ...world, world, visit, send, ann };
}

const cookieIn = (setCookie: string | null) => setCookie?.split(";", 1)[0] ?? "";

test("the right address and password lead to My training with a cookie that scripts and other sites cannot use", async () => {
  const { visit, send } = await signInWorld();
  const page = await send({ email, password });
  expect([page.status, page.to]).toEqual([302, "/my"]);
  expect(page.cookie).toMatch(/^signed-in=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
  const my = await visit("/my", { cookie: cookieIn(page.cookie) });
  expect(my.status).toBe(200);
  expect(my.html).toContain("Ann Learner");
});

test("each signing in has a session of its own, and signing out ends that one alone", async () => {
  const { visit, send } = await signInWorld();
  const [here, there] = [
    cookieIn((await send({ email, password })).cookie),
    cookieIn((await send({ email, password })).cookie),
  ];
  expect(here).not.toBe(there);
  const out = await visit("/sign-out", { cookie: here, form: {} });
  expect([out.status, out.to]).toEqual([302, "/"]);
  expect(out.cookie).toMatch(/^signed-in=[^;]*; Max-Age=0/);
  expect((await visit("/my", { cookie: here })).to).toBe("/sign-in?to=%2Fmy");
  expect((await visit("/my", { cookie: there })).status).toBe(200);
});

test("a link to sign out does nothing: only a form ends a session", async () => {
  const { visit, send } = await signInWorld();
  const cookie = cookieIn((await send({ email, password })).cookie);
  expect((await visit("/sign-out", { cookie })).to).toBe("/");
  expect((await visit("/my", { cookie })).status).toBe(200);
});

test("a wrong password, an unknown address and an account of someone who has left get the same page for the same work", async () => {
  const { db, tables, send } = await signInWorld();
  const pages = [
    await send({ email, password: "not the password" }),
    await send({ email: "nob@police.example.org", password }),
  ];
  db.update(tables.people).set({ disabledAt: 1 }).run();
  pages.push(await send({ email, password }));
  const same = pages.map(({ html, ...page }) => ({
    ...page,
    html: html.replaceAll(email, "THE ADDRESS").replaceAll("nob@police.example.org", "THE ADDRESS"),
  }));
  expect(same[1]).toEqual(same[0]);
  expect(same[2]).toEqual(same[0]);
  expect(same[0]).toMatchObject({ status: 400, cookie: null });
  // One hash of the same cost checked each time.
  expect(checks.hashes).toHaveLength(3);
  expect(new Set(checks.hashes.map((hash) => hash.split("$").slice(0, 4).join("$"))).size).toBe(1);
});

test("a refusal says so in the title and beside the field, keeps the address and never the password", async () => {
  const { send } = await signInWorld();
  const page = await send({ email, password: "not the password" });
  expect(titleOf(page)).toBe("Error: Sign in – Joint training");
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter the address and password that you registered with", to: "#field-email" },
  ]);
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain(`value="${email}"`);
  expect(page.html).not.toContain("not the password");
});

test("blank fields are named in the order of the page", async () => {
  const { send } = await signInWorld();
  const page = await send({ email: "", password: "" });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page).map((error) => error.to)).toEqual(["#field-email", "#field-password"]);
  expect(brokenReferences(page)).toEqual([]);
});

test.each(["/courses?q=neglect&board=KIDS", "/sessions/abc/book", "/my"])(
  "the way back to %s is kept through the form and the link to register",
  async (to) => {
    const { visit, send } = await signInWorld();
    const page = await visit(`/sign-in?to=${encodeURIComponent(to)}`);
    const kept = `to=${encodeURIComponent(to)}`;
    expect(page.html.replaceAll("%20", "+")).toContain(`action="/sign-in?${kept}"`);
    expect(page.html).toContain(`href="/register?${kept}"`);
    expect((await send({ email, password }, to)).to).toBe(to);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "/%2F%2Fevil.example",
  "http:evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/my\r\nSet-Cookie: a=b",
  "/a/..//evil.example",
  "/.//evil.example",
  "/%5Cevil.example",
  "///evil.example",
])("the trick %j leads to My training and nowhere else", async (to) => {
  const { visit, send, ann } = await signInWorld();
  expect((await send({ email, password }, to)).to).toBe("/my");
  expect((await visit(`/sign-in?to=${encodeURIComponent(to)}`, { as: ann })).to).toBe("/my");
  const page = await visit(`/sign-in?to=${encodeURIComponent(to)}`);
  expect(page.html).not.toContain("evil.example");
  expect(page.html).not.toContain("javascript:");
});

test("someone signed in already is led on and not asked again", async () => {
  const { visit, ann } = await signInWorld();
  expect((await visit("/sign-in", { as: ann })).to).toBe("/my");
  expect((await visit("/sign-in?to=%2Fcourses", { as: ann })).to).toBe("/courses");
});

test("a cookie that was made up, or of a session that is no more, is a stranger's", async () => {
  const { visit, db, send } = await signInWorld();
  const cookie = cookieIn((await send({ email, password })).cookie);
  db.$client.exec("delete from auth_sessions");
  for (const made of [
    cookie,
    "signed-in=made-up",
    "signed-in=",
    "signed-in=%00",
    "signed-in=eyJ9",
    "other=1",
  ]) {
    expect((await visit("/my", { cookie: made })).to).toBe("/sign-in?to=%2Fmy");
    expect((await visit("/", { cookie: made })).status).toBe(200);
  }
});

test("someone who leaves is signed out with their next step", async () => {
  const { visit, db, tables, ann } = await signInWorld();
  expect((await visit("/my", { as: ann })).status).toBe(200);
  db.update(tables.people).set({ disabledAt: 1 }).run();
  expect((await visit("/my", { as: ann })).to).toBe("/sign-in?to=%2Fmy");
});

test("the page without anything typed has no error and says where to create an account", async () => {
  const { visit } = await signInWorld();
  const page = await visit("/sign-in");
  expect(titleOf(page)).toBe("Sign in – Joint training");
  expect(errorSummaryOf(page)).toEqual([]);
  expect(wordsOf(page)).toContain("Create an account");
  expect(page.html).toContain('href="/sign-in/link"');
  expect(brokenReferences(page)).toEqual([]);
});

test("signing in again from the same browser ends the session it had", async () => {
  const { visit, send } = await signInWorld();
  const first = jarOf(await send({ email, password }));
  const second = jarOf(await send({ email, password }, "/my", first));
  expect((await visit("/my", { cookie: first })).to).toBe("/sign-in?to=%2Fmy");
  expect((await visit("/my", { cookie: second })).status).toBe(200);
});
