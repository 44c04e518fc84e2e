// The log: one line of JSON for each thing worth knowing, no secrets, no forged lines.
import { readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { log, logDeed, logSignIn } from "~/log.server";
import { withoutSecrets } from "~/web/without-secrets";
import { watchLog } from "../support/log";
import { webOf } from "../support/web";
import { makeWorld } from "../support/world";
import { frontOf, ownForm } from "./front";

const asked = async (path = "/sign-in") => {
  const world = makeWorld();
  const { request, context } = await webOf(world).visit(path, { form: {} });
  return { request, context };
};

describe("a line", () => {
  it("is one object of JSON with its time in UTC", () => {
    const lines = watchLog();
    log.info({ listening: "here" }, "started");
    expect(lines.raw()).toMatch(/^\{.*\}\n$/);
    const [line] = lines();
    expect(line).toMatchObject({ level: "info", listening: "here", msg: "started" });
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(line?.time ?? "") - Date.now())).toBeLessThan(5000);
  });

  it("cannot be forged, nor a terminal commanded, by what somebody sends", () => {
    const lines = watchLog();
    const forged = 'x\n{"level":"info","msg":"signed in"}\r\n\u2028\u2029\u0085\u009b2J\u001b[2J\u202e"}';
    log.warn({ path: `/${forged}`, said: forged, problem: new Error(forged) }, forged);
    expect(lines()).toHaveLength(1);
    expect(lines.raw()).toMatch(/^[\x20-\x7e]*\n$/);
    expect(lines()[0]).toMatchObject({ said: forged, msg: forged });
  });

  it("holds no secret, whatever it is given", () => {
    const lines = watchLog();
    const secrets = {
      password: "hush-1",
      secret: "hush-2",
      token: "hush-3",
      code: "hush-4",
      cookie: "hush-5",
      authorization: "hush-6",
      apiKey: "hush-7",
      clientSecret: "hush-8",
    };
    log.info(
      { ...secrets, within: secrets, form: { anything: "hush-9" }, headers: { Cookie: "hush-10" } },
      "said",
    );
    expect(lines.raw()).not.toContain("hush");
    expect(lines.raw()).toContain("[left out]");
  });

  it("tells of a failed query without the values in it, causes and all", () => {
    const world = makeWorld();
    const lines = watchLog();
    const fails = () =>
      world.db
        .insert(world.tables.people)
        .values({
          id: "x",
          name: "Private Name",
          email: "private@example.org",
          agencyId: "no such agency",
          createdAt: 1,
        })
        .run();
    try {
      fails();
    } catch (problem) {
      log.error({ problem: new Error("outside", { cause: problem }) }, "fault");
    }
    const query = new Error(
      'Failed query: insert into "people" values (?)\nparams: Private Name,private@example.org',
    );
    log.error({ problem: query }, "fault");
    expect(lines()).toHaveLength(2);
    expect(lines.raw()).toContain("SQLITE_CONSTRAINT_FOREIGNKEY");
    expect(lines.raw()).toContain("Failed query: insert into");
    expect(lines.raw()).not.toMatch(/Private Name|private@example\.org/);
  });
});

describe("an address in the log and the audit trail", () => {
  it.each([
    ["/evaluate/abc.def", "/evaluate/[secret]"],
    ["/evaluate/abc.def.data", "/evaluate/[secret]"],
    ["/EVALUATE/abc", "/EVALUATE/[secret]"],
    ["/%65valuate/abc", "/evaluate/[secret]"],
    ["//evaluate//abc", "/evaluate/[secret]"],
    ["/evaluate%2Fabc", "/evaluate/[secret]"],
    ["/evaluate/abc/more", "/evaluate/[secret]"],
    ["/sign-in/link/abc", "/sign-in/link/[secret]"],
    ["/feeds/my/abc.ics", "/feeds/my/[secret]"],
    ["/my/account/address/abc", "/my/account/address/[secret]"],
    ["/courses?q=alice@example.org", "/courses"],
    ["/sign-in?to=/evaluate/abc", "/sign-in"],
    ["/my#secret", "/my"],
    ["/evaluate", "/evaluate"],
    ["/%zz/evaluate", "/%zz/evaluate"],
    ["/sessions/0190-abc/book", "/sessions/0190-abc/book"],
    [`/${"a".repeat(500)}`, `/${"a".repeat(199)}…`],
  ])("%s is written %s", (path, written) => {
    expect(withoutSecrets(path)).toBe(written);
  });

  it("keeps the secret of every route that takes one", () => {
    const routes = readdirSync("app/routes").filter((name) => /\$(token|secret|key)\b/.test(name));
    expect(routes).toContain("evaluate.$token._index");
    for (const name of routes) {
      const path = `/${name
        .replaceAll("[.]", ".")
        .split(".")
        .filter((part) => part !== "_index")
        .map((part) => (part.startsWith("$") ? "hush-hush" : part))
        .join("/")}`;
      expect([path, withoutSecrets(path)]).toEqual([path, expect.not.stringContaining("hush")]);
    }
  });
});

