// Delivered sessions with what people answered before and after, written straight into the tables.

import type { GrantedRole } from "db/schema";
import type { BookingState } from "~/domain/bookings/bookings";
import type { Context } from "~/domain/context";
import type { ReportingYear } from "~/domain/impact/impact";
import { instantOf, london } from "~/shared/civil-time";
import type { World } from "../../support/world";

type Given = number | null | readonly [number | null, number | null];

/** One person's answers to the two questions, before and after; null where left blank, one number for both alike. */
export type Learner = {
  pre?: Given;
  post?: Given;
  state?: BookingState;
  /** To the question whether it was relevant, where the world asks it. */
  relevant?: number;
};

export const year: ReportingYear = { label: "2026-27", from: "2026-04-01", until: "2027-04-01" };

/** Puts on a session of a course on a day, delivered to these people. */
export function deliver(
  world: World,
  learners: Learner[],
  { courseId = "course", date = "2026-10-06", asked = { T0: "", T2: "" } } = {},
): string {
  const { db, tables, ids } = world;
  const sessionId = ids.id();
  const times = { startsAt: instantOf(date, "09:30"), endsAt: instantOf(date, "16:30") };
  db.insert(tables.sessions)
    .values({
      id: sessionId,
      courseId,
      status: "delivered",
      mode: "in person",
      venueId: "venue",
      capacity: 99,
      bookingClosesAt: times.startsAt,
      createdAt: 0,
      updatedAt: 0,
      ...times,
    })
    .run();
  db.insert(tables.meetings)
    .values({
      id: ids.id(),
      sessionId,
      number: 1,
      date,
      startTime: "09:30",
      endTime: "16:30",
      zone: london,
      ...times,
    })
    .run();
  for (const learner of learners) {
    const bookingId = ids.id();
    const state = learner.state ?? "attended";
    const row = { id: bookingId, reference: bookingId, sessionId, personId: world.person(), state };
    db.insert(tables.bookings)
      .values({ ...row, createdAt: 0, updatedAt: 0 })
      .run();
    for (const stage of ["T0", "T2"] as const) {
      const given = stage === "T0" ? learner.pre : learner.post;
      if (given === undefined) continue;
      const instrumentId = `instrument-${stage}${asked[stage]}`;
      const itemOf = itemIn(world, instrumentId);
      db.insert(tables.responses).values({ bookingId, stage, instrumentId, submittedAt: 0 }).run();
      const both = Array.isArray(given) ? given : [given, given];
      for (const [index, slug] of ["recognise", "act"].entries()) {
        const value = both[index] ?? null;
        if (value !== null)
          db.insert(tables.answers)
            .values({ bookingId, stage, itemId: itemOf(slug), value })
            .run();
      }
      if (stage === "T2" && learner.relevant !== undefined) {
        db.insert(tables.answers)
          .values({ bookingId, stage, itemId: "item-relevant", value: learner.relevant })
          .run();
      }
    }
  }
  return sessionId;
}

/** The item that a question set asks for one of the two questions. */
function itemIn({ db, tables }: World, instrumentId: string) {
  const ids = db
    .select()
    .from(tables.instrumentItems)
    .all()
    .filter((row) => row.instrumentId === instrumentId)
    .map((row) => row.itemId);
  return (slug: string) => ids.find((id) => id.startsWith(`item-${slug}`)) ?? `item-${slug}`;
}

/** A new version of both question sets with other words for some of their questions; gives its ending. */
export function rewordQuestions(
  { db, tables }: World,
  version: number,
  reworded = ["recognise", "act"],
): string {
  const slugs = ["recognise", "act"];
  const idOf = (slug: string) => (reworded.includes(slug) ? `item-${slug}-${version}` : `item-${slug}`);
  for (const slug of reworded) {
    db.insert(tables.items)
      .values({ id: idOf(slug), slug, version, wording: `${slug}, in words ${version}`, ...confidence })
      .run();
  }
  for (const stage of ["T0", "T2"] as const) {
    const id = `instrument-${stage}-${version}`;
    db.insert(tables.instruments).values({ id, stage, version, title: "", introduction: "" }).run();
    db.insert(tables.instrumentItems)
      .values(slugs.map((slug, position) => ({ instrumentId: id, itemId: idOf(slug), position })))
      .run();
  }
  return `-${version}`;
}

/** Asks one more question both times, which the learners here never answer. */
export function addQuestion({ db, tables }: World, slug: string): void {
  const id = `item-${slug}`;
  db.insert(tables.items)
    .values({ id, slug, version: 1, wording: slug, ...confidence })
    .run();
  for (const stage of ["T0", "T2"] as const) {
    db.insert(tables.instrumentItems)
      .values({ instrumentId: `instrument-${stage}`, itemId: id, position: 8 })
      .run();
  }
}

const confidence = { kind: "confidence", lowest: 0, highest: 10, lowestLabel: "", highestLabel: "" } as const;

/** Another course, of a theme of its own if one is named. */
export function addCourse(
  world: World,
  id: string,
  { themeSlug = "neglect", boards = ["KIDS"] } = {},
): string {
  const { db, tables } = world;
  if (themeSlug !== "neglect")
    db.insert(tables.themes)
      .values({ slug: themeSlug, name: themeSlug, years: "2026", position: 9 })
      .onConflictDoNothing()
      .run();
  db.insert(tables.courses)
    .values({
      id,
      slug: id,
      title: `Course ${id}`,
      summary: "",
      audience: "",
      activityType: "day",
      themeSlug,
      minutes: 60,
      offered: true,
    })
    .run();
  for (const boardCode of boards) db.insert(tables.courseBoards).values({ courseId: id, boardCode }).run();
  return id;
}

/** Asks whether the training was relevant, after the questions of confidence. */
export function askRelevance({ db, tables }: World): void {
  db.insert(tables.items)
    .values({
      id: "item-relevant",
      slug: "relevant",
      version: 1,
      wording: "This was relevant to my work",
      kind: "reaction",
      lowest: 1,
      highest: 5,
      lowestLabel: "disagree",
      highestLabel: "agree",
    })
    .run();
  db.insert(tables.instrumentItems)
    .values({ instrumentId: "instrument-T2", itemId: "item-relevant", position: 9 })
    .run();
}

/** `n` people who rose (or fell) by amounts that differ a little, so that there is an interval. */
export const risers = (n: number, by: number, from = 4): Learner[] =>
  Array.from({ length: n }, (_, index) => ({ pre: from, post: from + by + (index % 3) - 1 }));

/** Someone who may read impact figures. */
export const reader = (world: World, role: GrantedRole = "sdg_member"): Context =>
  world.as(world.person({ roles: [role] }));

/** Every number anywhere in an answer, such as a page's data. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
