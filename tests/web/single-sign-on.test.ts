// Single sign-on against a real provider: the whole way there and back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf, inShort, watch } from "../domain/support-check/ledger";
import { jarOf, wordsOf } from "../domain/support-check/site";
import { type RealProvider, startRealProvider } from "./single-sign-on/real-provider";
import {
  authSessionsIn,
  begin,
  identitiesIn,
  isSignedIn,
  signOn,
  signOnWorld,
  throughTheirs,
} from "./single-sign-on/trip";

let council: RealProvider;
let trust: RealProvider;
beforeAll(async () => {
  [council, trust] = await Promise.all([
    startRealProvider({
      id: "council",
      domains: ["police.example.org", "council.example.org"],
      secretIn: "header",
      signsWith: "RS256",
      tellsAllInToken: false,
    }),
    startRealProvider({
      id: "trust",
      domains: ["trust.example.org"],
      secretIn: "body",
      signsWith: "ES256",
      tellsAllInToken: true,
    }),
  ]);
});
afterAll(() => {
  council.stop();
  trust.stop();
});

const providers = () => [council.settings, trust.settings];
const anns = { email: "Ann@Police.example.org", email_verified: true, name: "Ann Learner" };

test("someone with an account comes back signed in, where they were going, and the identity is theirs from then on", async () => {
  const { world, site, ann } = signOnWorld(providers());
  council.colleague("c-ann", anns);
  const added = watch(world);
  const page = await signOn(site, "council", "/courses?q=neglect");
  expect([page.status, page.to]).toEqual([302, "/courses?q=neglect"]);
  expect(authSessionsIn(world)).toMatchObject([
    { userId: ann, method: "single sign-on", secondFactorAt: null, provedAt: world.clock.now() },
  ]);
  expect(identitiesIn(world)).toEqual([
    { issuer: council.settings.issuer, subject: "c-ann", personId: ann, linkedAt: world.clock.now() },
  ]);
  expect(inShort(added())).toEqual({
    audit: ["accounts.identity linked", "accounts.signed in"],
    messages: ["account changed"],
  });
  // What was kept for the round is gone, and the person is in.
  const cookie = jarOf(page.begun.started, page);
  expect(cookie).not.toContain("signing-in");
  expect((await site("/my", { cookie })).html).toContain("Ann Learner");
});

test("the second time nothing is linked anew, and an address that has changed there does not matter", async () => {
  const { world, site, ann } = signOnWorld(providers());
  council.colleague("c-ann", anns);
  await signOn(site, "council");
  council.colleague("c-ann", { ...anns, email: "ann.married@police.example.org" });
  const added = watch(world);
  const page = await signOn(site, "council");
  expect(page.to).toBe("/my");
  expect(inShort(added()).audit).toEqual(["accounts.signed in"]);
  expect(authSessionsIn(world).map((one) => one.userId)).toEqual([ann, ann]);
});

test("a session that the browser had before ends", async () => {
  const { world, site } = signOnWorld(providers());
  council.colleague("c-ann", anns);
  const first = await signOn(site, "council");
  const begun = await begin(site, "council");
  const page = await site(await throughTheirs(begun.address), { cookie: jarOf(first, begun.started) });
  expect(isSignedIn(page)).toBe(true);
  expect(authSessionsIn(world)).toHaveLength(1);
  expect((await site("/my", { cookie: jarOf(first) })).to).toBe("/sign-in?to=%2Fmy");
});

test("someone without an account goes on to create one, with what is known filled in and no password asked", async () => {
  const { world, site } = signOnWorld(providers());
  trust.colleague("t-bo", { email: "bo@trust.example.org", email_verified: true, name: "Bo Newcomer" });
  const added = watch(world);
  const page = await signOn(site, "trust", "/courses");
  expect([page.status, page.to]).toEqual([302, "/register/details"]);
  expect(isSignedIn(page)).toBe(false);
  expect(inShort(added())).toEqual({ audit: [], messages: [] });
  const cookie = jarOf(page.begun.started, page);
  expect(cookie).not.toContain("signing-in");
  const form = await site("/register/details", { cookie });
  expect(form.html).toContain("bo@trust.example.org");
  expect(form.html).toContain('value="Bo Newcomer"');
  expect(form.html).not.toContain('type="password"');

  const joined = await site("/register/details", {
    cookie,
    form: { name: "Bo Newcomer", agencyId: "health", roleGroupId: "front-line" },
  });
  expect(joined.to).toBe("/courses");
  expect(identitiesIn(world)).toMatchObject([{ issuer: trust.settings.issuer, subject: "t-bo" }]);
  expect((await signOn(site, "trust")).to).toBe("/my");
});

