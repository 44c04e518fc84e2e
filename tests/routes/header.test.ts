// What the header of a page offers by how far somebody is signed in: the way in, only the way out, or their name.
import { expect, test } from "vitest";
import { email, password, worldWithAnn } from "../domain/accounts/accounts-world";
import { codeIn } from "../domain/accounts/signed-in-world";
import { siteOf } from "../domain/support-check/site";
import { browserAt, codesIn, keyIn } from "./my-account-browser";

const header = ({ html }: { html: string }) => /<header[\s\S]*<\/header>/.exec(html)?.[0] ?? "";

test("while the second step is owed, and beside the first recovery codes, there is the way out and not the way in", async () => {
  const { world, ann } = await worldWithAnn();
  world.db.insert(world.tables.roleGrants).values({ personId: ann, role: "coordinator", grantedAt: 1 }).run();
  const visit = siteOf(world);
  const here = browserAt(visit, "");
  await here.open("/sign-in", { email, password });
  const path = "/my/account/second-factor";
  const shown = await here.send(path, { step: "begin" });
  const codes = await here.open(path, { step: "confirm", code: codeIn(world, keyIn(shown)) });
  expect(codesIn(codes)).toHaveLength(10);
  for (const page of [shown, codes]) {
    expect(header(page)).toContain('action="/sign-out"');
    expect(header(page)).not.toMatch(/\/sign-in|Ann Learner/);
  }
  expect(header(await here.open("/my"))).toContain("Ann Learner");
  expect(header(await visit("/"))).toContain('href="/sign-in"');
});
