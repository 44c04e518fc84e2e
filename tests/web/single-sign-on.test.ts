// Single sign-on against a real provider: the whole way there and back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "~/shared/clock";
import { inShort, watch } from "../domain/support-check/ledger";
import { jarOf, titleOf, wordsOf } from "../domain/support-check/site";
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
      tellsAllInToken: false,
    }),
    startRealProvider({
      id: "trust",
      domains: ["trust.example.org"],
      secretIn: "body",
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
    messages: [],
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

  test.each([["pwd"], ["pwd", "otp"], ["mfa-not"]])("is asked for here after %s", async (...amr) => {
    const { world, site, ann } = signOnWorld(providers());
    withSecondFactor(world, ann);
    council.colleague("c-ann", anns, amr);
    const page = await signOn(site, "council");
    expect(authSessionsIn(world)).toMatchObject([{ secondFactorAt: null }]);
    expect((await site("/my", { cookie: jarOf(page) })).to).toBe("/sign-in/code?to=%2Fmy");
  });
});

describe("nobody is let in, and everybody is told why:", () => {
  const refused = (world: ReturnType<typeof signOnWorld>["world"], added: ReturnType<typeof watch>) => {
    expect(authSessionsIn(world)).toEqual([]);
    expect(identitiesIn(world)).toEqual([]);
    expect(added().audit).toMatchObject([
      { action: "accounts.sign-in refused", detail: { reason: "single sign-on" } },
    ]);
    expect(added().messages).toEqual([]);
  };

  test.each([
    [
      "an address outside the organisation's domains",
      { email: "ann@health.example.org", email_verified: true },
      "Your address does not belong to Testford council",
      "@police.example.org and @council.example.org",
    ],
    [
      "an address below one of its domains",
      { email: "ann@team.police.example.org", email_verified: true },
      "Your address does not belong to Testford council",
      "Sign in another way",
    ],
    [
      "an address that the organisation is not sure of",
      { email: "ann@police.example.org", email_verified: false },
      "Your work address is not confirmed",
      "has not checked your email address",
    ],
    [
      "no address",
      { name: "Ann Learner" },
      "We do not know your work address",
      "did not tell us your email address",
    ],
  ])("%s", async (_what, claims, heading, words) => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-other", claims);
    const added = watch(world);
    const page = await signOn(site, "council");
    expect(page.status).toBe(400);
    expect(titleOf(page)).toContain(heading);
    expect(wordsOf(page)).toContain(words);
    expect(page.html).toContain('href="/sign-in"');
    expect(jarOf(page.begun.started, page)).toBe("");
    refused(world, added);
  });

  test("someone who has left", async () => {
    const { world, site, ann } = signOnWorld(providers());
    world.db.$client.prepare("update people set disabled_at = 1 where id = ?").run(ann);
    council.colleague("c-ann", anns);
    const added = watch(world);
    const page = await signOn(site, "council");
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain("This account is closed");
    refused(world, added);
    expect(added().audit).toMatchObject([{ aboutPersonId: ann }]);
  });

  test("someone who presses Cancel there, and nothing of the organisation's own words is shown", async () => {
    const { world, site } = signOnWorld(providers());
    council.cancels();
    const added = watch(world);
    const page = await signOn(site, "council", "/courses");
    expect(page.back).toContain("error=access_denied");
    expect(page.status).toBe(400);
    expect(titleOf(page)).toContain("You are not signed in");
    expect(page.html).not.toContain("stranger");
    expect(page.html).toContain('action="/sign-in/with/council?to=%2Fcourses"');
    refused(world, added);
  });

  test("whoever brings the answer to another browser, and the browser that began can still finish", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const begun = await begin(site, "council");
    const back = await throughTheirs(begun.address);
    const added = watch(world);
    const page = await site(back);
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain("not begun in this browser");
    refused(world, added);
    expect(isSignedIn(await site(back, { cookie: begun.cookie }))).toBe(true);
  });

  test("whoever brings the answer of another round, and the round goes on", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const theirs = await throughTheirs((await begin(site, "council")).address);
    const begun = await begin(site, "council");
    const added = watch(world);
    const page = await site(theirs, { cookie: begun.cookie });
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain("not begun in this browser");
    expect(page.setCookies).toEqual([]);
    refused(world, added);
    const own = await throughTheirs(begun.address);
    expect(isSignedIn(await site(own, { cookie: begun.cookie }))).toBe(true);
  });

  test("whoever puts another round's code under this round's state", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const stolen = new URL(await throughTheirs((await begin(site, "council")).address), "http://x");
    const begun = await begin(site, "council");
    stolen.searchParams.set("state", begun.address.searchParams.get("state") ?? "");
    const added = watch(world);
    const page = await site(stolen.pathname + stolen.search, { cookie: begun.cookie });
    expect(page.status).toBe(400);
    expect(wordsOf(page)).toContain("We could not be sure that the answer came from Testford council");
    refused(world, added);
  });

  test("whoever comes back ten minutes later by our clock", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const begun = await begin(site, "council");
    const back = await throughTheirs(begun.address);
    world.clock.forward(minutes(10));
    const added = watch(world);
    const page = await site(back, { cookie: begun.cookie });
    expect(page.status).toBe(400);
    expect(titleOf(page)).toContain("You were away too long");
    refused(world, added);
    world.clock.forward(-1);
    expect(isSignedIn(await site(back, { cookie: begun.cookie }))).toBe(true);
  });

  test("whoever uses an answer twice, even with the cookie that was to be forgotten", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const page = await signOn(site, "council");
    const again = await site(page.back, { cookie: jarOf(page.begun.started, page) });
    expect([again.status, isSignedIn(again)]).toEqual([400, false]);
    expect(wordsOf(again)).toContain("or it was used already");
    const kept = await site(page.back, { cookie: page.begun.cookie });
    expect([kept.status, isSignedIn(kept)]).toEqual([400, false]);
    expect(authSessionsIn(world)).toHaveLength(1);
  });

  test("whoever brings one organisation's answer to the other's address", async () => {
    const { world, site } = signOnWorld(providers());
    council.colleague("c-ann", anns);
    const begun = await begin(site, "council");
    const back = (await throughTheirs(begun.address)).replace("/council/", "/trust/");
    const added = watch(world);
    expect((await site(back, { cookie: begun.cookie })).status).toBe(400);
    refused(world, added);
  });
});

test("eleven refusals from one network in five minutes end in a page that says how long to wait; successes do not count", async () => {
  const { world, site } = signOnWorld(providers());
  council.colleague("c-ann", anns);
  for (let n = 0; n < 11; n++) expect((await signOn(site, "council")).to).toBe("/my");
  const added = watch(world);
  for (let n = 0; n < 10; n++) expect((await site("/sign-in/with/council/return?state=x")).status).toBe(400);
  const page = await site("/sign-in/with/council/return?state=x");
  expect(page.status).toBe(429);
  expect(added().audit).toHaveLength(10);
});
