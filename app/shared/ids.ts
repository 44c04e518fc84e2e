// The only way the domain makes new names for things.
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";

export type Ids = {
  /** A new row's id: time-ordered, so that indexes grow at one end. */
  id(): string;
  /** What a person reads out on the telephone: eight letters and digits without the ones that look alike. */
  reference(): string;
  /** An unguessable secret of 256 bits, safe in a web address. */
  secret(): string;
};

const unmistakable = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

function referenceFrom(bytes: Iterable<number>): string {
  const letters = Array.from(bytes, (byte) => unmistakable[byte % unmistakable.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}

export const systemIds: Ids = {
  id: () => v7(),
  // 240 is the largest multiple of 30 below 256: bytes above it would favour some letters.
  reference: () => {
    const bytes: number[] = [];
    while (bytes.length < 8) bytes.push(...[...randomBytes(16)].filter((byte) => byte < 240));
    return referenceFrom(bytes.slice(0, 8));
  },
  secret: () => randomBytes(32).toString("base64url"),
};

/** Ids that come out the same on every run; for tests and the demonstration partnership. */
export function countedIds(prefix: string): Ids {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return {
    id: () => `${prefix}-${String(next()).padStart(6, "0")}`,
    reference: () => {
      // A multiplier without common factors with 30^8 spreads neighbours apart and never repeats.
      let rest = (BigInt(next()) * 468_559_999_991n) % 656_100_000_000n;
      const bytes: number[] = [];
      for (let i = 0; i < 8; i++) {
        bytes.push(Number(rest % 30n));
        rest /= 30n;
      }
      return referenceFrom(bytes);
    },
    secret: () => `${prefix}-secret-${String(next()).padStart(38, "0")}`,
  };
}