describe("the second factor", () => {
  const withSecondFactor = (world: ReturnType<typeof signOnWorld>["world"], personId: string) =>
    world.db
      .insert(world.tables.secondFactors)
      .values({ personId, sealedKey: "sealed", startedAt: 1, confirmedAt: 1, lastStep: null })
      .run();

  test("that the organisation asked for counts here too", async () => {
    const { world, site, ann } = signOnWorld(providers());
    withSecondFactor(world, ann);
    council.colleague("c-ann", anns, ["pwd", "mfa"]);
    const page = await signOn(site, "council");
    expect(authSessionsIn(world)).toMatchObject([{ secondFactorAt: world.clock.now() }]);
    expect((await site("/my", { cookie: jarOf(page) })).status).toBe(200);
  });

  test.each([[["pwd"]], [["pwd", "otp"]], [["not mfa"]]])("is asked for here after %j", async (amr) => {
    const { world, site, ann } = signOnWorld(providers());
    withSecondFactor(world, ann);
    council.colleague("c-ann", anns, amr);
    const page = await signOn(site, "council");
    expect(authSessionsIn(world)).toMatchObject([{ secondFactorAt: null }]);
    expect((await site("/my", { cookie: jarOf(page) })).to).toBe("/sign-in/code?to=%2Fmy");
  });
});

describe("refusals from one network", () => {
  /** Answers to a round of this browser that the organisation turned away, one after the other. */
  async function declined(site: ReturnType<typeof signOnWorld>["site"], times: number) {
    const { cookie, address } = await begin(site, "council");
    const query = { error: "access_denied", state: address.searchParams.get("state") ?? "" };
    const back = `/sign-in/with/council/return?${new URLSearchParams({ ...query, iss: council.settings.issuer })}`;
    const statuses = new Set<number>();
    for (let n = 0; n < times; n++) statuses.add((await site(back, { cookie })).status);
    return [...statuses];
  }

  test("thirty in five minutes end in a page that says how long to wait; successes do not count", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    for (let n = 0; n < 3; n++) expect((await signOn(site, "council")).to).toBe("/my");
    const added = watch(world);
    expect(await declined(site, 30)).toEqual([400]);
    expect(added().audit).toHaveLength(30);
    expect(await declined(site, 1)).toEqual([429]);
    expect(added().audit).toHaveLength(30);
    // Passwords are counted apart, so a wrong one is looked at still.
    const typed = { email: "ann@police.example.org", password: "not the password" };
    expect((await site("/sign-in", { form: typed })).status).toBe(400);
  });

  test("wrong passwords of an office do not stop it", async () => {
    const { site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const wrong = (n: number) =>
      site("/sign-in", { form: { email: `x${n}@police.example.org`, password: "no no no" } });
    for (let n = 0; n < 10; n++) await wrong(n);
    expect((await wrong(10)).status).toBe(429);
    expect((await signOn(site, "council")).to).toBe("/my");
  });

  test.each(["", "?state=x", "?state=x&code=c", "?error=access_denied"])(
    "pictures on a stranger's page that lead to %s count for nothing and leave nothing",
    async (query) => {
      const { world, site } = signOnWorld(providers());
      council.colleague("c-ann", anns);
      const before = digestOf(world.db);
      for (let n = 0; n < 35; n++) {
        const page = await site(`/sign-in/with/council/return${query}`);
        expect([page.status, page.setCookies]).toEqual([400, []]);
        expect(wordsOf(page)).toContain("not begun in this browser");
      }
      expect(digestOf(world.db)).toBe(before);
      expect((await signOn(site, "council")).to).toBe("/my");
    },
  );
});
