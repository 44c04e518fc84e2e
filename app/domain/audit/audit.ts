// The words of the audit room: who did what to whom, as pages show it. Safe in a browser.
import type { CivilDate } from "~/shared/civil-time";
import type { AuditAction } from "./actions";

export type { AuditAction, AuditGroup } from "./actions";
export { auditActions, auditGroups, deedInWords, groupOf, isAuditAction, isAuditGroup } from "./words";

export type AuditFilter = {
  /** Part of a name or an address: of who did it or whom it is about. */
  who?: string;
  /** One person by id, and accounts that were merged into theirs. */
  personId?: string;
  /** Any of these. */
  actions?: readonly AuditAction[];
  /** First and last day in London. */
  from?: CivilDate;
  to?: CivilDate;
  subject?: { kind: string; id: string };
};

export type NamedPerson = { personId: string; name: string };

/** One entry with the names of today; ids stay as they were written. */
export type AuditLine = {
  id: number;
  at: number;
  /** Null for someone who was not signed in. */
  by: NamedPerson | "the service itself" | null;
  about: NamedPerson | null;
  action: string;
  deed: string;
  detail: string;
  subject: { kind: string; id: string; label: string };
  screen: string;
};
