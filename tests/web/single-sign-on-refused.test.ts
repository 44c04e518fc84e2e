// Who comes back from a real provider and is not let in, and what they are told.
import { afterAll, beforeAll, expect, test } from "vitest";
import { minutes } from "~/shared/clock";
import { inShort, nothing, watch } from "../domain/support-check/ledger";
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
beforeAll(async () => {
  council = await startRealProvider({
    id: "council",
    domains: ["police.example.org", "council.example.org"],
    secretIn: "header",
    signsWith: "ES256",
    tellsAllInToken: false,
  });
});
afterAll(() => council.stop());

const providers = () => [council.settings, { ...council.settings, id: "trust", name: "Testford trust" }];
const anns = { email: "ann@police.example.org", email_verified: true, name: "Ann Learner" };

const refused = (world: ReturnType<typeof signOnWorld>["world"], added: ReturnType<typeof watch>) => {
  expect(authSessionsIn(world)).toEqual([]);
  expect(identitiesIn(world)).toEqual([]);
  expect(added().audit).toMatchObject([
    { action: "accounts.sign-in refused", detail: { reason: "single sign-on" } },
  ]);
  expect(added().messages).toEqual([]);
};

/** Any page can send any browser here. */
const nothingKept = (world: ReturnType<typeof signOnWorld>["world"], added: ReturnType<typeof watch>) => {
  expect([authSessionsIn(world), identitiesIn(world)]).toEqual([[], []]);
  expect(inShort(added())).toEqual(nothing);
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
  nothingKept(world, added);
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
  nothingKept(world, added);
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
  const page = await site(back, { cookie: begun.cookie });
  expect(page.status).toBe(400);
  expect(wordsOf(page)).toContain("not begun in this browser");
  nothingKept(world, added);
});
