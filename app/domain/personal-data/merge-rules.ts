// Pure: whether two accounts may become one.
export type MergeRefusal =
  | "same account"
  | "erased"
  | "already merged"
  | "your own account"
  | "the kept account is disabled"
  | "on one register";

/** What an account holds, as the page compares two. */
export type MergeSide = {
  personId: string;
  name: string;
  email: string;
  agencyId: string;
  agencyName: string;
  kindOfWork: string | null;
  createdAt: number;
  disabledAt: number | null;
  erasedAt: number | null;
  mergedIntoId: string | null;
  /** Whether they told of needs; what they are is not this page's business. */
  hasNeeds: boolean;
  roles: string[];
  holds: MergeCounts;
};

/** Records by kind: what an account holds, and so what moves. */
export const mergeKinds = [
  "bookings",
  "charges",
  "certificates",
  "externalLearning",
  "selfAssessments",
  "sessionsTaught",
  "approvals",
  "roles",
  "identities",
  "messages",
  "complaints",
] as const;
export type MergeCounts = Record<(typeof mergeKinds)[number], number>;

type Account = Pick<MergeSide, "personId" | "disabledAt" | "erasedAt" | "mergedIntoId">;

/** Why not, or null. Whether both are on one register is for the bookings room to say. */
export function mayBeMerged(from: Account, into: Account, askedBy: string | null): MergeRefusal | null {
  if (from.personId === into.personId) return "same account";
  if (from.erasedAt !== null || into.erasedAt !== null) return "erased";
  if (from.mergedIntoId !== null || into.mergedIntoId !== null) return "already merged";
  if (from.personId === askedBy) return "your own account";
  return into.disabledAt !== null && from.disabledAt === null ? "the kept account is disabled" : null;
}
