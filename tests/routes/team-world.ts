// Two agencies with a lead each, a line manager, and a course that asks for approval: for tests of what is done for others.
import { eq } from "drizzle-orm";
import { approvalToken, bookPlace, holdPlaces } from "~/domain/bookings/bookings.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { peopleCast } from "../domain/accounts/people-cast";
import { siteOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";

type Course = Partial<ReturnType<typeof peopleCast>["tables"]["courses"]["$inferInsert"]>;

export function teamWorld({ approval = "none" as "none" | "line manager" | "agency lead" } = {}) {
  const cast = peopleCast();
  const { db, tables } = cast;
  const course = (set: Course) =>
    db.update(tables.courses).set(set).where(eq(tables.courses.id, "course")).run();
  course({ approval });
  const boss = cast.person({ name: "Bo Boss" });
  const bossEmail = cast.row(boss).email;
  /** Somebody who names the line manager. */
  const report = (name = "Rae Report", agencyId = "police") =>
    cast.change(cast.person({ name, agencyId }), { lineManagerEmail: bossEmail });
  const rules = (change: Partial<TermsRules>) => {
    const set = setTerms(cast.as(cast.coordinator), {
      boardCode: "KIDS",
      rules: { ...startingRules, ...change },
    });
    if (!set.ok) throw new Error(`Not set: ${set.reason}`);
  };
  const ask = (sessionId: string, personId: string) => {
    const asked = bookPlace(cast.as(personId), { sessionId, personId, ifFull: "wait" });
    if (!asked.ok) throw new Error(`Not asked: ${asked.reason}`);
    const { bookingId } = asked.value;
    const { bookingApprovals } = tables;
    const approval = db
      .select()
      .from(bookingApprovals)
      .where(eq(bookingApprovals.bookingId, bookingId))
      .get();
    const approvalId = approval?.id ?? "";
    const link = `/approve/${approvalToken(testSettings.secret, approvalId)}`;
    return { bookingId, approvalId, link };
  };
  const booking = (id: string) => db.select().from(tables.bookings).where(eq(tables.bookings.id, id)).get();
  const bookingsOf = (personId: string) =>
    db.select().from(tables.bookings).where(eq(tables.bookings.personId, personId)).all();
  const approvalOf = (id: string) =>
    db.select().from(tables.bookingApprovals).where(eq(tables.bookingApprovals.id, id)).get();
  /** The course asks for e-learning first, which no record here can show. */
  const asksForELearning = () =>
    db
      .insert(tables.coursePrerequisites)
      .values({
        id: "asked",
        courseId: "course",
        kind: "e-learning",
        eLearning: "Basics online",
        withinMonths: null,
        position: 1,
      })
      .run();
  const reserve = (sessionId: string, places: number, as: string, agencyId = "police") => {
    const held = holdPlaces(cast.as(as), {
      sessionId,
      kind: "reserved",
      agencyId,
      mode: "in person",
      places,
    });
    if (!held.ok) throw new Error(`Not held: ${held.reason}`);
    return held.value.heldPlacesId;
  };
  /** A session far enough off that places can be reserved. */
  const farSession = (capacity = 10) =>
    cast.session({
      capacity,
      meetings: [{ date: "2026-12-15", startTime: "09:30", endTime: "16:30" }],
    });
  return {
    ...cast,
    course,
    boss,
    report,
    rules,
    ask,
    booking,
    bookingsOf,
    approvalOf,
    asksForELearning,
    reserve,
    farSession,
    open: siteOf(cast),
  };
}
