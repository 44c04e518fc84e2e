// What every answer carries, of whatever kind, and which answers may be kept; asked of the service over the network.
import { describe, expect, it } from "vitest";
import { makeWorld } from "../support/world";
import { type Answer, frontOf, ownForm } from "./front";

const foreignForm = { "Content-Type": ownForm["Content-Type"] };

/** One answer of each kind, by name. */
async function everyKind(): Promise<[string, Answer][]> {
  const world = makeWorld();
  const ask = frontOf(world);
  const as = world.person();
  const big = { headers: ownForm, body: `a=${"x".repeat(300_000)}` };
  const kinds: [string, Promise<Answer>][] = [
    ["kept for strangers", ask("/")],
    ["a page", ask("/sign-in")],
    ["a signed-in page", ask("/my", { as })],
    ["data", ask("/sign-in.data")],
    ["a resource", ask("/theme.css")],
    ["a redirect", ask("/my")],
    ["a form shown again", ask("/sign-in", { headers: ownForm, body: { email: "", password: "" } })],
    ["no such page", ask("/no/such/page")],
    ["no such page, as data", ask("/no/such/page.data")],
    ["forbidden", ask("/manage", { as })],
    ["unwell", ask("/health")],
    ["foreign", ask("/sign-in", { headers: foreignForm, body: "a=1" })],
    ["too long", ask("/sign-in", big)],
    ["not a form", ask("/sign-in", { headers: { ...ownForm, "Content-Type": "text/plain" }, body: "a" })],
    ["unreadable", ask("/%")],
    ["another method", ask("/", { method: "PUT", headers: ownForm })],
  ];
  const answers = await Promise.all(
    kinds.map(async ([name, answer]) => [name, await answer] as [string, Answer]),
  );
  world.db.$client.exec("alter table partnership rename to gone");
  for (const [name, path] of [
    ["a fault", "/sign-in"],
    ["a fault as data", "/sign-in.data"],
    ["a fault of a resource", "/theme.css"],
  ] as const)
    answers.push([name, await ask(path)]);
  return answers;
}

describe("every answer, of whatever kind", () => {
  it("carries every protective header", async () => {
    const answers = await everyKind();
    expect(Object.fromEntries(answers.map(([name, { status }]) => [name, status]))).toMatchObject({
      "a redirect": 302,
      forbidden: 403,
      "no such page": 404,
      "too long": 413,
      "a fault": 500,
      "a fault of a resource": 500,
    });
    for (const [name, { headers }] of answers) {
      expect({ name, ...headers }).toMatchObject({
        name,
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": "DENY",
      });
      const policy = String(headers["content-security-policy"]);
      for (const part of [
        "default-src 'none'",
        "script-src 'none'",
        "style-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "upgrade-insecure-requests",
      ])
        expect([name, policy.split(";")]).toEqual([name, expect.arrayContaining([part])]);
      expect(policy).not.toContain("unsafe");
      // Nothing is fetched from elsewhere: the only origin named anywhere is our own.
      expect(policy).not.toMatch(/https?:|\*/);
      for (const feature of ["camera", "geolocation", "microphone", "payment"])
        expect([name, headers["permissions-policy"]]).toEqual([
          name,
          expect.stringContaining(`${feature}=()`),
        ]);
      expect([name, headers["x-powered-by"], headers.server]).toEqual([name, undefined, undefined]);
    }
  });

  it("asks for nothing from another site", async () => {
    for (const [name, { text }] of await everyKind()) {
      const asked = [
        ...text.matchAll(
          /<(?:link|img|script|iframe|source|video|audio|object|embed)\b[^>]*(?:href|src|data)="([^"]*)"/g,
        ),
      ];
      for (const [, address = ""] of asked)
        expect([name, address]).toEqual([name, expect.stringMatching(/^(\/(?!\/)|$)/)]);
      expect(text).not.toMatch(/<script/i);
    }
  });

  it("lets forms lead nowhere but here, also where another organisation signs people in", async () => {
    const OIDC_PROVIDERS = JSON.stringify([
      {
        id: "council",
        name: "Council",
        issuer: "https://login.example.com/tenant/v2.0",
        clientId: "a",
        clientSecret: "b",
        domains: ["council.example.org"],
      },
    ]);
    const { headers } = await frontOf(makeWorld(), { environment: { OIDC_PROVIDERS } })("/sign-in");
    expect(headers["content-security-policy"]).toContain("form-action 'self';");
  });
});

