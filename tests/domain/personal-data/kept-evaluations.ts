// One record of each kind of an evaluation that a retention rule ends, kept since an instant.
import { eq } from "drizzle-orm";
import { respondentOf } from "~/domain/evaluations/evaluations.server";
import type { RetentionCode } from "~/domain/personal-data/personal-data";
import { days } from "~/shared/clock";
import type { World } from "../../support/world";

/** Somebody among the answers who was parted from their booking then. */
function parted({ db, tables, ids, session }: World, unlinkedAt: number): string {
  const id = ids.secret();
  db.insert(tables.respondents)
    .values({ id, bookingId: null, sessionId: session(), agencyId: "police", unlinkedAt })
    .run();
  return id;
}

/** A comment that nobody has read, written then. */
function wordsOf(world: World, submittedAt: number): string {
  const { db, tables, ids } = world;
  const given = { respondentId: parted(world, submittedAt), stage: "T2" } as const;
  const id = ids.secret();
  db.insert(tables.responses)
    .values({ ...given, instrumentId: "instrument-T2", submittedAt })
    .run();
  db.insert(tables.comments)
    .values({ ...given, id, itemId: "item-act", text: "More time for questions" })
    .run();
  return id;
}

type Codes = Extract<
  RetentionCode,
  "evaluation drafts" | "evaluations" | "comments" | "unread comments" | "commitments"
>;

export const keptEvaluations: Record<Codes, (world: World, since: number) => () => boolean> = {
  "evaluation drafts"({ db, tables, ...world }, savedAt) {
    const bookingId = world.book(world.session(), world.person());
    db.insert(tables.evaluationDrafts)
      .values({ bookingId, stage: "T0", fields: { "answer-act": "3" }, savedAt })
      .run();
    return () =>
      db.select().from(tables.evaluationDrafts).where(eq(tables.evaluationDrafts.bookingId, bookingId)).all()
        .length === 1;
  },
  evaluations(world, since) {
    const { db, tables } = world;
    const sessionId = world.session();
    const bookingId = world.book(sessionId, world.person());
    respondentOf(world.asSystem, bookingId, { make: true });
    // The last stage closes with the 26th week.
    const endsAt = since - days(26 * 7 + 1);
    db.update(tables.sessions)
      .set({ startsAt: endsAt - 1, endsAt })
      .where(eq(tables.sessions.id, sessionId))
      .run();
    return () => respondentOf(world, bookingId) !== null;
  },
  comments(world, since) {
    const { db, tables } = world;
    const id = wordsOf(world, since);
    const read = { state: "kept back", readAt: since, readBy: world.coordinator } as const;
    db.update(tables.comments).set(read).where(eq(tables.comments.id, id)).run();
    return () => db.select().from(tables.comments).where(eq(tables.comments.id, id)).get() !== undefined;
  },
  "unread comments"(world, since) {
    const { db, tables } = world;
    const id = wordsOf(world, since);
    return () => db.select().from(tables.comments).where(eq(tables.comments.id, id)).get() !== undefined;
  },
  commitments(world, since) {
    const { db, tables, ids } = world;
    const respondentId = parted(world, since);
    const id = ids.secret();
    db.insert(tables.commitments)
      .values({ id, respondentId, position: 1, what: "Ring the school", madeAt: since })
      .run();
    return () => db.select().from(tables.commitments).where(eq(tables.commitments.id, id)).get()?.what !== "";
  },
};
