// What may be sent: short, well-formed forms. Everything else is turned away cleanly and reaches no page.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWorld } from "../support/world";
import { frontOf, ownForm } from "./front";

const right = { email: "nobody@example.org", password: "not the password" };
const shownAgain = 400;

const post = (ask: ReturnType<typeof frontOf>, body: string | Buffer | Buffer[], type?: string) =>
  ask("/sign-in", {
    method: "POST",
    headers: { ...ownForm, ...(type !== undefined && { "Content-Type": type }) },
    body,
  });

describe("the kind of body", () => {
  it.each([
    "multipart/form-data; boundary=x",
    "application/json",
    "text/plain",
    "text/xml",
    "application/x-www-form-urlencoded-not",
    "",
  ])("is refused with 415: %j", async (type) => {
    const answer = await post(frontOf(makeWorld()), "a=1", type);
    expect(answer.status).toBe(415);
    expect(answer.text).toContain("No page here takes files.");
  });

  it("is refused with 415 when it is packed", async () => {
    const answer = await frontOf(makeWorld())("/sign-in", {
      headers: { ...ownForm, "Content-Encoding": "gzip" },
      body: "a=1",
    });
    expect(answer.status).toBe(415);
  });

  it("is refused with 415 when nothing says it", async () => {
    const answer = await frontOf(makeWorld())("/sign-in", {
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin" },
    });
    expect(answer.status).toBe(415);
  });

  it("may be written in any case and with a character set", async () => {
    const type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8";
    const answer = await post(frontOf(makeWorld()), new URLSearchParams(right).toString(), type);
    expect([answer.status, answer.text.includes("Error: Sign in")]).toEqual([shownAgain, true]);
  });

  it("never is a file: no form of ours asks for one", async () => {
    const sources = import.meta.glob<string>("/app/**/*.tsx", {
      query: "?raw",
      import: "default",
      eager: true,
    });
    const asking = Object.entries(sources).filter(([, text]) =>
      /type="file"|multipart\/form-data/.test(text),
    );
    expect(asking.map(([path]) => path)).toEqual([]);
    expect(Object.keys(sources).length).toBeGreaterThan(50);
  });
});

describe("the length", () => {
  const most = 256 * 1024;
  const bodyOf = (bytes: number) => `email=${"x".repeat(bytes - "email=".length)}`;

  it("may be 256 kB", async () => {
    expect((await post(frontOf(makeWorld()), bodyOf(most))).text).toContain("Error: Sign in");
  });

  it("is refused with 413 from one byte more on, by what it says it is", async () => {
    const answer = await post(frontOf(makeWorld()), bodyOf(most + 1));
    expect([answer.status, answer.headers["cache-control"]]).toEqual([413, "no-store"]);
  });

  it("is refused with 413 by what arrives, when nothing is said", async () => {
    const pieces = Array.from({ length: 65 }, () => Buffer.alloc(4096, "x"));
    expect((await post(frontOf(makeWorld()), [Buffer.from("email="), ...pieces])).status).toBe(413);
  });

  it("in pieces is right as well", async () => {
    const whole = Buffer.from(new URLSearchParams(right).toString());
    const answer = await post(frontOf(makeWorld()), [whole.subarray(0, 9), whole.subarray(9)]);
    expect([answer.status, answer.text.includes("Error: Sign in")]).toEqual([shownAgain, true]);
  });

  it("has half a minute to arrive, however slowly or endlessly it is sent", () => {
    const { headersTimeout, requestTimeout } = frontOf(makeWorld()).server;
    expect([headersTimeout, requestTimeout]).toEqual([15_000, 30_000]);
  });
});

describe("the form", () => {
  it.each([
    ["a percent sign on its own", "email=%"],
    ["a percent sign before what is no number", "email=%zz"],
    ["letters that are none", "email=%ff%fe"],
    ["half of a letter", "email=%C3"],
    ["bytes that are no letters", Buffer.from([0x61, 0x3d, 0xff, 0xfe])],
    ["2,001 fields", "a=1&".repeat(2000).concat("a=1")],
    ["a field without a name", "=1"],
    ["a name that would change every object", "__proto__=1"],
    ["a name that would change every object, further in", "a.__proto__.b=1"],
    ["a name that the form library takes as an order", "__intent__=zzz"],
    ["another that it takes as an order", "__state__=x"],
    ["a name for a huge list", "a[4294967294]=1"],
    ["a name with a space", "a b=1"],
    ["a name that is too long", `${"a".repeat(101)}=1`],
  ])("is refused with a clean 400: %s", async (_name, body) => {
    const answer = await post(frontOf(makeWorld()), body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("This could not be read");
  });

  it("may hold any text that people type", async () => {
    const email = "Siân O’Nëill +%&=;💙 ‮abc\u0000\r\n";
    const answer = await post(frontOf(makeWorld()), new URLSearchParams({ ...right, email }).toString());
    expect([answer.status, answer.text.includes("Error: Sign in")]).toEqual([shownAgain, true]);
  });

  it("may have 2,000 fields", async () => {
    expect((await post(frontOf(makeWorld()), "a=1&".repeat(1999).concat("a=1"))).text).toContain(
      "Error: Sign in",
    );
  });

  it("whatever it is, is answered without a fault", async () => {
    const ask = frontOf(makeWorld());
    const name = fc.oneof(
      fc.constantFrom(
        "email",
        "password",
        "intent",
        "__proto__",
        "constructor",
        "toString",
        "a[0]",
        "a[].b",
        "a.b.c",
        "email.a",
        "email[]",
        "password[0]",
        "__intent__",
      ),
      fc.string(),
    );
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc
        .array(fc.tuple(name, fc.string()), { maxLength: 6 })
        .map((fields) => Buffer.from(new URLSearchParams(fields).toString())),
      fc
        .array(fc.tuple(name, fc.string()), { maxLength: 6 })
        .map((fields) => Buffer.from(fields.map((field) => field.join("=")).join("&"))),
    );
    const path = fc.constantFrom(
      "/sign-in",
      "/sign-in.data",
      "/register",
      "/",
      "/theme.css",
      "/no",
      "/sign-out",
      "/health",
      "/evaluate/x",
      "/my/needs",
    );
    await fc.assert(
      fc.asyncProperty(path, body, async (to, sent) => {
        const { status } = await ask(to, { method: "POST", headers: ownForm, body: sent });
        expect([to, status, status < 500]).toEqual([to, status, true]);
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});
