// Two accounts of one person side by side: finding the other, what would move, and afterwards what did.
import { prepared } from "db/client";
import {
  agencies,
  auditEntries,
  bookings,
  certificates,
  charges,
  dataComplaints,
  externalIdentities,
  externalLearning,
  outbox,
  people,
  roleGrants,
  roleGroups,
  selfAssessments,
  trainerApprovals,
  trainerAssignments,
} from "db/schema";
import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { leftBehind } from "~/domain/accounts/accounts.server";
import { type BookedTwice, listBookedTwice } from "~/domain/bookings/bookings.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayMerge } from "./keeping-policy";
import { type MergeCounts, type MergeRefusal, type MergeSide, mayBeMerged } from "./merge-rules";

type Reader = Pick<Context, "db" | "clock" | "actor">;

const rowsAbout = (personId: AnySQLiteColumn): SQL<number> =>
  sql<number>`(select count(*) from ${personId.table} where ${personId} = ${people.id})`;

const side = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      kindOfWork: roleGroups.name,
      createdAt: people.createdAt,
      disabledAt: people.disabledAt,
      erasedAt: people.erasedAt,
      mergedIntoId: people.mergedIntoId,
      hasNeeds:
        sql<boolean>`(${people.accessNeeds} is not null or ${people.dietaryNeeds} is not null)`.mapWith(
          Boolean,
        ),
      roleNames: sql<
        string | null
      >`(select group_concat(${roleGrants.role}) from ${roleGrants} where ${roleGrants.personId} = ${people.id})`,
      holds: {
        bookings: rowsAbout(bookings.personId),
        charges: rowsAbout(charges.personId),
        certificates: rowsAbout(certificates.personId),
        externalLearning: rowsAbout(externalLearning.personId),
        selfAssessments: rowsAbout(selfAssessments.personId),
        sessionsTaught: rowsAbout(trainerAssignments.personId),
        approvals: rowsAbout(trainerApprovals.personId),
        roles: rowsAbout(roleGrants.personId),
        identities: rowsAbout(externalIdentities.personId),
        messages: rowsAbout(outbox.toPersonId),
        complaints: rowsAbout(dataComplaints.personId),
      },
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** @throws Forbidden, NotFound */
export function readMergeSide(ctx: Reader, personId: string): MergeSide {
  if (!mayMerge(ctx.actor)) throw new Forbidden("merging accounts");
  const row = side(ctx.db).get({ personId });
  if (!row) throw new NotFound("person");
  const { roleNames, ...rest } = row;
  return { ...rest, roles: (roleNames ?? "").split(",").filter(Boolean).sort() };
}

export type MergePreview = {
  from: MergeSide;
  into: MergeSide;
  /** What would move, by kind: all that `from` holds, but for what stays behind. */
  moves: MergeCounts;
  behind: { lead: boolean; waysIn: boolean };
  /** Sessions that both have booked; `kept` is null where a merge is refused for it. */
  bookedTwice: BookedTwice[];
  refusal: MergeRefusal | null;
};

/** What a merge would do; @throws Forbidden, NotFound */
export function previewMerge(ctx: Reader, ids: { fromId: string; intoId: string }): MergePreview {
  const from = readMergeSide(ctx, ids.fromId);
  const into = readMergeSide(ctx, ids.intoId);
  const bookedTwice = from.personId === into.personId ? [] : listBookedTwice(ctx, ids);
  const refusal =
    mayBeMerged(from, into, actorPersonId(ctx.actor)) ??
    (bookedTwice.some(({ kept }) => kept === null) ? "on one register" : null);
  const { lead, waysIn } = leftBehind(from, into);
  const behind = { lead: lead && from.roles.includes("agency_lead"), waysIn };
  const { roles, identities } = from.holds;
  const moves = {
    ...from.holds,
    roles: behind.lead ? roles - 1 : roles,
    identities: waysIn ? 0 : identities,
  };
  return { from, into, moves, behind, bookedTwice, refusal };
}

const mostFound = 20;

const candidates = prepared((db) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email, agencyName: agencies.name })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(
      and(
        ne(people.id, sql.placeholder("personId")),
        isNull(people.erasedAt),
        isNull(people.mergedIntoId),
        or(
          sql`${people.name} like ${sql.placeholder("pattern")} escape '\\'`,
          sql`${people.email} like ${sql.placeholder("pattern")} escape '\\'`,
        ),
      ),
    )
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(mostFound + 1)
    .prepare(),
);

export type FoundAccount = { personId: string; name: string; email: string; agencyName: string };

/** Other accounts with these words in their name or address, by name. @throws Forbidden */
export function findOtherAccounts(
  ctx: Reader,
  { personId, q }: { personId: string; q: string },
): { accounts: FoundAccount[]; more: boolean } {
  if (!mayMerge(ctx.actor)) throw new Forbidden("merging accounts");
  const pattern = `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const found = candidates(ctx.db).all({ personId, pattern });
  return { accounts: found.slice(0, mostFound), more: found.length > mostFound };
}

const mergeEntries = prepared((db) =>
  db
    .select({ at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, "person"),
        eq(auditEntries.subjectId, sql.placeholder("fromId")),
        eq(auditEntries.action, "personal-data.merged"),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .prepare(),
);

export type Merged = { at: number; from: MergeSide; moved: MergeCounts; ended: number };

/** What a merge of one account into another moved, as the audit trail has it; null where there was none. @throws Forbidden */
export function readMerged(
  ctx: Reader,
  { fromId, intoId }: { fromId: string; intoId: string },
): Merged | null {
  if (!mayMerge(ctx.actor)) throw new Forbidden("merging accounts");
  const entry = mergeEntries(ctx.db).get({ fromId });
  const detail = entry?.detail as { into: string; moved: MergeCounts; ended: string[] } | undefined;
  if (!entry || detail?.into !== intoId) return null;
  return { at: entry.at, from: readMergeSide(ctx, fromId), moved: detail.moved, ended: detail.ended.length };
}
