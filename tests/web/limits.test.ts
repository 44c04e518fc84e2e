// How often something may be tried: the numbers, who is counted together, and searches of the offer as the one limit that
// the server holds by itself. The machine's clock is moved by hand.
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { type LimitKind, limitTable, makeLimits } from "~/web/limits.server";
import { digestOf } from "../domain/support-check/ledger";
import { watchLog } from "../support/log";
import { makeWorld } from "../support/world";
import { frontOf } from "./front";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});
const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

const kinds = Object.keys(limitTable) as LimitKind[];
const take = async (limits: ReturnType<typeof makeLimits>, kind: LimitKind, key = "192.0.2.1") =>
  (await limits.take(kind, key)).ok;

/** How many are let through when it is tried this often. */
async function letThrough(
  limits: ReturnType<typeof makeLimits>,
  kind: LimitKind,
  times: number,
  key?: string,
) {
  let through = 0;
  for (let count = 0; count < times; count++) if (await take(limits, kind, key)) through += 1;
  return through;
}

test("the numbers are these", () => {
  expect(
    Object.fromEntries(kinds.map((kind) => [kind, [limitTable[kind].most, limitTable[kind].seconds / 60]])),
  ).toEqual({
    guessesAtAccount: [10, 5],
    guessesFromKnownBrowser: [10, 5],
    guessesFromClient: [10, 5],
    signOnsFromClient: [30, 5],
    linksToMailbox: [3, 10],
    linksFromClient: [20, 10],
    addressLettersOfPerson: [5, 60],
    addressLettersToMailbox: [3, 10],
    registrationsFromClient: [60, 60],
    codesOfPerson: [5, 5],
    searchesFromClient: [60, 1],
    downloadsOfPerson: [10, 60],
    certificatesFromClient: [20, 10],
    draftsOfForm: [60, 1],
    formsAskedForInRoom: [30, 10],
    complaintsFromClient: [5, 60],
  });
});

describe.each(kinds)("%s", (kind) => {
  const { most, seconds } = limitTable[kind];

  it("lets through as many as the table says, and no more until the time is over", async () => {
    const limits = makeLimits();
    expect(await letThrough(limits, kind, most + 3)).toBe(most);
    wait(seconds - 1);
    expect(await limits.take(kind, "192.0.2.1")).toEqual({ ok: false, retryAfterSeconds: 1 });
    wait(1);
    expect(await take(limits, kind)).toBe(true);
  });

  it("says how long to wait", async () => {
    const limits = makeLimits();
    await letThrough(limits, kind, most);
    wait(10);
    expect(await limits.take(kind, "192.0.2.1")).toEqual({ ok: false, retryAfterSeconds: seconds - 10 });
  });

  it("counts each key apart, and each server apart", async () => {
    const limits = makeLimits();
    await letThrough(limits, kind, most);
    expect(await take(limits, kind, "192.0.2.2")).toBe(true);
    expect(await take(makeLimits(), kind)).toBe(true);
  });

  it("gives back what turned out well, and never more than was taken", async () => {
    const limits = makeLimits();
    await limits.giveBack(kind, "192.0.2.1");
    await letThrough(limits, kind, most);
    await limits.giveBack(kind, "192.0.2.1");
    expect(await letThrough(limits, kind, 3)).toBe(1);
    wait(seconds);
    await limits.giveBack(kind, "192.0.2.1");
    expect(await letThrough(limits, kind, most + 1)).toBe(most);
  });

  it("refusals do not lengthen the wait, so nobody is kept out for good", async () => {
    const limits = makeLimits();
    await letThrough(limits, kind, most);
    for (let second = 0; second < seconds; second += seconds / 10) {
      await take(limits, kind);
      wait(seconds / 10);
    }
    expect(await take(limits, kind)).toBe(true);
  });
});

