// How often something may be tried. Counted in memory: there is one server, a restart forgives what was counted, and a
// flood must not become a flood of writes to the database.
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

type Limit = {
  most: number;
  seconds: number;
  /** Whose tries are counted together. An IPv6 network (/64) counts as one client: it belongs to one household or site. */
  by: "account" | "browser and account" | "mailbox" | "person" | "form" | "client";
  /**
   * Each try that is let through starts the time anew, so that no stretch of that length holds more than `most`. Without
   * it the time runs from the first try. Only where one person is counted: a whole office shares one client address, and
   * a few slips an hour would add up there.
   */
  untilQuiet?: true;
  why: string;
};

const minute = 60;
const hour = 60 * minute;

export const limitTable = {
  guessesAtAccount: {
    most: 10,
    seconds: 5 * minute,
    by: "account",
    untilQuiet: true,
    why: "Passwords tried at one account by browsers that never signed in to it.",
  },
  guessesFromKnownBrowser: {
    most: 10,
    seconds: 5 * minute,
    by: "browser and account",
    untilQuiet: true,
    why: "The owner's own browser is counted apart, so that strangers' guesses cannot lock the owner out.",
  },
  guessesFromClient: {
    most: 10,
    seconds: 5 * minute,
    by: "client",
    why: "One password tried at many accounts. Those that were right are given back, as an office shares one address.",
  },
  signOnsFromClient: {
    most: 30,
    seconds: 5 * minute,
    by: "client",
    why: "Answers of single sign-on that were refused. Apart from passwords, so that neither stops the other in an office.",
  },
  linksToMailbox: {
    most: 3,
    seconds: 10 * minute,
    by: "mailbox",
    why: "Nobody's mailbox may be filled with links that a stranger asked for.",
  },
  linksFromClient: {
    most: 20,
    seconds: 10 * minute,
    by: "client",
    why: "Links asked for at many addresses; an office where a whole team joins on one morning stays below.",
  },
  addressLettersOfPerson: {
    most: 5,
    seconds: hour,
    by: "person",
    why: "Nobody changes their address often, and each letter goes to a mailbox that may be somebody else's.",
  },
  addressLettersToMailbox: {
    most: 3,
    seconds: 10 * minute,
    by: "mailbox",
    why: "Apart from links to sign in: whoever asks for these must not use up the owner's links.",
  },
  registrationsFromClient: {
    most: 60,
    seconds: hour,
    by: "client",
    why: "Each address is proved already; an office where a whole team joins on one morning stays below.",
  },
  codesOfPerson: {
    most: 5,
    seconds: 5 * minute,
    by: "person",
    untilQuiet: true,
    why: "A code has a million values, and whoever guesses at one has the password already.",
  },
  searchesFromClient: {
    most: 60,
    seconds: minute,
    by: "client",
    why: "A search reads the whole offer and is made anew for each word; nobody reads results faster than this.",
  },
  downloadsOfPerson: {
    most: 10,
    seconds: hour,
    by: "person",
    why: "A download reads many records at once; more than this is somebody copying everything.",
  },
  certificatesFromClient: {
    most: 20,
    seconds: 10 * minute,
    by: "client",
    why: "Wrong numbers of certificates. A number cannot be guessed in a lifetime; nobody needs to try, and right ones are given back.",
  },
  draftsOfForm: {
    most: 60,
    seconds: minute,
    by: "form",
    why: "An evaluation saves itself a moment after each change; nobody pauses oftener than this while they write.",
  },
  formsAskedForInRoom: {
    most: 30,
    seconds: 10 * minute,
    by: "client",
    why: "Wrong references and addresses in a room, which shares one address. Right ones are given back, so a full room is not stopped.",
  },
  complaintsFromClient: {
    most: 5,
    seconds: hour,
    by: "client",
    why: "The complaint form is open to everyone, and each complaint starts a legal clock.",
  },
} as const satisfies Record<string, Limit>;

export type LimitKind = keyof typeof limitTable;
export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number };

export type Limits = {
  /** Counts one try; from one more than the table allows on, says how long to wait. */
  take(kind: LimitKind, key: string): Promise<Taken>;
  /** Takes back the counting of a try that turned out well. */
  giveBack(kind: LimitKind, key: string): Promise<void>;
};

/** One for each server. */
export function makeLimits(): Limits {
  const limiters = new Map<LimitKind, RateLimiterAbstract>(
    Object.entries(limitTable).map(([kind, { most, seconds }]) => [
      kind as LimitKind,
      new RateLimiterMemory({ keyPrefix: kind, points: most, duration: seconds }),
    ]),
  );
  const limiterOf = (kind: LimitKind) => {
    const limiter = limiters.get(kind);
    if (!limiter) throw new Error(`There is no limit named ${kind}.`);
    return limiter;
  };
  return {
    async take(kind, key) {
      const limit: Limit = limitTable[kind];
      const limiter = limiterOf(kind);
      const counted = keyOf(limit, key);
      try {
        const { consumedPoints } = await limiter.consume(counted);
        if (limit.untilQuiet) await limiter.set(counted, consumedPoints, limit.seconds);
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
    async giveBack(kind, key) {
      const limiter = limiterOf(kind);
      const counted = keyOf(limitTable[kind], key);
      // Nothing below nothing: a time that has run out meanwhile must not leave a try to spare.
      if (((await limiter.get(counted))?.consumedPoints ?? 0) > 0) await limiter.reward(counted);
    },
  };
}

/** Hashed: a key is as short as any other, and no list of addresses stands in memory. */
const keyOf = ({ by }: Limit, key: string) =>
  createHash("sha256")
    .update(by === "client" ? networkOf(key) : key.trim().toLowerCase())
    .digest("base64url");

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, written in one way. */
function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (!isIPv6(plain)) return plain;
  // Half of the address: what stands before and after "::", with the zeros that it leaves out.
  const [before = "", after] = plain.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = (after ?? "").split(":").filter(Boolean);
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length - (plain.includes(".") ? 1 : 0);
  return [...head, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":");
}

/** For a page whose limit is reached: throw it. The page around it says in words how long to wait. */
export const tooMany = (retryAfterSeconds: number) =>
  Response.json(
    { retryAfterSeconds },
    { status: 429, headers: { "Retry-After": String(retryAfterSeconds), "Cache-Control": "no-store" } },
  );
