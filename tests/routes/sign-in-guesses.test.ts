// Guessing at passwords: held up soon, and never so that it keeps the owner out.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { registerPerson } from "~/domain/accounts/accounts.server";
import { minutes } from "~/shared/clock";
import { details, email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import { brokenReferences, errorSummaryOf, jarOf, siteOf } from "../domain/support-check/site";

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

async function signInWorld() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const send = (form: Record<string, string>, to?: string, cookie?: string) =>
    visit(`/sign-in${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`, { form, cookie });
  return { ...world, world, visit, send, ann };
}

beforeEach(() => {
  vi.useFakeTimers();
  checks.hashes = [];
});
afterEach(() => {
  vi.useRealTimers();
});
const wrong = { email, password: "not the password" };

test("after ten wrong passwords the eleventh is not even looked at, right or wrong, until five minutes have passed", async () => {
  const { send } = await signInWorld();
  for (let i = 0; i < 10; i++) expect((await send(wrong)).status).toBe(400);
  checks.hashes = [];
  const page = await send({ email, password });
  expect(page.status).toBe(429);
  expect(checks.hashes).toEqual([]);
  expect(errorSummaryOf(page)).toEqual([
    { message: "Too many tries. Wait 5 minutes, or have a link emailed to you", to: "#field-password" },
  ]);
  expect(brokenReferences(page)).toEqual([]);
  vi.advanceTimersByTime(minutes(5) + 1000);
  expect((await send({ email, password })).status).toBe(302);
});

test("an address without an account is held up in the same way, so nobody learns that it has none", async () => {
  const { send } = await signInWorld();
  const unknown = { email: "nob@police.example.org", password: "not the password" };
  for (let i = 0; i < 10; i++) expect((await send(unknown)).status).toBe(400);
  expect((await send(unknown)).status).toBe(429);
});

test("a stranger's guesses do not lock the owner out: their own browser is counted apart, and a link is always there", async () => {
  const { visit, send } = await signInWorld();
  const known = jarOf(await send({ email, password }));
  const browser = known.split("; ").find((one) => one.startsWith("known-browser=")) ?? "";
  for (let i = 0; i < 12; i++) await send(wrong);
  expect((await send({ email, password })).status).toBe(429);
  expect((await send({ email, password }, "/my", browser)).status).toBe(302);
  expect((await visit("/sign-in/link", { form: { email } })).to).toBe("/sign-in/sent");
});

test("a known browser has a count of its own too, and a mark that was made up is no mark", async () => {
  const { send } = await signInWorld();
  const known = jarOf(await send({ email, password }));
  const browser = known.split("; ").find((one) => one.startsWith("known-browser=")) ?? "";
  for (let i = 0; i < 10; i++) expect((await send(wrong, "/my", browser)).status).toBe(400);
  expect((await send({ email, password }, "/my", browser)).status).toBe(429);
  expect((await send({ email, password })).status).toBe(302);
  for (let i = 0; i < 10; i++) await send(wrong);
  const made = `known-browser=${Buffer.from(JSON.stringify([email])).toString("base64")}`;
  expect((await send({ email, password }, "/my", made)).status).toBe(429);
});

test("a browser that is known for one account is not known for another", async () => {
  const { world, send } = await signInWorld();
  const ben = { email: "ben@police.example.org", identity: null };
  const joined = await registerPerson(world.stranger, ben, { ...details, name: "Ben" });
  expect(joined.ok).toBe(true);
  const known = jarOf(await send({ email: ben.email, password }));
  const browser = known.split("; ").find((one) => one.startsWith("known-browser=")) ?? "";
  for (let i = 0; i < 10; i++) await send(wrong);
  expect((await send({ email, password }, "/my", browser)).status).toBe(429);
});

test("right passwords use nothing up: a whole office signs in from one address", async () => {
  const { send } = await signInWorld();
  for (let i = 0; i < 12; i++) expect((await send({ email, password })).status).toBe(302);
});

test("one browser's wrong passwords do not use up another's, though both are known", async () => {
  const { send } = await signInWorld();
  const markOf = async () => {
    const jar = jarOf(await send({ email, password }));
    return jar.split("; ").find((one) => one.startsWith("known-browser=")) ?? "";
  };
  const [shared, own] = [await markOf(), await markOf()];
  expect(shared).not.toBe(own);
  for (let i = 0; i < 10; i++) await send(wrong, "/my", shared);
  expect((await send({ email, password }, "/my", shared)).status).toBe(429);
  expect((await send({ email, password }, "/my", own)).status).toBe(302);
});

test("letters that somebody else has sent to an address leave its owner's links alone", async () => {
  const { world, visit, send } = await signInWorld();
  const mallory = world.person();
  const ask = () => visit("/my/account/address", { as: mallory, form: { email } });
  for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(302);
  expect((await ask()).status).toBe(429);
  for (let i = 0; i < 10; i++) await send(wrong);
  expect((await visit("/sign-in/link", { form: { email } })).to).toBe("/sign-in/sent");
});