describe("guesses at one account", () => {
  it.each(["guessesAtAccount", "guessesFromKnownBrowser", "codesOfPerson"] as const)(
    "%s: no stretch of the time holds more than the table says, whenever it begins",
    async (kind) => {
      const limits = makeLimits();
      const { most, seconds } = limitTable[kind];
      const through: number[] = [];
      // Somebody patient: a try every few seconds, most of them just before the time would be over.
      for (let now = 0; now < seconds * 4; now += 7) {
        if (now % seconds < 20 || now % seconds > seconds - 60)
          if (await take(limits, kind)) through.push(now);
        wait(7);
      }
      for (const start of through) {
        const within = through.filter((at) => at >= start && at < start + seconds);
        expect(within.length).toBeLessThanOrEqual(most);
      }
      expect(through.length).toBeGreaterThan(most);
    },
  );

  it("are counted whatever the capitals and spaces of the address", async () => {
    const limits = makeLimits();
    expect(await letThrough(limits, "guessesAtAccount", 6, "ann@example.org")).toBe(6);
    expect(await letThrough(limits, "guessesAtAccount", 6, " Ann@EXAMPLE.org ")).toBe(4);
  });
});

describe("one client", () => {
  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1"],
    ["2001:db8:1:2::1", "2001:0DB8:0001:0002::9"],
    ["2001:db8::1", "2001:db8:0:0:1::"],
    ["fe80::1%eth0", "fe80::2%eth0"],
    ["::1", "::2"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["192.0.2.1", "192.0.2.1"],
  ])("%s and %s are counted together", async (one, other) => {
    const limits = makeLimits();
    await letThrough(limits, "complaintsFromClient", 5, one);
    expect(await take(limits, "complaintsFromClient", other)).toBe(false);
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:3::1"],
    ["2001:db8::1", "2001:db8:0:1::1"],
    ["::ffff:192.0.2.1", "::ffff:192.0.2.2"],
    ["64:ff9b::192.0.2.1", "64:ff9b:1::192.0.2.1"],
    ["192.0.2.1", "192.0.2.2"],
  ])("%s and %s are counted apart", async (one, other) => {
    const limits = makeLimits();
    await letThrough(limits, "complaintsFromClient", 5, one);
    expect(await take(limits, "complaintsFromClient", other)).toBe(true);
  });
});

describe("searching the offer", () => {
  const most = limitTable.searchesFromClient.most;

  it("is refused with a plain page after sixty in a minute, and works again when it is over", async () => {
    const ask = frontOf(makeWorld());
    for (let count = 0; count < most; count++)
      expect((await ask(`/courses?q=word${count}`)).status).toBe(200);
    const refused = await ask("/courses?q=neglect");
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      "retry-after": "60",
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
    expect(refused.text).toContain("Too many tries");
    expect(refused.text).toContain("Wait a minute and try again.");
    wait(60);
    expect((await ask("/courses?q=neglect")).status).toBe(200);
  });

  it("counts however the address is spelt, signed in or not, kept ready or not", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    const as = world.person();
    const spelt = [
      "/courses?q=a",
      "/courses?q=a",
      "/Courses?q=a",
      "/courses/?q=a",
      "/%63ourses?q=a",
      "/courses.data?q=a",
      "/courses?board=KIDS&q=a&page=2",
      "/courses?%71=a",
    ];
    for (let count = 0; count < most; count++)
      await ask(spelt[count % spelt.length] ?? "", count % 2 ? { as } : {});
    for (const path of spelt) expect([path, (await ask(path)).status]).toEqual([path, 429]);
    expect((await ask("/courses?q=a", { as })).status).toBe(429);
  });

  it("touches nothing else: the offer without a word, other filters, and other pages", async () => {
    const ask = frontOf(makeWorld());
    for (let count = 0; count <= most; count++) await ask("/courses?q=a");
    for (const path of [
      "/courses",
      "/courses?q=",
      "/courses?q=%20",
      "/courses?board=KIDS",
      "/",
      "/courses/neglect?q=a",
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });

  it("is logged when refused, without the word, and writes nothing to the database", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    for (let count = 0; count < most; count++) await ask("/courses?q=alice");
    const before = digestOf(world.db);
    const lines = watchLog();
    await ask("/courses?q=alice");
    expect(lines()).toMatchObject([
      { level: "warn", status: 429, method: "GET", path: "/courses", address: "127.0.0.1" },
    ]);
    expect(lines.raw()).not.toContain("alice");
    expect(digestOf(world.db)).toBe(before);
  });
});
