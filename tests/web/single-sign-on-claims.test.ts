// Which of the things that organisations say of people is taken for their address, and which is not.
import { expect, test } from "vitest";
import { identityIn, namesNoAddress } from "~/web/identity-claims";

const entra = "https://login.microsoftonline.com/3f2b1c00-0000-4000-8000-000000000000/v2.0";
const other = "https://sign-in.example.org";
const of = (claims: Record<string, unknown>, more = {}) =>
  identityIn({ iss: other, sub: "s", ...claims }, more);

test("the address, the name and who they are there", () => {
  expect(of({ email: " Jo.Blogs@council.example.org ", name: "  Jo   Blogs\n" })).toEqual({
    ok: true,
    value: {
      identity: { issuer: other, subject: "s" },
      email: "Jo.Blogs@council.example.org",
      name: "Jo Blogs",
      secondFactor: false,
    },
  });
});

test("at Entra the name that people sign in with counts where there is no address", () => {
  const upn = { iss: entra, sub: "s", preferred_username: "jo@council.example.org" };
  expect(identityIn(upn, {})).toMatchObject({ ok: true, value: { email: "jo@council.example.org" } });
  expect(namesNoAddress(upn)).toBe(false);
  expect(identityIn({ ...upn, email: "jo.b@council.example.org" }, {})).toMatchObject({
    value: { email: "jo.b@council.example.org" },
  });
  expect(identityIn({ ...upn, preferred_username: "+44 117 496 0000" }, {})).toEqual({
    ok: false,
    reason: "no address",
  });
});

test("elsewhere people choose that name themselves, and it proves nothing", () => {
  const claims = { preferred_username: "head@council.example.org" };
  expect(of(claims)).toEqual({ ok: false, reason: "no address" });
  expect(of({ ...claims, iss: "https://login.microsoftonline.com.evil.example/x" })).toMatchObject({
    ok: false,
  });
  expect(of({}, claims)).toEqual({ ok: false, reason: "no address" });
});

test("what was told besides counts only where the token names no address, and then as a whole", () => {
  const more = { email: "more@council.example.org", email_verified: true };
  expect(of({}, more)).toMatchObject({ value: { email: "more@council.example.org" } });
  expect(of({}, { ...more, email_verified: false })).toEqual({ ok: false, reason: "address not verified" });
  expect(of({ email: "a@council.example.org", email_verified: false }, more)).toEqual({
    ok: false,
    reason: "address not verified",
  });
  expect(of({ email: "a@council.example.org" }, more)).toMatchObject({
    value: { email: "a@council.example.org" },
  });
  expect(of({ email_verified: true }, { ...more, iss: "x", sub: "somebody else" })).toMatchObject({
    value: { identity: { issuer: other, subject: "s" } },
  });
});

test.each([
  [false, false],
  ["false", false],
  [true, true],
  ["true", true],
  [undefined, true],
])("an address whose email_verified is %s: %s", (email_verified, ok) => {
  expect(of({ email: "jo@council.example.org", email_verified }).ok).toBe(ok);
});

test.each([
  ["", "no address"],
  ["jo", "no address"],
  ["jo@council", "no address"],
  ['"jo@council.example.org"@evil.example', "no address"],
  ["jo@council.example.org, x@evil.example", "no address"],
  ["jo@council.example.org\nx", "no address"],
  [`${"x".repeat(250)}@council.example.org`, "no address"],
  [["jo@council.example.org"], "no address"],
  [{}, "no address"],
  [7, "no address"],
])("%j is no address", (email, reason) => {
  expect(of({ email })).toEqual({ ok: false, reason });
});

test.each([
  [["mfa"], true],
  [["pwd", "mfa"], true],
  ["mfa", false],
  [["MFA"], false],
  [["otp"], false],
  [[], false],
  [undefined, false],
  [{ mfa: true }, false],
])("a second factor: amr %j says %s", (amr, secondFactor) => {
  expect(of({ email: "jo@council.example.org", amr })).toMatchObject({ value: { secondFactor } });
});

test.each([[7], [""], ["x".repeat(121)], [undefined], [["Jo"]]])(
  "the name %j is left to the person",
  (name) => {
    expect(of({ email: "jo@council.example.org", name })).toMatchObject({ value: { name: null } });
  },
);

test.each(["Siân ap Rhŷs", "Nga‘o O’Brien", "يوسف", "🦊 Fox"])("the name %s is taken as it is", (name) => {
  expect(of({ email: "jo@council.example.org", name })).toMatchObject({ value: { name } });
});
