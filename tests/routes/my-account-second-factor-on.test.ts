// The second step once it is on: other recovery codes, another app, or off; each only for who can give a current code.
import { expect, test } from "vitest";
import { worldWithAnn } from "../domain/accounts/accounts-world";
import {
  browserOf,
  codeIn,
  giveFactor,
  halfMinute,
  oldKey,
  onPaper,
} from "../domain/accounts/signed-in-world";
import { brokenReferences, errorSummaryOf, type Page, siteOf, wordsOf } from "../domain/support-check/site";
import { browserAt, codesIn, keyIn } from "./my-account-browser";

const path = "/my/account/second-factor";
const sealedIn = ({ html }: Page) => /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? "";

async function site({ coordinates = false } = {}) {
  const { world, ann } = await worldWithAnn();
  if (coordinates) {
    world.db
      .insert(world.tables.roleGrants)
      .values({ personId: ann, role: "coordinator", grantedAt: 1 })
      .run();
  }
  giveFactor(world, ann);
  const visit = siteOf(world);
  const browser = async () => browserAt(visit, (await browserOf(world, ann)).cookie);
  const here = await browser();
  const step = (name: string, more = {}) => here.open(path, { step: name, ...more });
  const factor = () => world.db.select().from(world.tables.secondFactors).get();
  return { world, ann, visit, browser, here, step, factor, code: () => codeIn(world, oldKey) };
}

test("new recovery codes are shown once, and the old ones sign nobody in", async () => {
  const { here, step } = await site();
  expect(wordsOf(await here.open(path))).toContain("You have 2 recovery codes left. Make new ones now");
  const page = await step("codes");
  expect(wordsOf(page)).toContain("Your new recovery codes are ready.");
  expect(codesIn(page)).toHaveLength(10);
  expect(codesIn(await here.open(path))).toEqual([]);
  expect((await step("replace", { code: onPaper[0] })).status).toBe(400);
  expect((await step("replace", { code: codesIn(page)[0] })).status).toBe(200);
});

test("another app: the current code, the new key, its first code; the old key works until then", async () => {
  const { world, browser, here, step, factor, code } = await site();
  const before = factor();
  const elsewhere = await browser();
  const shown = await step("replace", { code: code() });
  const key = keyIn(shown);
  expect(key).toHaveLength(32);
  expect(brokenReferences(shown)).toEqual([]);
  expect(factor()?.sealedKey).toBe(before?.sealedKey);

  const wrong = await step("finish-replacing", { sealed: sealedIn(shown), code: "000000" });
  expect([wrong.status, keyIn(wrong), sealedIn(wrong)]).toEqual([400, key, sealedIn(shown)]);
  expect(errorSummaryOf(wrong).map(({ to }) => to)).toEqual(["#field-code"]);
  const on = await step("finish-replacing", { sealed: sealedIn(shown), code: codeIn(world, key) });
  expect(codesIn(on)).toHaveLength(10);
  expect(factor()?.sealedKey).not.toBe(before?.sealedKey);
  expect((await elsewhere.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  world.clock.forward(halfMinute);
  expect((await step("replace", { code: code() })).status).toBe(400);
  expect((await here.open("/my")).status).toBe(200);
});

test("a factor that is on is not replaced without a current code, by any step or form made up", async () => {
  const { step, factor } = await site();
  const before = factor();
  expect((await step("begin")).to).toBe(path);
  expect(keyIn(await step("replace", { code: "000000" }))).toBe("");
  for (const name of ["confirm", "finish-replacing", "replace"]) {
    expect((await step(name, { code: "123456", sealed: before?.sealedKey })).status, name).toBe(400);
  }
  expect({ ...factor(), lastStep: null }).toEqual(before);
});

test("turned off by a current code: said so, and this browser goes on under a new cookie", async () => {
  const { visit, here, step, factor, code } = await site();
  const before = here.cookies();
  const off = await step("turn-off", { code: code() });
  expect(off.to).toBe("/my/account?done=second-step-off");
  const page = await here.open(off.to ?? "");
  expect(wordsOf(page)).toContain("The second step is off.");
  expect(wordsOf(page)).toContain("Second step Off");
  expect(factor()).toBeUndefined();
  expect((await visit("/my", { cookie: before })).to).toBe("/sign-in?to=%2Fmy");
});

test.each(["000000", "", "12345", "not a code at all"])("the code %j turns nothing off", async (code) => {
  const { step, factor } = await site();
  const page = await step("turn-off", { code });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page).map(({ to }) => to)).toEqual(["#field-code"]);
  if (code) expect(page.html).not.toContain(code);
  expect(factor()).toBeDefined();
});

test("where a role asks for it, it is not offered to turn it off, and the form for it is refused in words", async () => {
  const { here, step, factor, code } = await site({ coordinates: true });
  const page = await here.open(path);
  expect(page.html).not.toContain('value="turn-off"');
  expect(wordsOf(page)).toContain("Your role needs the second step, so it cannot be turned off.");
  const refused = await step("turn-off", { code: code() });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)[0]?.message).toBe(
    "Your role needs the second step, so it cannot be turned off",
  );
  expect(factor()).toBeDefined();
});

test("a step that does not exist leads back to the page", async () => {
  const { step } = await site();
  for (const name of ["", "constructor", "toString"]) {
    expect((await step(name, { code: "123456" })).to).toBe(path);
  }
});
