// What somebody wrote in an evaluation, read, promised and began, and the reports that they had a part in.
import { respondentOf } from "~/domain/evaluations/evaluations.server";
import type { World } from "../../support/world";

/** A comment that was quoted, one that nobody has read, a commitment and a form that was begun, about a T2 answered. */
export function saidAbout(
  { db, tables, ids, clock, ...world }: World,
  { bookingId, words }: { bookingId: string; words: string },
): void {
  const respondentId = respondentOf({ db }, bookingId) ?? "";
  db.insert(tables.items)
    .values({ id: "item-words", slug: "words", version: 1, wording: "What could be better?", kind: "text" })
    .onConflictDoNothing()
    .run();
  const said = { respondentId, stage: "T2", itemId: "item-words", text: words, quotable: true } as const;
  const read = { readAt: clock.now(), readBy: world.coordinator };
  db.insert(tables.comments)
    .values([
      { id: ids.id(), ...said },
      { id: ids.id(), ...said, state: "quoted", redacted: "More time", ...read },
    ])
    .run();
  db.insert(tables.commitments)
    .values({ id: ids.id(), respondentId, position: 1, what: words, obstacle: words, madeAt: clock.now() })
    .run();
  const fields = { "answer-words": words };
  db.insert(tables.evaluationDrafts).values({ bookingId, stage: "T3", fields, savedAt: clock.now() }).run();
}

/** They read what somebody else wrote, drafted and signed a report, and commented on it. */
export function reported({ db, tables, ids, clock, ...world }: World, personId: string): void {
  const sessionId = world.session();
  const respondentId = ids.secret();
  const bookingId = world.book(sessionId, world.person());
  const now = clock.now();
  db.insert(tables.respondents).values({ id: respondentId, bookingId, sessionId, agencyId: "police" }).run();
  const response = { respondentId, stage: "T2", instrumentId: "instrument-T2", submittedAt: now } as const;
  db.insert(tables.responses).values(response).run();
  db.insert(tables.comments)
    .values({
      ...{ id: ids.id(), respondentId, stage: "T2", itemId: "item-words", text: "More time" },
      ...{ state: "read", readAt: now, readBy: personId },
    })
    .run();
  const id = ids.id();
  db.insert(tables.releases)
    .values({
      ...{ id, number: 1, title: "A year", from: "2025-04-01", until: "2026-03-31", state: "signed off" },
      ...{
        draftedAt: now,
        draftedBy: personId,
        frozenAt: now,
        inputs: "{}",
        methodVersion: "1",
        figures: "{}",
      },
      ...{ signedOffAt: now, signedOffBy: personId },
    })
    .run();
  const comment = { id: ids.id(), releaseId: id, section: "kept", text: "Well put." };
  db.insert(tables.releaseComments)
    .values({ ...comment, writtenBy: personId, writtenAt: now })
    .run();
}
