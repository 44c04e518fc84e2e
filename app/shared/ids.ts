// The only way the domain makes new names for things.
import { randomBytes, randomUUID } from "node:crypto";
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
const letters = BigInt(unmistakable.length);
const references = letters ** 8n;

/** Eight letters for a number below 30^8. */
function referenceFor(number: bigint): string {
  let rest = number;
  let text = "";
  for (let i = 0; i < 8; i++) {
    text += unmistakable[Number(rest % letters)];
    rest /= letters;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

export const systemIds: Ids = {
  id: () => v7(),
  // 122 random bits over 30^8 references favour none that anyone could notice.
  reference: () => referenceFor(BigInt(`0x${randomUUID().replaceAll("-", "")}`) % references),
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
    // A multiplier without common factors with 30^8 spreads neighbours apart and never repeats.
    reference: () => referenceFor((BigInt(next()) * 468_559_999_991n) % references),
    secret: () => `${prefix}-secret-${String(next()).padStart(38, "0")}`,
  };
}