describe("the register, where a room may have no signal, and the form that saves itself", () => {
  const policyOf = ({ headers }: Answer) =>
    Object.fromEntries(
      String(headers["content-security-policy"])
        .split(";")
        .map((part) => part.split(/ (.*)/) as [string, string]),
    );

  it("the register may run scripts of our own, ask us and nobody else, and have a worker; nothing more", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const usual = policyOf(await ask("/sign-in"));
    for (const path of [
      "/trainer/registers/some",
      "/trainer/registers/register.js",
      "/trainer/registers/offline.js",
    ])
      expect([path, policyOf(await ask(path))]).toEqual([
        path,
        { ...usual, "script-src": "'self'", "connect-src": "'self'", "worker-src": "'self'" },
      ]);
  });

  it("so may the form of an evaluation, without a worker: it saves itself", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const usual = policyOf(await ask("/sign-in"));
    for (const path of ["/evaluate/some", "/evaluate/save.js", "/evaluate/saving.js"])
      expect([path, policyOf(await ask(path))]).toEqual([
        path,
        { ...usual, "script-src": "'self'", "connect-src": "'self'" },
      ]);
  });

  it("the page of a letter's words may show the letter in its own styles, and runs nothing", async () => {
    const ask = frontOf(makeWorld());
    const usual = policyOf(await ask("/sign-in"));
    const own = { ...usual, "style-src-attr": "'unsafe-inline'" };
    expect(policyOf(await ask("/manage/messages/wording/booking-waiting"))).toEqual(own);
    for (const path of ["/manage/messages/wording", "/manage/messages", "/manage/messages/wording/a/b"])
      expect([path, policyOf(await ask(path))]).toEqual([path, usual]);
  });

  it("are the only ones: beside them, below them and spelt otherwise nothing runs", async () => {
    const ask = frontOf(makeWorld());
    for (const path of [
      "/trainer",
      "/trainer/registers",
      "/trainer/registers/",
      "/trainer/registers/some/taps",
      "/trainer/registers/some/code",
      "/trainer/sessions/some",
      "/Trainer/registers/some",
      "/manage/registers",
      "/trainer/registers/some/questions",
      "/check-in",
      "/check-in/questions",
      "/evaluate",
      "/evaluate/",
      "/evaluate/some/draft",
      "/Evaluate/some",
    ])
      expect([path, policyOf(await ask(path))]).toEqual([
        path,
        expect.objectContaining({ "script-src": "'none'", "default-src": "'none'" }),
      ]);
  });
});

describe("what may be kept", () => {
  it("is nothing at all of what somebody with a cookie gets, save the colours that are everyone's", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const as = world.person();
    const mine = world.book(world.session(), as);
    for (const path of [
      "/",
      "/courses",
      "/my",
      "/my.data",
      `/bookings/${mine}`,
      "/health",
      "/no/such/page",
      "/manage",
      "/manage.data",
      "/sign-in",
    ])
      expect([path, (await ask(path, { as })).headers["cache-control"]]).toEqual([path, "no-store"]);
    expect((await ask("/theme.css", { as })).headers["cache-control"]).toBe("max-age=3600");
  });

  it("by a stranger is checked each time", async () => {
    const ask = frontOf(makeWorld());
    for (const path of ["/", "/sign-in", "/my"])
      expect([path, (await ask(path)).headers["cache-control"]]).toEqual([path, "no-cache"]);
  });

  it("is forgotten on signing out: what was kept and stored, but not the mark of a known browser", async () => {
    const world = makeWorld();
    const answer = await frontOf(world)("/sign-out", { as: world.person(), headers: ownForm, body: {} });
    expect([answer.status, answer.headers.location]).toEqual([302, "/"]);
    expect(answer.headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(answer.headers["set-cookie"]).toEqual([expect.stringMatching(/^__Host-signed-in=;.*Max-Age=0/)]);
    expect(world.db.select().from(world.tables.authSessions).all()).toEqual([]);
    expect(world.db.select().from(world.tables.auditEntries).all().at(-1)?.action).toBe(
      "accounts.signed out",
    );
  });
});
