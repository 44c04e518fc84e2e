// The ways through the trail, newest first. Each follows one index in its order, so that a page costs the same in a
// trail of a million entries as in one of a hundred.
import { prepared } from "db/client";
import { auditEntries, bookings, courses, dataComplaints, people, sessions } from "db/schema";
import { and, type Column, desc, eq, gte, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";

type Reader = Pick<Context, "db">;

const { at, action, actorPersonId, aboutPersonId, subjectKind, subjectId } = auditEntries;
const actors = alias(people, "actors");
const abouts = alias(people, "abouts");
const subjects = alias(people, "subjects");

const given = (name: string) => sql.placeholder(name);
const among = (column: Column, name: string) =>
  sql`${column} in (select value from json_each(${given(name)}))`;

/** What leads a lane is found in an index; what filters it besides is only looked at, however few it leaves. */
const leads = {
  subject: and(eq(subjectKind, given("kind")), eq(subjectId, given("value"))),
  actor: eq(actorPersonId, given("value")),
  // What these people did themselves is in their other lane.
  about: and(
    eq(aboutPersonId, given("value")),
    sql`(${actorPersonId} is null or not ${among(actorPersonId, "people")})`,
  ),
  action: eq(action, given("value")),
  time: undefined,
};
type Lead = keyof typeof leads;

const within = (lead: Lead) =>
  and(
    leads[lead],
    gte(at, given("from")),
    lt(at, given("until")),
    or(sql`${given("actions")} is null`, among(action, "actions")),
    or(sql`${given("people")} is null`, among(actorPersonId, "people"), among(aboutPersonId, "people")),
  );

const entriesOf = (lead: Lead) =>
  prepared((db) =>
    db
      .select({
        id: auditEntries.id,
        at,
        actorKind: auditEntries.actorKind,
        actorPersonId,
        actorName: sql<string | null>`${actors.name}`,
        aboutPersonId,
        aboutName: sql<string | null>`${abouts.name}`,
        action,
        detail: auditEntries.detail,
        screen: auditEntries.screen,
        subjectKind,
        subjectId,
        subjectName: sql<string | null>`${subjects.name}`,
        bookingReference: sql<string | null>`${bookings.reference}`,
        complaintReference: sql<string | null>`${dataComplaints.reference}`,
        courseTitle: sql<string | null>`${courses.title}`,
        startsAt: sql<number | null>`${sessions.startsAt}`,
      })
      .from(auditEntries)
      .leftJoin(actors, eq(actors.id, actorPersonId))
      .leftJoin(abouts, eq(abouts.id, aboutPersonId))
      .leftJoin(subjects, and(eq(subjectKind, "person"), eq(subjects.id, subjectId)))
      .leftJoin(bookings, and(eq(subjectKind, "booking"), eq(bookings.id, subjectId)))
      .leftJoin(dataComplaints, and(eq(subjectKind, "complaint"), eq(dataComplaints.id, subjectId)))
      .leftJoin(
        sessions,
        eq(sessions.id, sql`iif(${subjectKind} = 'session', ${subjectId}, ${bookings.sessionId})`),
      )
      .leftJoin(
        courses,
        eq(courses.id, sql`iif(${subjectKind} = 'course', ${subjectId}, ${sessions.courseId})`),
      )
      .where(and(within(lead), or(lt(at, given("beforeAt")), lt(auditEntries.id, given("beforeId")))))
      .orderBy(desc(at), desc(auditEntries.id))
      .limit(given("most"))
      .prepare(),
  );

const countOf = (lead: Lead) =>
  prepared((db) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(
        db
          .select({ one: sql`1`.as("one") })
          .from(auditEntries)
          .where(within(lead))
          .limit(given("most"))
          .as("counted"),
      )
      .prepare(),
  );

const ways = {
  subject: { entries: entriesOf("subject"), count: countOf("subject") },
  actor: { entries: entriesOf("actor"), count: countOf("actor") },
  about: { entries: entriesOf("about"), count: countOf("about") },
  action: { entries: entriesOf("action"), count: countOf("action") },
  time: { entries: entriesOf("time"), count: countOf("time") },
};

/** What one way through the trail starts from; `kind` is for a subject only. No entry is in two lanes of one search. */
export type Lane = { lead: Lead; value?: string; kind?: string };

export type Search = {
  lanes: Lane[];
  /** From the first of these instants, and before the second. */
  from: number;
  until: number;
  people: readonly string[] | null;
  actions: readonly string[] | null;
};

/** Entries after this one in the order of the list, that is, older. */
export type Place = { at: number; id: number };
export const theNewest: Place = { at: Number.MAX_SAFE_INTEGER - 1, id: Number.MAX_SAFE_INTEGER };

export type FoundEntry = ReturnType<ReturnType<typeof ways.time.entries>["all"]>[number];

const bound = ({ from, until, people, actions }: Search, { value, kind }: Lane) => ({
  value,
  kind,
  from,
  until,
  people: people && JSON.stringify(people),
  actions: actions && JSON.stringify(actions),
});

function readLane(ctx: Reader, search: Search, lane: Lane, before: Place, most: number): FoundEntry[] {
  const until = Math.min(search.until, before.at + 1);
  const values = { ...bound(search, lane), until, beforeAt: before.at, beforeId: before.id, most };
  return ways[lane.lead].entries(ctx.db).all(values);
}

/** Entries of all lanes together, the newest first; read in batches, only as far as somebody asks for more. */
export function* newestFirst(
  ctx: Reader,
  search: Search,
  before: Place,
  batch: number,
): Generator<FoundEntry, void> {
  const open = search.lanes.map((lane) => ({
    lane,
    rows: readLane(ctx, search, lane, before, batch),
    next: 0,
  }));
  for (;;) {
    let first: (typeof open)[number] | undefined;
    for (const one of open) {
      const head = one.rows[one.next];
      const best = first?.rows[first.next];
      if (head && (!best || head.at > best.at || (head.at === best.at && head.id > best.id))) first = one;
    }
    const entry = first?.rows[first.next];
    if (!first || !entry) return;
    yield entry;
    first.next += 1;
    if (first.next === first.rows.length && first.rows.length === batch) {
      first.rows = readLane(ctx, search, first.lane, entry, batch);
      first.next = 0;
    }
  }
}

/** How many entries there are, counted no further than `most`. */
export function countUpTo(ctx: Reader, search: Search, most: number): number {
  let count = 0;
  for (const lane of search.lanes) {
    if (count >= most) break;
    count += ways[lane.lead].count(ctx.db).get({ ...bound(search, lane), most: most - count })?.count ?? 0;
  }
  return count;
}
