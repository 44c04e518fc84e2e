// The audit trail's filters as they stand in an address; the page and its download read them alike.
import {
  type AuditAction,
  type AuditFilter,
  auditActions,
  groupOf,
  isAuditAction,
  isAuditGroup,
} from "~/domain/audit/audit";
import { isCivilDate } from "~/shared/civil-time";
import type { FormState } from "~/shared/form-state";

export const auditFilterNames = ["who", "person", "action", "from", "to", "subject", "id"] as const;

/** What was typed or chosen, blank fields left out. */
export type TypedAuditFilters = Partial<Record<(typeof auditFilterNames)[number], string>>;

const wrongDate = (which: string, text: string) =>
  `“${text}” is not a date: enter the ${which} day like 2026-11-24`;

export const tooManyPeople = {
  who: ["Enter more of the name or address: more than 20 people have this in theirs"],
};

/** Reads an address. What cannot be meant is told at its field: a search without it would find something else. */
export function readAuditFilters(query: URLSearchParams): {
  filter: AuditFilter;
  typed: TypedAuditFilters;
  errors: FormState["errors"];
} {
  const typed: TypedAuditFilters = {};
  for (const name of auditFilterNames) {
    const value = query.get(name)?.trim().slice(0, 100);
    if (value) typed[name] = value;
  }
  const { who, person, action, from, to, subject, id } = typed;
  const errors: FormState["errors"] = {};
  const actions = action === undefined ? undefined : actionsMeant(action);
  if (actions?.length === 0) errors.action = ["Select what happened from the list"];
  if (from && !isCivilDate(from)) errors.from = [wrongDate("first", from)];
  if (to && !isCivilDate(to)) errors.to = [wrongDate("last", to)];
  else if (from && to && !errors.from && to < from)
    errors.to = ["Enter a last day that is the first day or later"];
  return {
    filter: {
      who,
      personId: person,
      actions,
      from,
      to,
      subject: subject && id ? { kind: subject, id } : undefined,
    },
    typed,
    errors,
  };
}

/** One deed, or all of a group. */
function actionsMeant(text: string): AuditAction[] {
  if (isAuditAction(text)) return [text];
  return isAuditGroup(text) ? auditActions.filter((action) => groupOf(action) === text) : [];
}
