// The second factor's arithmetic: codes of an authenticator app (RFC 6238), recovery codes, and the sealing of keys.
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const period = 30_000;

const totp = (key: string, about = { issuer: "", label: "" }) =>
  new TOTP({ ...about, secret: Secret.fromBase32(key), digits: 6, period: period / 1000, algorithm: "SHA1" });

/** A new key of 160 bits in base 32, from 256 bits of chance. */
export const keyFrom = (chance: string): string =>
  base32(createHash("sha256").update(chance).digest().subarray(0, 20));

/** Sixteen letters and digits that stand for 80 bits of chance. */
export const recoveryCodeFrom = (chance: string): string =>
  base32(createHash("sha256").update(chance).digest().subarray(0, 10));

export const recoveryCodeHash = (code: string) => createHash("sha256").update(code).digest("hex");

const base32 = (bytes: Uint8Array) => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;

/** What an authenticator app reads from a picture. */
export const keyAddress = (key: string, about: { issuer: string; label: string }) =>
  totp(key, about).toString();

/** The code of a moment; for tests and for showing what an app would show. */
export const codeAt = (key: string, now: number) => totp(key).generate({ timestamp: now });

/**
 * The half minute whose code this is, or null for a wrong one. A clock may be half a minute off either way; a code of
 * a half minute that is not later than `lastStep` was used before.
 */
export function stepOf(
  key: string,
  code: string,
  { now, lastStep }: { now: number; lastStep: number | null },
): number | null {
  const delta = totp(key).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now / period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

const sealingKey = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "second factor keys", 32));

/** Seals a key (AES-256-GCM), so that a copy of the database makes no codes. @param chance never used before */
export function seal(secret: string, key: string, chance: string): string {
  const nonce = createHash("sha256").update(chance).digest().subarray(0, 12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(secret), nonce);
  const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** @throws Error for a key that this service's secret did not seal: the secret was changed */
export function unseal(secret: string, sealedKey: string): string {
  const [nonce = "", tag = "", sealed = ""] = sealedKey.split(".");
  const bytes = (part: string) => Buffer.from(part, "base64url");
  // A shorter tag, which the cipher would accept, is easier to guess.
  const opener = createDecipheriv("aes-256-gcm", sealingKey(secret), bytes(nonce), { authTagLength: 16 });
  opener.setAuthTag(bytes(tag));
  return Buffer.concat([opener.update(bytes(sealed)), opener.final()]).toString("utf8");
}
