// The trail as coordinators and admins search it: who did what to whom, when, and from which screen.
import { prepared } from "db/client";
import { agencies, auditEntries, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import { longDateTimeAt } from "~/shared/format";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { AuditFilter, AuditLine } from "./audit";
import { accountsOf, mostPeople, peopleNamedLike } from "./find-people.server";
import {
  countUpTo,
  type FoundEntry,
  type Lane,
  newestFirst,
  type Place,
  type Search,
  theNewest,
} from "./lanes.server";
import { mayReadAudit } from "./policy";
import { deedInWords, detailInWords, isAuditAction, type NameOf } from "./words";

/** Counting stops here: "more than 10,000" says enough. */
const mostCounted = 10_000;
const entriesPerPage = 50;
/** The day after it has no name. */
const lastDay: CivilDate = "9999-12-31";

export type AuditPage = {
  lines: AuditLine[];
  /** Null where there are more than are worth counting. */
  count: number | null;
  /** The last entry of this page, where older ones follow. */
  olderThan: number | null;
  /** Who the one person is that the filter names. */
  personName: string | null;
};

/**
 * A page of entries, the newest first; `before` is the entry that the page follows. New entries come in ahead of the
 * first page, so whoever leafs through sees each entry once.
 * @throws Forbidden
 */
export function searchAudit(
  ctx: Context,
  filter: AuditFilter & { before?: number },
): Result<AuditPage, "too many people"> {
  const search = prepareSearch(ctx, filter);
  if (!search) return refused("too many people");
  const before = filter.before === undefined ? undefined : placeOf(ctx.db).get({ id: filter.before });
  const lines: AuditLine[] = [];
  let more = false;
  for (const line of linesOf(ctx, search, before ?? theNewest, entriesPerPage + 1)) {
    more = lines.length === entriesPerPage;
    if (more) break;
    lines.push(line);
  }
  const count = countUpTo(ctx, search, mostCounted + 1);
  return done({
    lines,
    count: count > mostCounted ? null : count,
    olderThan: more ? (lines.at(-1)?.id ?? null) : null,
    personName: filter.personId
      ? (nameBehind.person(ctx.db).get({ id: filter.personId })?.name ?? null)
      : null,
  });
}

/** What to look for and how to get there, or null where "who" could be too many. @throws Forbidden */
export function prepareSearch(ctx: Context, filter: AuditFilter): Search | null {
  if (!mayReadAudit(ctx.actor)) throw new Forbidden("the audit trail");
  const named = filter.who ? peopleNamedLike(ctx, filter.who) : null;
  if (named && named.length > mostPeople) return null;
  const one = filter.personId ? accountsOf(ctx, filter.personId) : null;
  const meant = named && one ? one.filter((id) => named.includes(id)) : (named ?? one);
  return {
    lanes: lanesFor(filter, meant),
    from: filter.from ? startOfDay(filter.from) : 0,
    until: filter.to && filter.to < lastDay ? startOfDay(addDays(filter.to, 1)) : theNewest.at,
    people: meant,
    actions: filter.actions ?? null,
  };
}

/** The narrowest way in leads. */
function lanesFor({ subject, actions }: AuditFilter, meant: string[] | null): Lane[] {
  if (meant?.length === 0) return [];
  if (subject) return [{ lead: "subject", kind: subject.kind, value: subject.id }];
  if (meant) {
    const leads = ["actor", "about"] as const;
    return meant.flatMap((value) => leads.map((lead) => ({ lead, value })));
  }
  if (actions) return actions.map((value) => ({ lead: "action", value }));
  return [{ lead: "time" }];
}

const placeOf = prepared((db) =>
  db
    .select({ id: auditEntries.id, at: auditEntries.at })
    .from(auditEntries)
    .where(eq(auditEntries.id, sql.placeholder("id")))
    .prepare(),
);

const nameBehind = {
  agency: prepared((db) =>
    db
      .select({ name: agencies.name })
      .from(agencies)
      .where(eq(agencies.id, sql.placeholder("id")))
      .prepare(),
  ),
  person: prepared((db) =>
    db
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, sql.placeholder("id")))
      .prepare(),
  ),
};

/** Entries in words. */
export function* linesOf(
  ctx: Context,
  search: Search,
  before: Place,
  batch: number,
): Generator<AuditLine, void> {
  const known = new Map<string, string>();
  const nameOf: NameOf = (kind, id) => {
    const key = `${kind}/${id}`;
    const name = known.get(key) ?? nameBehind[kind](ctx.db).get({ id })?.name ?? id;
    known.set(key, name);
    return name;
  };
  for (const entry of newestFirst(ctx, search, before, batch)) yield lineOf(entry, nameOf);
}

const nobodyKnown = "Someone no longer on record";

function lineOf(entry: FoundEntry, nameOf: NameOf): AuditLine {
  const { id, at, action, screen, actorPersonId, aboutPersonId } = entry;
  const person = (personId: string, name: string | null) => ({ personId, name: name ?? nobodyKnown });
  return {
    id,
    at,
    by: actorPersonId
      ? person(actorPersonId, entry.actorName)
      : entry.actorKind === "system"
        ? "the service itself"
        : null,
    about: aboutPersonId ? person(aboutPersonId, entry.aboutName) : null,
    action,
    deed: isAuditAction(action) ? deedInWords(action) : action,
    detail: detailInWords(action, entry.detail, nameOf),
    subject: { kind: entry.subjectKind, id: entry.subjectId, label: labelOf(entry, nameOf) },
    screen,
  };
}

/** What it was done to, as people know it; "" where the rest of the entry says it. */
function labelOf(entry: FoundEntry, nameOf: NameOf): string {
  const session = [entry.courseTitle, entry.startsAt === null ? null : longDateTimeAt(entry.startsAt)];
  const known = session.filter(Boolean).join(", ");
  switch (entry.subjectKind) {
    case "session":
    case "course":
      return known;
    case "booking":
      return [entry.bookingReference && `Booking ${entry.bookingReference}`, known]
        .filter(Boolean)
        .join(": ");
    case "agency":
      return nameOf("agency", entry.subjectId);
    case "complaint":
      return entry.complaintReference ? `Complaint ${entry.complaintReference}` : "";
    case "person":
      return entry.subjectName ?? "";
    default:
      return "";
  }
}
