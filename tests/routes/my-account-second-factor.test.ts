// The second step on its page: setting it up, for who wants it and for whose role asks for it.
import { expect, test } from "vitest";
import { hours, minutes } from "~/shared/clock";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import {
  browserOf,
  codeIn,
  giveFactor,
  halfMinute,
  oldKey,
  onPaper,
} from "../domain/accounts/signed-in-world";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { browserAt, codesIn, keyIn } from "./my-account-browser";

const path = "/my/account/second-factor";

async function site({ coordinates = false } = {}) {
  const { world, ann } = await worldWithAnn();
  if (coordinates) {
    world.db
      .insert(world.tables.roleGrants)
      .values({ personId: ann, role: "coordinator", grantedAt: 1 })
      .run();
  }
  const visit = siteOf(world);
  const browser = async () => {
    const open = browserAt(visit, "");
    await open.open("/sign-in", { email, password });
    return open;
  };
  const step = (here: Awaited<ReturnType<typeof browser>>, name: string, more = {}) =>
    here.open(path, { step: name, ...more });
  return { world, ann, visit, browser, step, here: await browser() };
}

test("offered to all: three steps, a picture and a key, a first code, and recovery codes shown once", async () => {
  const { world, here, step, browser } = await site();
  const before = here.cookies();
  const elsewhere = await browser();
  const start = await here.open(path);
  expect(titleOf(start)).toBe("Second step – Joint training");
  expect(wordsOf(start)).toContain("Set up a second step");
  expect(wordsOf(start)).not.toContain("Your role");
  const shown = await here.send(path, { step: "begin" });
  expect(shown.html).toMatch(/<img src="data:image\/svg\+xml;base64,/);
  expect(brokenReferences(shown)).toEqual([]);
  const key = keyIn(shown);
  expect(key).toHaveLength(32);
  expect(keyIn(await here.send(path, { step: "begin" }))).toBe(key);

  const typed = codeIn(world, key).replace(/^(...)/, " $1 ");
  const on = await step(here, "confirm", { code: typed });
  expect(on.status).toBe(200);
  expect(wordsOf(on)).toContain("Your second step is on.");
  expect(new Set(codesIn(on)).size).toBe(10);
  expect(on.html).toContain('href="/my/account"');
  expect((await here.open("/my")).status).toBe(200);
  expect((await browserAt(siteOf(world), before).open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect((await elsewhere.open("/my")).to).toBe("/sign-in?to=%2Fmy");

  const after = await here.open(path);
  expect(wordsOf(after)).toContain("It has been on since 3 November 2026.");
  expect(wordsOf(after)).toContain("You have 10 recovery codes left.");
  expect(codesIn(after)).toEqual([]);
  expect(keyIn(after)).toBe("");
  expect(brokenReferences(after)).toEqual([]);
});

test("from then on a password is not enough, and a recovery code in small letters with hyphens is, once", async () => {
  const { world, here, step, browser } = await site();
  const key = keyIn(await here.send(path, { step: "begin" }));
  const codes = codesIn(await step(here, "confirm", { code: codeIn(world, key) }));
  const given = { code: ` ${codes[3]?.toLowerCase()} ` };
  const next = await browser();
  expect((await next.open("/my")).to).toBe("/sign-in/code?to=%2Fmy");
  expect((await next.open("/sign-in/code", given)).to).toBe("/my");
  const another = await browser();
  expect((await another.open("/sign-in/code", given)).status).toBe(400);
  // The code that turned it on does not sign in as well; the next one does.
  expect((await another.open("/sign-in/code", { code: codeIn(world, key) })).status).toBe(400);
  world.clock.forward(halfMinute);
  expect((await another.open("/sign-in/code", { code: codeIn(world, key) })).to).toBe("/my");
  expect(wordsOf(await another.open(path))).toContain("You have 9 recovery codes left.");
});

test("looking at the page writes nothing, whatever stands there", async () => {
  const { world, ann, here } = await site();
  const written = () => world.db.$client.prepare("select total_changes()").pluck().get();
  for (const prepare of [() => {}, () => here.open(path, { step: "begin" }), () => giveFactor(world, ann)]) {
    world.db.delete(world.tables.secondFactors).run();
    await prepare();
    const before = written();
    await here.open(path);
    expect(written()).toBe(before);
  }
});

test.each([-1, 1])("a clock half a minute off (%i) can set it up", async (off) => {
  const { world, here, step } = await site();
  const key = keyIn(await here.send(path, { step: "begin" }));
  expect(codesIn(await step(here, "confirm", { code: codeIn(world, key, off) }))).toHaveLength(10);
});

test.each([-2, 2])(
  "a clock a minute off (%i half minutes) is told so beside the field, with the key still there",
  async (off) => {
    const { world, here, step } = await site();
    const key = keyIn(await here.send(path, { step: "begin" }));
    const page = await step(here, "confirm", { code: codeIn(world, key, off) });
    expect(page.status).toBe(400);
    expect(titleOf(page)).toBe("Error: Second step – Joint training");
    expect(errorSummaryOf(page)).toEqual([
      {
        message: "Enter the code that your app shows now. Each code works once; wait for the next one",
        to: "#field-code",
      },
    ]);
    expect(brokenReferences(page)).toEqual([]);
    expect(keyIn(page)).toBe(key);
  },
);

test.each(["", "12345", "recovery code"])(
  "%j is no code of an app, and the page says what is",
  async (code) => {
    const { here, step } = await site();
    await here.open(path, { step: "begin" });
    const page = await step(here, "confirm", { code });
    expect(page.status).toBe(400);
    const message = "Enter the 6 digits that your app shows";
    expect(errorSummaryOf(page)).toEqual([{ message, to: "#field-code" }]);
  },
);

test("a key of an hour ago is too old: the page says so and begins anew", async () => {
  const { world, here, step } = await site();
  const key = keyIn(await here.send(path, { step: "begin" }));
  world.clock.forward(hours(1));
  await here.open("/sign-in/again", { password });
  const page = await step(here, "confirm", { code: codeIn(world, key) });
  expect(errorSummaryOf(page)).toEqual([{ message: "This key no longer counts. Start again", to: null }]);
  expect(wordsOf(page)).toContain("Set up a second step");
  expect(keyIn(await here.send(path, { step: "begin" }))).not.toBe(key);
});

test("a key read by whoever else has the password is not the one that its owner confirms", async () => {
  const { world, here, step, browser } = await site();
  const thief = await browser();
  const read = keyIn(await thief.send(path, { step: "begin" }));
  expect(read).toHaveLength(32);
  expect(keyIn(await here.open(path))).toBe("");
  const key = keyIn(await here.send(path, { step: "begin" }));
  expect(key).not.toBe(read);
  expect(keyIn(await thief.open(path))).toBe("");
  expect(codesIn(await step(thief, "confirm", { code: codeIn(world, key) }))).toEqual([]);
  expect(codesIn(await step(here, "confirm", { code: codeIn(world, key) }))).toHaveLength(10);
  world.clock.forward(halfMinute);
  const later = await browser();
  expect((await later.open("/sign-in/code", { code: codeIn(world, read) })).status).toBe(400);
  expect((await later.open("/sign-in/code", { code: codeIn(world, key) })).to).toBe("/my");
});

test("whoever has not lately proved who they are does so first, by reading and by each step", async () => {
  const { world, ann, here, step } = await site();
  giveFactor(world, ann);
  const settled = browserAt(siteOf(world), (await browserOf(world, ann)).cookie);
  world.clock.forward(minutes(15));
  const again = "/sign-in/again?to=%2Fmy%2Faccount%2Fsecond-factor";
  expect((await settled.open(path)).to).toBe(again);
  const code = codeIn(world, oldKey);
  for (const name of ["begin", "confirm", "codes", "replace", "finish-replacing", "turn-off"]) {
    expect((await step(settled, name, { code })).to, name).toBe(again);
  }
  expect(here.cookies()).not.toBe("");
});

test("whose role asks for it is let in to nothing else, sets it up without further proof, and goes on", async () => {
  const { world, here, step } = await site({ coordinates: true });
  for (const to of [
    "/my",
    "/my/account",
    "/my/account/password",
    "/my/account/devices",
    "/my/account/details",
    "/my/account/data",
    "/manage",
    "/sign-in/again",
  ]) {
    expect((await here.open(to)).to, to).toBe(path);
    expect((await here.open(`${to}.data`)).html, to).not.toContain("Ann Learner");
    expect((await here.open(to, { password: "walnut-ferry-quilted", end: "others" })).to ?? path, to).toBe(
      path,
    );
  }
  world.clock.forward(minutes(20));
  const start = await here.open(path);
  expect(wordsOf(start)).toContain(
    "Your role lets you see other people’s records, so it needs a second step.",
  );
  expect(start.html).toContain('action="/sign-out"');
  const key = keyIn(await here.send(path, { step: "begin" }));
  const on = await step(here, "confirm", { code: codeIn(world, key) });
  expect(on.html).toMatch(/href="\/my"[^>]*>I have kept them/);
  expect((await here.open("/manage")).status).toBe(200);
});

test("once the role or the requirement is gone, they are let in with the next page", async () => {
  const { world, here } = await site({ coordinates: true });
  expect((await here.open("/manage")).to).toBe(path);
  world.db
    .update(world.tables.partnership)
    .set({ secondFactorRoles: ["admin"] })
    .run();
  expect((await here.open("/manage")).status).toBe(200);
});

test("whoever has the password and not the app gets past neither by reading nor by any step", async () => {
  const { world, ann, browser, step } = await site({ coordinates: true });
  giveFactor(world, ann);
  const thief = await browser();
  const kept = () => world.db.select().from(world.tables.secondFactors).all();
  const before = kept();
  const toCode = "/sign-in/code?to=%2Fmy%2Faccount%2Fsecond-factor";
  expect((await thief.open(path)).to).toBe(toCode);
  for (const name of ["begin", "confirm", "codes", "replace", "finish-replacing", "turn-off", ""]) {
    const answer = await step(thief, name, { code: onPaper[0] });
    expect([answer.to, codesIn(answer)], name).toEqual([toCode, []]);
  }
  expect(kept()).toEqual(before);
});

test("after five wrong codes even the right one waits", async () => {
  const { world, here, step } = await site();
  const key = keyIn(await here.send(path, { step: "begin" }));
  for (let i = 0; i < 5; i++) expect((await step(here, "confirm", { code: "000000" })).status).toBe(400);
  const page = await step(here, "confirm", { code: codeIn(world, key) });
  expect(page.status).toBe(429);
  expect(errorSummaryOf(page)[0]?.message).toBe("Too many tries. Wait 5 minutes");
});
