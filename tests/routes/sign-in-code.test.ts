// The second step of signing in, on its page: nothing else opens before it, and it cannot be guessed.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { codeAt, keyFrom, seal } from "~/domain/accounts/second-factor/second-factor";
import { minutes } from "~/shared/clock";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import { watch } from "../domain/support-check/ledger";
import {
  brokenReferences,
  errorSummaryOf,
  jarOf,
  siteOf,
  titleOf,
  wordsOf,
} from "../domain/support-check/site";
import { testSettings } from "../support/web";

const key = keyFrom("some chance");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function halfSignedIn() {
  const { world, ann } = await worldWithAnn();
  world.db
    .insert(world.tables.secondFactors)
    .values({
      personId: ann,
      sealedKey: seal(testSettings.secret, key, "once"),
      startedAt: 1,
      confirmedAt: 1,
    })
    .run();
  const visit = siteOf(world);
  const first = await visit("/sign-in?to=%2Fmy%2Fneeds", { form: { email, password } });
  const cookie = jarOf(first);
  const give = (code: string, to = "/my/needs") =>
    visit(`/sign-in/code?to=${encodeURIComponent(to)}`, { cookie, form: { code } });
  return { ...world, world, ann, visit, cookie, give, code: () => codeAt(key, world.clock.now()) };
}

test("the password alone opens no page of theirs: each leads to the second step and back", async () => {
  const { visit, cookie } = await halfSignedIn();
  expect((await visit("/my?x=1", { cookie })).to).toBe("/sign-in/code?to=%2Fmy%3Fx%3D1");
  expect((await visit("/my.data", { cookie })).html).not.toContain("Ann Learner");
  expect((await visit("/my/needs", { cookie, form: {} })).to).toBe("/sign-in/code");
  const home = await visit("/", { cookie });
  expect(home.status).toBe(200);
  expect(home.html).not.toContain("Ann Learner");
});

test("the right code leads on under a new cookie, and the old one is a stranger's", async () => {
  const { visit, cookie, give, code } = await halfSignedIn();
  const page = await visit("/sign-in/code", { cookie });
  expect(titleOf(page)).toBe("Enter your code – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  const given = await give(code());
  expect([given.status, given.to]).toEqual([302, "/my/needs"]);
  expect((await visit("/my", { cookie: jarOf(given) })).html).toContain("Ann Learner");
  expect((await visit("/my", { cookie })).to).toBe("/sign-in?to=%2Fmy");
});

test("a wrong code is refused beside its field and is not shown again", async () => {
  const { give } = await halfSignedIn();
  const page = await give("000 000");
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page).map((error) => error.to)).toEqual(["#field-code"]);
  expect(page.html).not.toContain("000 000");
  expect(brokenReferences(page)).toEqual([]);
});

test("after five wrong codes even the right one waits five minutes", async () => {
  const { give, code } = await halfSignedIn();
  for (let i = 0; i < 5; i++) expect((await give("000000")).status).toBe(400);
  const page = await give(code());
  expect(page.status).toBe(429);
  expect(errorSummaryOf(page)[0]?.message).toBe("Too many tries. Wait 5 minutes");
  vi.advanceTimersByTime(minutes(5) + 1000);
  expect((await give(code())).status).toBe(302);
});

test("the way on after the code stays on this service", async () => {
  const { give, code } = await halfSignedIn();
  expect((await give(code(), "//evil.example")).to).toBe("/my");
});

test("signing out is open to whoever owes a code; strangers and the fully signed in are led on", async () => {
  const { visit, ann, cookie } = await halfSignedIn();
  expect((await visit("/sign-in/code")).to).toBe("/sign-in?to=%2Fsign-in%2Fcode");
  expect((await visit("/sign-in/code", { as: ann })).to).toBe("/my");
  expect((await visit("/sign-out", { cookie, form: {} })).to).toBe("/");
  expect((await visit("/sign-in/code", { cookie })).to).toBe("/sign-in?to=%2Fsign-in%2Fcode");
});

test("a role that asks for a second step leads to setting one up, wherever they go", async () => {
  const { world, ann, visit } = { ...(await halfSignedIn()) };
  world.db.delete(world.tables.secondFactors).run();
  world.db.insert(world.tables.roleGrants).values({ personId: ann, role: "coordinator", grantedAt: 1 }).run();
  const cookie = jarOf(await visit("/sign-in", { form: { email, password } }));
  expect((await visit("/manage", { cookie })).to).toBe("/my/account/second-factor");
  expect((await visit("/sign-in/code", { cookie })).status).toBe(302);
});

test("the page says what to do without the app", async () => {
  const { visit, cookie } = await halfSignedIn();
  expect(wordsOf(await visit("/sign-in/code", { cookie }))).toMatch(/recovery codes.*Each works once/);
});

test("signing out before the code is in the audit trail as theirs", async () => {
  const { world, visit, ann, cookie } = await halfSignedIn();
  const added = watch(world);
  await visit("/sign-out", { cookie, form: {} });
  expect(added().audit).toMatchObject([{ action: "accounts.signed out", aboutPersonId: ann }]);
});

test("the step up renews the session; nobody has signed out", async () => {
  const { world, give, code } = await halfSignedIn();
  const added = watch(world);
  await give(code());
  expect(added().audit).toEqual([]);
});
