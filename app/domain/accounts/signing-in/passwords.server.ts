// Passwords: Argon2id, and a check that takes as long for an unknown address as for a known one.
import { hash, verify } from "@node-rs/argon2";
import { type Db, prepared } from "db/client";
import { people } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { isGuessable } from "../rules";

// OWASP's minimum for Argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const costInWords = `$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** NFC, so that the same letters typed on another keyboard are the same password; nothing else is changed. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

const isHash = (kept: string | null): kept is string => kept?.startsWith("$argon2id$") ?? false;

/** Whether a kept hash was made with less or other work than today's. */
const isOutdated = (kept: string) => !kept.includes(costInWords);

const credentials = prepared((db) =>
  db
    .select({ id: people.id, passwordHash: people.passwordHash, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql.placeholder("email")))
    .prepare(),
);

/** The person with this address and password, or null. */
export const personWithPassword = async (
  ctx: { db: Db },
  email: string,
  password: string,
): Promise<string | null> => (await matchPassword(ctx, email, password))?.personId ?? null;

/** Whose password somebody typed, and the hash that it matched. */
type Match = { personId: string; passwordHash: string };

/**
 * Checks a password. A hash made with less work than today's is made anew, since this is the only moment at which the
 * password is known.
 */
export async function matchPassword(ctx: { db: Db }, email: string, password: string): Promise<Match | null> {
  const known = credentials(ctx.db).get({ email: email.trim().toLowerCase() });
  // What is not a hash belongs to an account that nobody signs in to with a password.
  const usable = known && isHash(known.passwordHash) ? known.passwordHash : null;
  const matches = await verify(usable ?? (await hashOfNothing()), password.normalize("NFC"));
  if (!known || !usable || !matches || known.disabledAt !== null) return null;
  if (isOutdated(usable)) {
    const passwordHash = await hashPassword(password);
    // Hashing takes a moment, in which the owner may have set another password: that one stays.
    const unchanged = and(eq(people.id, known.id), eq(people.passwordHash, usable));
    const { changes } = ctx.db.update(people).set({ passwordHash }).where(unchanged).run();
    return changes === 1 ? { personId: known.id, passwordHash } : matchPassword(ctx, email, password);
  }
  return { personId: known.id, passwordHash: usable };
}

/** Whether what matched a moment ago still opens the account: the password is the same, and nobody has closed it. */
export const stillMatches = (ctx: { db: Db }, { personId, passwordHash }: Match): boolean =>
  ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.passwordHash, passwordHash), isNull(people.disabledAt)))
    .get() !== undefined;

let nothing: Promise<string> | undefined;
function hashOfNothing() {
  nothing ??= hashPassword("nobody has this password");
  return nothing;
}

let common: Promise<ReadonlySet<string>> | undefined;
/** The 49,000 passwords most found in breaches, loaded when somebody first chooses one. */
function commonPasswords() {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(String)),
  );
  return common;
}

/** Whether a password is too easy to guess for this person to use. */
export async function isTooEasy(
  password: string,
  about: { name: string; email: string; localWords: string[] },
): Promise<boolean> {
  return isGuessable(password, { ...about, common: await commonPasswords() });
}
