// Pure rules of the accounts room.
import type { Role } from "~/domain/context";
import { days, hours, minutes } from "~/shared/clock";

/**
 * Whether a password is among the first that anyone would try: a common one, alone, twice or with a few more digits;
 * one made of one or two repeated letters; or one that says little besides the person's own name or address, or the
 * names in `localWords`.
 */
export function isGuessable(
  password: string,
  about: { name: string; email: string; localWords: string[]; common: ReadonlySet<string> },
): boolean {
  const plain = lettersOf(password);
  // Signs count as letters where there are few others: any composition will do.
  const repeated = plain.length * 2 > password.length ? plain : password;
  if (new Set(repeated).size <= 2 || isCommon(password.toLowerCase(), plain, about.common)) return true;
  const words = [...about.localWords, about.name, about.email.split("@")[0] ?? ""]
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .map(lettersOf)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest.length < plain.length && rest.length < 5;
}

function isCommon(typed: string, plain: string, common: ReadonlySet<string>): boolean {
  const half = plain.slice(0, plain.length / 2);
  const bare = plain.replace(/^\d{1,4}|\d{1,4}$/g, "");
  return [typed, plain, half + half === plain ? half : plain, bare].some((form) => common.has(form));
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** How long a signed-in session may lie unused, and how long it may last in all. */
export function authSessionLimits(roles: ReadonlySet<Role>): { idle: number; longest: number } {
  const granted = [...roles].filter((role) => role !== "line_manager");
  if (granted.length === 0) return { idle: days(10), longest: days(90) };
  // A trainer takes a register in the morning and again after lunch, on the same phone.
  const onlyTrains = granted.every((role) => role === "trainer");
  return { idle: onlyTrains ? hours(4) : minutes(30), longest: hours(12) };
}

/** Whether a session has ended by its limits. */
export function isOver(
  authSession: { startedAt: number; lastSeenAt: number },
  roles: ReadonlySet<Role>,
  now: number,
): boolean {
  const { idle, longest } = authSessionLimits(roles);
  return now - authSession.lastSeenAt >= idle || now - authSession.startedAt >= longest;
}

/** Some changes ask a person to prove again who they are, unless they did so this recently. */
export const proofLasts = minutes(15);

/**
 * What a signed-in session still owes before it opens anything: a code from the second factor that the person has, or
 * setting one up where their role asks for it.
 */
export function owedBy(
  authSession: { secondFactorAt: number | null },
  person: { hasSecondFactor: boolean; roles: ReadonlySet<Role> },
  rolesThatMust: readonly Role[],
): "code" | "set up" | null {
  if (authSession.secondFactorAt !== null) return null;
  if (person.hasSecondFactor) return "code";
  return rolesThatMust.some((role) => person.roles.has(role)) ? "set up" : null;
}

/** "jo@team.police.example.org" gives its domain and those above it, the longest first. */
export function domainsOf(email: string): string[] {
  const parts = email
    .slice(email.lastIndexOf("@") + 1)
    .toLowerCase()
    .split(".");
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join("."));
}
