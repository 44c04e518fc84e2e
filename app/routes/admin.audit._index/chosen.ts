// The filters in force, in words, each with the address without it.

import type { AuditLine } from "~/domain/audit/audit";
import { auditGroups, deedInWords, groupOf, isAuditAction, isAuditGroup } from "~/domain/audit/audit";
import { plainDate } from "~/shared/format";
import type { TypedAuditFilters } from "~/web/audit-filters";
import { paths } from "~/web/paths";

type Found = { personName: string | null; lines: Pick<AuditLine, "subject">[] };

export function filtersInWords(typed: TypedAuditFilters, found: Found): { label: string; href: string }[] {
  const without = (...names: (keyof TypedAuditFilters)[]) =>
    paths.adminAudit({ ...typed, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  const { who, person, action, from, to, subject, id } = typed;
  return [
    ...(who ? [{ label: `Who: “${who}”`, href: without("who") }] : []),
    ...(person ? [{ label: `Person: ${found.personName ?? person}`, href: without("person") }] : []),
    ...(action ? [{ label: actionInWords(action), href: without("action") }] : []),
    ...(from ? [{ label: `From ${plainDate(from)}`, href: without("from") }] : []),
    ...(to ? [{ label: `Until ${plainDate(to)}`, href: without("to") }] : []),
    ...(subject && id
      ? [
          {
            label: `The ${subject}: ${found.lines[0]?.subject.label || id}`,
            href: without("subject", "id"),
          },
        ]
      : []),
  ];
}

function actionInWords(action: string): string {
  if (isAuditAction(action)) return `${auditGroups[groupOf(action)]}: ${deedInWords(action)}`;
  return isAuditGroup(action) ? `${auditGroups[action]}: everything` : action;
}
