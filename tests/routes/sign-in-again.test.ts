// Proving again who one is, before a change to how one signs in.
import { expect, test } from "vitest";
import { minutes } from "~/shared/clock";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import { inShort, watch } from "../domain/support-check/ledger";
import { errorSummaryOf, jarOf, siteOf } from "../domain/support-check/site";

async function provedLongAgo() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const cookie = jarOf(await visit("/sign-in", { form: { email, password } }));
  world.clock.forward(minutes(15));
  const prove = (typed: string, to = "/my/account/password", as = cookie) =>
    visit(`/sign-in/again?to=${encodeURIComponent(to)}`, { cookie: as, form: { password: typed } });
  return { world, ann, visit, cookie, prove };
}

test("a change to how one signs in asks for it, and the password leads back under a new cookie", async () => {
  const { world, visit, cookie, prove } = await provedLongAgo();
  expect((await visit("/my/account/password", { cookie })).to).toBe(
    "/sign-in/again?to=%2Fmy%2Faccount%2Fpassword",
  );
  const added = watch(world);
  const proved = await prove(password);
  expect([proved.status, proved.to]).toEqual([302, "/my/account/password"]);
  expect(inShort(added()).audit).toEqual(["accounts.proved again"]);
  expect((await visit("/my/account/password", { cookie: jarOf(proved) })).status).toBe(200);
  expect((await visit("/my", { cookie })).to).toBe("/sign-in?to=%2Fmy");
});

test("a wrong password is refused in words, and stands in the audit trail as a try at the account", async () => {
  const { world, ann, prove } = await provedLongAgo();
  const added = watch(world);
  const page = await prove("not the password");
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([{ message: "Enter your current password", to: "#field-password" }]);
  expect(added().audit).toMatchObject([
    { action: "accounts.sign-in refused", aboutPersonId: ann, detail: { reason: "password" } },
  ]);
});

test("after ten wrong ones even the right one waits", async () => {
  const { prove } = await provedLongAgo();
  for (let i = 0; i < 10; i++) expect((await prove("not the password")).status).toBe(400);
  expect((await prove(password)).status).toBe(429);
});

test("whoever proved it lately goes on, and tricks in the address lead nowhere else", async () => {
  const { world, prove } = await provedLongAgo();
  const again = jarOf(await prove(password));
  expect((await prove("anything", "/my/account/address", again)).to).toBe("/my/account/address");
  world.clock.forward(minutes(15));
  expect((await prove(password, "//evil.example", again)).to).toBe("/my");
});
