// Forms from other sites and requests that no page of ours makes, asked of the service over the network.
import { describe, expect, it } from "vitest";
import { readSettings } from "~/settings.server";
import { cookieList, keepSignedIn } from "~/web/cookies.server";
import { digestOf } from "../domain/support-check/ledger";
import { makeWorld } from "../support/world";
import { frontOf, ownForm, productionEnvironment, publicUrl } from "./front";

const settings = readSettings(productionEnvironment);
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("a form that another site posts", () => {
  const foreign: [string, Record<string, string>][] = [
    ["the browser says another site", { "Sec-Fetch-Site": "cross-site" }],
    ["the browser says a neighbouring site", { "Sec-Fetch-Site": "same-site" }],
    ["the browser says nobody's page (typed in, or a bookmark)", { "Sec-Fetch-Site": "none" }],
    ["the browser says something unheard of", { "Sec-Fetch-Site": "Same-Origin" }],
    ["its origin is another", { Origin: "https://evil.example" }],
    ["its origin only begins like ours", { Origin: `${publicUrl}.evil.example` }],
    ["its origin is ours on http", { Origin: "http://training.example.org" }],
    ["its origin is ours on another port", { Origin: `${publicUrl}:8443` }],
    ["its origin is hidden", { Origin: "null" }],
    ["nothing says where it came from", {}],
    ["only the referrer is ours", { Referer: `${publicUrl}/my` }],
    [
      "the origin is ours and the browser says another",
      { "Sec-Fetch-Site": "cross-site", Origin: publicUrl },
    ],
    ["the host is forged to fit", { Host: "evil.example", Origin: "https://evil.example" }],
    ["the host is forged to fit on http", { Host: "evil.example", Origin: "http://evil.example" }],
    [
      "the forwarded host is forged to fit",
      { "X-Forwarded-Host": "evil.example", Origin: "https://evil.example" },
    ],
  ];

  it.each(foreign)("is refused, and nothing happens: %s", async (_name, headers) => {
    const world = makeWorld();
    const ask = frontOf(world);
    const sessionId = world.session();
    const as = world.person();
    const before = digestOf(world.db, ["auth_sessions"]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      for (const path of [
        `/sessions/${sessionId}/book`,
        `/sessions/${sessionId}/book.data`,
        "/theme.css",
        "/no",
      ]) {
        const answer = await ask(path, {
          method,
          as,
          headers: { ...form, ...headers },
          body: "step=confirm",
        });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
    }
    expect(digestOf(world.db, ["auth_sessions"])).toBe(before);
  });

  it("control: the same form from our own page books", async () => {
    const world = makeWorld();
    const path = `/sessions/${world.session()}/book`;
    const as = world.person();
    const body = { step: "confirm", "answer-recognise": "1", "answer-act": "1" };
    expect((await frontOf(world)(path, { as, headers: ownForm, body })).status).toBe(302);
    expect(world.count("bookings")).toBe(1);
  });
});

describe("our own form", () => {
  const body = { email: "nobody@example.org", password: "not the password" };

  it.each([
    ["the browser says so", { "Sec-Fetch-Site": "same-origin" }],
    ["an older browser sends its origin", { Origin: publicUrl }],
    ["the browser says so, whatever stands in an origin", { "Sec-Fetch-Site": "same-origin", Origin: "?" }],
    [
      "the browser says so through a proxy that renames us",
      { ...ownForm, Origin: publicUrl, Host: "inner:3000" },
    ],
  ])("is let in: %s", async (_name, headers) => {
    const answer = await frontOf(makeWorld())("/sign-in", { headers: { ...form, ...headers }, body });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Error: Sign in");
  });

  it("needs none of it for reading", async () => {
    const answer = await frontOf(makeWorld())("/sign-in", { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(answer.status).toBe(200);
  });
});

describe("a request that no page of ours makes", () => {
  it.each(["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])("%s is refused with 405", async (method) => {
    const answer = await frontOf(makeWorld())("/my", { method, headers: ownForm });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });

  it("OPTIONS is told the methods and reaches no page", async () => {
    const answer = await frontOf(makeWorld())("/my", { method: "OPTIONS" });
    expect([answer.status, answer.headers.allow, answer.text]).toEqual([204, "GET, HEAD, POST, OPTIONS", ""]);
  });

  it.each(["/%", "/%zz", "/courses/%C3", "/courses/%00", "/verify/%E0%A4", "http://evil.example/my", "*"])(
    "an address that cannot be read is refused with 400: %s",
    async (path) => {
      const answer = await frontOf(makeWorld())(path);
      expect(answer.status).toBe(400);
      expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
    },
  );

  it.each([
    "/__manifest?version=test&p=/my",
    "/?_data=routes/my._index",
    "/my?%5Fdata=root",
    `/?${"a&".repeat(2000)}_data=root`,
  ])("the framework's own addresses lead nowhere: %s", async (path) => {
    expect((await frontOf(makeWorld())(path)).status).toBe(404);
  });

  it.each(["GET", "HEAD"])("a body with %s is of no account", async (method) => {
    const headers = { ...form, "Content-Length": "3" };
    const answer = await frontOf(makeWorld())("/sign-in", { method, headers, body: "a=1" });
    expect(answer.status).toBe(200);
  });
});

describe("the cookie", () => {
  it("is tied to this host, hidden from scripts and not sent by other sites' forms", async () => {
    const cookie = await keepSignedIn("the-secret", settings);
    expect(cookie).toMatch(/^__Host-signed-in=/);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toMatch(/Domain/i);
    expect(Object.keys(cookieList)).toContain("signedIn");
  });
});