describe("trying to sign in", () => {
  it("is told whether it worked or not, with a mark in place of the address typed", async () => {
    const args = await asked();
    const lines = watchLog();
    const email = "Ann@Example.org";
    logSignIn(args, { by: "password", refused: "wrong address or password", email });
    logSignIn(args, { by: "password", refused: null, email: " ann@example.org ", personId: "p-1" });
    const [no, yes] = lines();
    expect(no).toMatchObject({
      level: "warn",
      msg: "sign-in refused",
      by: "password",
      refused: "wrong address or password",
      method: "POST",
      path: "/sign-in",
      reference: "TEST-TEST",
      address: "192.0.2.1",
      personId: null,
    });
    expect(yes).toMatchObject({ level: "info", msg: "signed in", refused: null, personId: "p-1" });
    expect(no?.account).toMatch(/^[0-9a-f]{16}$/);
    expect(yes?.account).toBe(no?.account);
    expect(lines.raw()).not.toMatch(/example\.org/i);
  });
});

test("a deed says who did what to whom, from where", async () => {
  const args = await asked("/admin/people/p-2");
  args.context.notes.personId = "p-1";
  const lines = watchLog();
  logDeed(args, { deed: "accounts.role granted", aboutPersonId: "p-2", detail: { role: "admin" } });
  expect(lines()).toMatchObject([
    {
      level: "info",
      msg: "done",
      deed: "accounts.role granted",
      personId: "p-1",
      aboutPersonId: "p-2",
      detail: { role: "admin" },
      path: "/admin/people/p-2",
      address: "192.0.2.1",
    },
  ]);
});

describe("a refused request", () => {
  const foreign = { "Content-Type": ownForm["Content-Type"], "Sec-Fetch-Site": "cross-site" };
  it.each([
    ["/no/such/page?email=alice@example.org", {}, 404, "info"],
    ["/manage", {}, 403, "warn"],
    ["/manage.data", {}, 403, "warn"],
    ["/sign-in", { headers: foreign, body: "password=hush" }, 403, "warn"],
    ["/sign-in", { headers: { ...ownForm, "Content-Type": "text/plain" }, body: "hush" }, 415, "warn"],
    ["/sign-in", { headers: ownForm, body: `password=${"hush".repeat(70_000)}` }, 413, "warn"],
    ["/sign-in", { headers: ownForm, body: "password=hush%" }, 400, "warn"],
    ["/sign-in", { method: "DELETE", headers: ownForm }, 405, "warn"],
    ["/%zz", {}, 400, "warn"],
  ])("is logged once, without what it held: %s %#", async (path, sent, status, level) => {
    const world = makeWorld();
    const ask = frontOf(world);
    const as = world.person();
    const lines = watchLog();
    const answer = await ask(path, { as, ...sent });
    expect(answer.status).toBe(status);
    expect(lines()).toMatchObject([
      {
        level,
        status,
        method: "method" in sent ? sent.method : "body" in sent ? "POST" : "GET",
        path: path.split("?")[0],
        reference: expect.stringMatching(/^\w{4}-\w{4}$/),
        address: "127.0.0.1",
      },
    ]);
    expect(lines.raw()).not.toMatch(/hush|alice/);
  });

  it("says who was refused", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const as = world.person();
    const other = world.book(world.session(), world.person());
    const lines = watchLog();
    await ask("/manage", { as });
    await ask(`/bookings/${other}`, { as });
    expect(lines().map(({ status, personId }) => [status, personId])).toEqual([
      [403, as],
      [404, as],
    ]);
  });

  it("control: what is answered as it should be is not logged", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const lines = watchLog();
    await ask("/");
    await ask("/my", { as: world.person() });
    await ask("/my");
    await ask("/sign-in", { headers: ownForm, body: { email: "", password: "" } });
    expect(lines()).toEqual([]);
  });
});
