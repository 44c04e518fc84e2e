// What a client says of itself is not believed: neither where it asks from nor by which name it called us.
import { describe, expect, it } from "vitest";
import { watchLog } from "../support/log";
import { makeWorld } from "../support/world";
import { frontOf, ownForm, publicUrl } from "./front";

/** The address that the log has for a refused request. */
async function addressOf(headers: Record<string, string>, trusted?: number): Promise<unknown> {
  const environment = { TRUSTED_PROXIES: String(trusted ?? "") };
  const ask = frontOf(makeWorld(), { environment });
  const lines = watchLog();
  await ask("/no/such/page", { headers });
  return lines()[0]?.address;
}

describe("where a request comes from", () => {
  it.each<Record<string, string>>([
    { "X-Forwarded-For": "203.0.113.7" },
    { Forwarded: "for=203.0.113.7" },
    { "X-Real-IP": "203.0.113.7" },
    { "X-Client-IP": "203.0.113.7" },
    { "True-Client-IP": "203.0.113.7" },
  ])("is the connection's other end, whatever the client says: %o", async (headers) => {
    expect(await addressOf(headers)).toBe("127.0.0.1");
  });

  it.each([
    ["203.0.113.7", 1, "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", 1, "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", 2, "198.51.100.1"],
    ["1.1.1.1, 198.51.100.1, 203.0.113.7", 2, "198.51.100.1"],
    ["203.0.113.7:51234", 1, "203.0.113.7"],
    ["2001:db8::7", 1, "2001:db8::7"],
    ["[2001:db8::7]:51234", 1, "2001:db8::7"],
    ["203.0.113.7", 2, "203.0.113.7"],
    ["unknown", 1, "127.0.0.1"],
    ["", 1, "127.0.0.1"],
    ["203.0.113.7, ", 1, "127.0.0.1"],
  ])("X-Forwarded-For %j behind %i proxies of ours: %s", async (told, trusted, address) => {
    expect(await addressOf({ "X-Forwarded-For": told }, trusted)).toBe(address);
  });

  it("cannot be changed to get round a limit", async () => {
    const ask = frontOf(makeWorld());
    const statuses: number[] = [];
    for (let count = 0; count <= 60; count++)
      statuses.push(
        (await ask("/courses?q=a", { headers: { "X-Forwarded-For": `203.0.113.${count}` } })).status,
      );
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a forged name of ours", () => {
  const forged: Record<string, string>[] = [
    { Host: "evil.example" },
    { Host: "evil.example:8443" },
    { "X-Forwarded-Host": "evil.example" },
    { "X-Forwarded-Host": "evil.example:8443", "X-Forwarded-Proto": "javascript" },
    { Forwarded: "host=evil.example;proto=http" },
    { Host: "evil example/<x>" },
    { "X-Original-URL": "/health" },
    { "X-HTTP-Method-Override": "DELETE" },
  ];

  it.each(forged)("changes nothing that a stranger or a signed-in person gets: %o", async (headers) => {
    const world = makeWorld();
    const ask = frontOf(world, { environment: { TRUSTED_PROXIES: "1" } });
    const as = world.person();
    for (const [path, who] of [
      ["/", undefined],
      ["/courses", as],
      ["/my", as],
      ["/my", undefined],
      ["/no/such/page", as],
      ["/sign-in.data", undefined],
    ] as const) {
      const plain = await ask(path, { as: who });
      const tricked = await ask(path, { as: who, headers });
      expect([path, tricked.status, tricked.text]).toEqual([path, plain.status, plain.text]);
      expect(tricked.headers.location).toBe(plain.headers.location);
      expect(JSON.stringify(tricked.headers)).not.toContain("evil");
    }
  });

  it.each(forged)("changes no link in a message: %o", async (headers) => {
    const world = makeWorld();
    const ask = frontOf(world);
    const sent = await ask("/sign-in/link", {
      headers: { ...ownForm, ...headers },
      body: { email: "t-000001@police.example.org" },
    });
    expect(sent.status).toBeLessThan(400);
    const messages = world.db.select().from(world.tables.outbox).all();
    expect(messages.length).toBeGreaterThan(0);
    expect(JSON.stringify([sent, messages])).not.toMatch(/evil|8443/);
  });

  it("leads a redirect nowhere but here", async () => {
    const world = makeWorld();
    const answer = await frontOf(world)("//evil.example/my", { headers: { Host: "evil.example" } });
    expect([301, 302, 303, 307, 308]).not.toContain(answer.status);
    const asked = await frontOf(world)("/my?x=//evil.example", { headers: { Host: "evil.example" } });
    expect(new URL(asked.headers.location ?? "", publicUrl).origin).toBe(publicUrl);
  });
});
