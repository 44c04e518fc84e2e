// Single sign-on with an organisation that lies or is wrong, or someone who plays one: nobody gets in by it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jarOf, titleOf } from "../domain/support-check/site";
import { comeBack, expectNotBegun, expectRefused, type Way } from "./single-sign-on/come-back";
import { type Answer, type FakeProvider, startFakeProvider } from "./single-sign-on/fake-provider";
import { authSessionsIn, isSignedIn } from "./single-sign-on/trip";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider("fake", ["police.example.org"]);
});
afterAll(() => fake.stop());

const now = () => Math.floor(Date.now() / 1000);

test("control: an answer that is as it should be is believed", async () => {
  const { page, world, ann } = await comeBack(fake, {});
  expect([page.status, page.to, isSignedIn(page)]).toEqual([302, "/courses", true]);
  expect(authSessionsIn(world)).toMatchObject([{ userId: ann, method: "single sign-on" }]);
});

test.each<[string, () => Answer]>([
  ["signed by somebody else", () => ({ key: "another's" })],
  [
    "signed with a key that the organisation does not have",
    () => ({ key: "another's", header: { kid: "another" } }),
  ],
  ["changed after it was signed", () => ({ changedTo: { sub: "somebody else" } })],
  ["not signed at all", () => ({ key: "none" })],
  ["signed with the secret that we share", () => ({ key: "our secret" })],
  ["from another issuer", () => ({ claims: { iss: "https://another.example.org" } })],
  ["for another audience", () => ({ claims: { aud: "somebody else" } })],
  ["for others and not for us", () => ({ claims: { aud: ["one", "another"] } })],
  [
    "for us among others, asked for by one of them",
    () => ({ claims: { aud: ["training", "one"], azp: "one" } }),
  ],
  ["with another nonce", () => ({ claims: { nonce: "another" } })],
  ["without a nonce", () => ({ claims: { nonce: undefined } })],
  ["too old", () => ({ claims: { exp: now() - 120 } })],
  ["not valid yet", () => ({ claims: { nbf: now() + 120 } })],
  ["about nobody", () => ({ claims: { sub: undefined } })],
  ["missing", () => ({ withoutToken: true })],
])("a token that is %s is not believed", async (_what, given) => {
  const outcome = await comeBack(fake, given());
  expectRefused(outcome, 400, "We could not be sure that the answer came from Testford fake");
  expect(titleOf(outcome.page)).toContain("We could not sign you in");
  expect(jarOf(outcome.begun.started, outcome.page)).toBe("");
});

describe("what stands in the address on the way back", () => {
  test.each<[string, Way]>([
    ["another state", { state: "another" }],
    ["no state", { state: undefined }],
    ["a refusal under another state", { state: "another", error: "access_denied" }],
  ])("%s", async (_what, way) => {
    expectNotBegun(await comeBack(fake, {}, way));
  });

  test.each<[string, Way, string]>([
    ["another issuer", { iss: "https://another.example.org" }, "could not be sure"],
    ["no issuer, from one that always names itself", { iss: undefined }, "could not be sure"],
    ["no code", { code: undefined }, "could not be sure"],
  ])("%s", async (_what, way, words) => {
    expectRefused(await comeBack(fake, {}, way), 400, words);
  });

  test.each(["access_denied", "login_required", "interaction_required"])("%s", async (error) => {
    const way = {
      code: undefined,
      error,
      error_description: "<i>words of theirs</i>",
      error_uri: "http://evil.example",
    };
    const outcome = await comeBack(fake, {}, way);
    expectRefused(outcome, 400, "did not sign you in");
    expect(outcome.page.html).not.toContain("words of theirs");
    expect(outcome.page.html).not.toContain("evil.example");
  });

  test.each(["server_error", "temporarily_unavailable", "invalid_scope", "<script>"])("%s", async (error) => {
    const outcome = await comeBack(fake, {}, { code: undefined, error });
    expectRefused(outcome, 503, "Try again in a few minutes");
    expect(outcome.page.html).not.toContain("<script>");
  });
});

test("a cookie that was changed, or made by someone without our secret, begins nothing", async () => {
  const { site, world, begun, back } = await comeBack(fake, {}, { state: "another" });
  const right = back.replace("another", begun.address.searchParams.get("state") ?? "");
  const [name = "", value = ""] = begun.cookie.split("=", 2);
  const unsigned = value.split(".")[0];
  for (const cookie of ["", `${name}=${unsigned}`, `${name}=${unsigned}.forged`, `${name}=x${value}`]) {
    expect((await site(right, { cookie })).status, cookie).toBe(400);
  }
  expect(authSessionsIn(world)).toEqual([]);
});
