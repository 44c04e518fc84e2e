// Refusals, counts and roles in words.
import {
  type MergeCounts,
  type MergeRefusal,
  type MergeSide,
  mergeKinds,
} from "~/domain/personal-data/personal-data";
import { counted, plainDateAt } from "~/shared/format";

export const refusalInWords: Record<MergeRefusal, string> = {
  "same account": "This is the same account twice. Find the person’s other account.",
  erased: "One of the accounts is erased. Nobody can tell whose it was, so it cannot be merged.",
  "already merged": "One of the accounts was merged already. Find the account that took it over.",
  "your own account":
    "You are signed in with the account that would close. Keep your own account, or ask another administrator.",
  "the kept account is disabled":
    "The account to keep is disabled. Keep the other one, or enable this one first.",
  "on one register":
    "Both accounts are on the register of the same session, and it has begun. One would have to be taken off, and a register is evidence of who came. Disable the account that is not used instead.",
};

const kinds: Record<keyof MergeCounts, [one: string, many: string]> = {
  bookings: ["booking", "bookings"],
  certificates: ["certificate", "certificates"],
  externalLearning: ["piece of learning elsewhere", "pieces of learning elsewhere"],
  selfAssessments: ["self-assessment", "self-assessments"],
  charges: ["charge", "charges"],
  sessionsTaught: ["session taught", "sessions taught"],
  approvals: ["approval to teach", "approvals to teach"],
  roles: ["role", "roles"],
  identities: ["link for single sign-on", "links for single sign-on"],
  messages: ["message", "messages"],
  complaints: ["complaint about personal data", "complaints about personal data"],
};

/** "3 bookings", "1 self-assessment": only what there is. */
export const countsInWords = (counts: MergeCounts): string[] =>
  mergeKinds.filter((kind) => counts[kind] > 0).map((kind) => counted(counts[kind], ...kinds[kind]));

export const countIn = (counts: MergeCounts, kind: keyof MergeCounts) =>
  counts[kind] === 0 ? "None" : counted(counts[kind], ...kinds[kind]);

const roles: Record<string, string> = {
  agency_lead: "Agency lead",
  sdg_member: "Strategic delivery group member",
};

export const rolesInWords = (side: Pick<MergeSide, "roles">) =>
  side.roles.length === 0
    ? "None"
    : side.roles.map((role) => roles[role] ?? role.charAt(0).toUpperCase() + role.slice(1)).join(", ");

export function standingInWords(side: Pick<MergeSide, "disabledAt" | "erasedAt" | "mergedIntoId">): string {
  if (side.erasedAt !== null) return `Erased on ${plainDateAt(side.erasedAt)}`;
  if (side.mergedIntoId !== null) return "Merged into another account";
  return side.disabledAt === null ? "Open" : `Disabled on ${plainDateAt(side.disabledAt)}`;
}
