// Setting a password on its page: only for who has just proved who they are, and the end of every other browser.
import { expect, test } from "vitest";
import { minutes } from "~/shared/clock";
import { password as before, email, worldWithAnn } from "../domain/accounts/accounts-world";
import { browserOf } from "../domain/accounts/signed-in-world";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { browserAt } from "./my-account-browser";

const password = "walnut-ferry-quilted";

async function site() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const here = await browserOf(world, ann);
  const elsewhere = await browserOf(world, ann);
  return {
    world,
    visit,
    here: browserAt(visit, here.cookie),
    elsewhere: browserAt(visit, elsewhere.cookie),
    oldCookie: here.cookie,
  };
}

test("a new password: this browser goes on, its old cookie and the other browser are strangers with their next page", async () => {
  const { visit, here, elsewhere, oldCookie } = await site();
  expect((await elsewhere.open("/my")).status).toBe(200);
  const page = await here.send("/my/account/password", { password });
  expect(wordsOf(page)).toContain("Your password is set. You are signed out everywhere else.");
  expect((await here.open("/my")).status).toBe(200);
  expect((await elsewhere.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect((await visit("/my", { cookie: oldCookie })).to).toBe("/sign-in?to=%2Fmy");
  const signIn = (given: string) => visit("/sign-in", { form: { email, password: given } });
  expect((await signIn(before)).status).toBe(400);
  expect((await signIn(password)).to).toBe("/my");
});

test("whoever proved who they are more than 15 minutes ago does so first, by reading and by sending", async () => {
  const { world, here, visit } = await site();
  world.clock.forward(minutes(15));
  const again = "/sign-in/again?to=%2Fmy%2Faccount%2Fpassword";
  expect((await here.open("/my/account/password")).to).toBe(again);
  expect((await here.open("/my/account/password", { password })).to).toBe(again);
  expect((await visit("/sign-in", { form: { email, password } })).status).toBe(400);
  const page = await here.send(again, { password: before });
  expect(titleOf(page)).toBe("Change your password – Joint training");
  expect((await here.open("/my/account/password", { password })).to).toBe("/my/account?done=password");
});

test("without a password the page is for setting the first", async () => {
  const { world, here } = await site();
  world.db.update(world.tables.people).set({ passwordHash: null }).run();
  const page = await here.open("/my/account/password");
  expect(titleOf(page)).toBe("Set a password – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain('autoComplete="new-password"');
});

test.each([
  ["", "Enter a password"],
  ["x".repeat(11), "Enter a password of 12 characters or more"],
  ["x".repeat(1001), "Enter a password of 1,000 characters or fewer"],
  ["Testford-2026", "Enter a password that is harder to guess, such as three random words"],
])("the password %j is refused in words and not shown again", async (refused, message) => {
  const { here, elsewhere } = await site();
  const page = await here.open("/my/account/password", { password: refused });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([{ message, to: "#field-password" }]);
  expect(brokenReferences(page)).toEqual([]);
  if (refused) expect(page.html).not.toContain(refused);
  expect((await elsewhere.open("/my")).status).toBe(200);
});

test("12 characters, a thousand, spaces and any letters do", async () => {
  for (const good of ["mjq vb-wkx.zt", "ŵyn 🦋 ‘a b c d e’", "walnut ferry ".repeat(76)]) {
    const { here } = await site();
    expect((await here.open("/my/account/password", { password: good })).status, good).toBe(302);
  }
});
