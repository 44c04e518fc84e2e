// What was asked and written about somebody's bookings, as it stands once it is settled.
import type { World } from "../../support/world";

type Asked = { bookingId: string; approver: string; by: string; words: string };

/** An approval, a claim and an offer out of turn, each with words; `by` decided. */
export function askedAbout({ db, tables, ids }: World, { bookingId, approver, by, words }: Asked): void {
  const booking = db
    .select()
    .from(tables.bookings)
    .all()
    .find(({ id }) => id === bookingId);
  if (!booking) throw new Error("There is no such booking.");
  const prerequisiteId = ids.id();
  const settled = { decidedAt: 1, decidedBy: by };
  db.insert(tables.coursePrerequisites)
    .values({
      id: prerequisiteId,
      courseId: "course",
      kind: "e-learning",
      eLearning: "Basics",
      position: 1,
      endedAt: 1,
    })
    .run();
  db.insert(tables.prerequisiteClaims)
    .values({ bookingId, prerequisiteId, said: words, madeAt: 1, accepted: true, ...settled })
    .run();
  db.insert(tables.bookingApprovals)
    .values({
      id: ids.id(),
      bookingId,
      askedOf: "line manager",
      approverEmail: approver,
      askedAt: 1,
      answerBy: 2,
      answer: "approved",
      answeredAt: 2,
      answeredBy: by,
      note: words,
    })
    .run();
  db.insert(tables.promotions)
    .values({
      bookingId,
      sessionId: booking.sessionId,
      at: 1,
      kind: "override",
      policy: "first come",
      reason: "out of turn",
      inputs: {},
      byPersonId: by,
      overrideReason: words,
    })
    .run();
}

/** A group that somebody booked, and places that they reserved. */
export function heldBy({ db, tables, ids }: World, madeBy: string, sessionId: string): void {
  const made = { sessionId, agencyId: "police", madeAt: 1, madeBy };
  db.insert(tables.bookingGroups)
    .values({ id: ids.id(), ...made })
    .run();
  db.insert(tables.heldPlaces)
    .values({
      id: ids.id(),
      ...made,
      kind: "reserved",
      mode: "in person",
      places: 1,
      releasesAt: 2,
      endedAt: 2,
    })
    .run();
}
