// Says by name what rows say by id; people are said by what they are here, never by name.

import { type Db, prepared } from "db/client";
import {
  agencies,
  bookings,
  competencies,
  courses,
  instruments,
  items,
  meetings,
  people,
  roleGrants,
  roleGroups,
  sessions,
} from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Named } from "./export-map";
import type { Subject } from "./export-rows.server";

const id = sql.placeholder("id");
const firstDate = sql<
  string | null
>`(select min(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`;

const names: Record<Named, (db: Db) => { get(asked: { id: string }): { name: string } | undefined }> = {
  agency: prepared((db) =>
    db.select({ name: agencies.name }).from(agencies).where(eq(agencies.id, id)).prepare(),
  ),
  "kind of work": prepared((db) =>
    db.select({ name: roleGroups.name }).from(roleGroups).where(eq(roleGroups.id, id)).prepare(),
  ),
  course: prepared((db) =>
    db.select({ name: courses.title }).from(courses).where(eq(courses.id, id)).prepare(),
  ),
  session: prepared((db) =>
    db
      .select({ name: sql<string>`${courses.title} || coalesce(', ' || ${firstDate}, '')` })
      .from(sessions)
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .where(eq(sessions.id, id))
      .prepare(),
  ),
  meeting: prepared((db) =>
    db
      .select({
        name: sql<string>`${courses.title} || ', ' || ${meetings.date} || ', ' || ${meetings.startTime} || ' to ' || ${meetings.endTime}`,
      })
      .from(meetings)
      .innerJoin(sessions, eq(sessions.id, meetings.sessionId))
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .where(eq(meetings.id, id))
      .prepare(),
  ),
  booking: prepared((db) =>
    db
      .select({ name: sql<string>`${bookings.reference} || ': ' || ${courses.title}` })
      .from(bookings)
      .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .where(eq(bookings.id, id))
      .prepare(),
  ),
  question: prepared((db) =>
    db.select({ name: items.wording }).from(items).where(eq(items.id, id)).prepare(),
  ),
  "question set": prepared((db) =>
    db.select({ name: instruments.title }).from(instruments).where(eq(instruments.id, id)).prepare(),
  ),
  competency: prepared((db) =>
    db.select({ name: competencies.name }).from(competencies).where(eq(competencies.id, id)).prepare(),
  ),
};

const rolesOf = prepared((db) =>
  db
    .select({ role: roleGrants.role })
    .from(people)
    .leftJoin(roleGrants, and(eq(roleGrants.personId, people.id)))
    .where(eq(people.id, id))
    .prepare(),
);

/** In this order: someone who holds several roles appears as the first. */
const inWords = [
  ["coordinator", "a coordinator"],
  ["admin", "an administrator"],
  ["trainer", "a trainer"],
  ["agency_lead", "an agency lead"],
] as const;

/** Looks each id up once, however many rows have it. */
export function namesFor(db: Db, subject: Subject) {
  const known = new Map<string, string | null>();
  const once = (key: string, look: () => string | null) => {
    let name = known.get(key);
    if (name === undefined) {
      name = look();
      known.set(key, name);
    }
    return name;
  };

  /** What a person is here, or null where the id is nobody's. */
  const roleOf = (personId: string) =>
    once(`person ${personId}`, () => {
      const held = rolesOf(db).all({ id: personId });
      if (held.length === 0) return null;
      return inWords.find(([role]) => held.some((grant) => grant.role === role))?.[1] ?? "someone else";
    });

  return {
    nameOf: (of: Named, thing: string) =>
      once(`${of} ${thing}`, () => names[of](db).get({ id: thing })?.name ?? thing),
    who: (personId: string) =>
      subject.ids.includes(personId) ? "you" : (roleOf(personId) ?? "someone else"),
    /** The text, or what somebody else is where it is their id. */
    withoutOthers: (text: string) =>
      subject.ids.includes(text) ? text : (roleOf(text) ?? withoutAddresses(text, subject)),
  };
}

const address = /[^\s<>"',;:()[\]/]+@[^\s<>"',;:()[\]/]+/g;
const withoutAddresses = (text: string, { addresses }: Subject) =>
  text.replace(address, (found) => (addresses.includes(found.toLowerCase()) ? found : "(an address)"));
