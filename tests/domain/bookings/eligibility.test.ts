// What counts for a prerequisite: our record, accepted learning from elsewhere, a claim accepted before; and how recent.
import { expect, test } from "vitest";
import { readEligibility } from "~/domain/bookings/places/eligibility.server";
import { addDays, addMonths } from "~/shared/civil-time";
import { makeWorld } from "../../support/world";

function asking(kind: "course" | "competency" | "e-learning", withinMonths: number | null = null) {
  const world = makeWorld();
  const { db, tables } = world;
  const personId = world.person();
  db.insert(tables.competencies)
    .values({ id: "wanted", name: "Wanted", description: "It.", position: 9 })
    .run();
  const [basic] = db.select().from(tables.courses).all();
  if (!basic) throw new Error("The world has a course.");
  db.insert(tables.courses)
    .values({ ...basic, id: "advanced", slug: "advanced", title: "Advanced" })
    .run();
  db.insert(tables.coursePrerequisites)
    .values({
      id: "asked",
      courseId: "advanced",
      kind,
      requiredCourseId: kind === "course" ? "course" : null,
      competencyId: kind === "competency" ? "wanted" : null,
      eLearning: kind === "e-learning" ? "Prevent" : null,
      withinMonths,
      position: 0,
    })
    .run();
  const isMet = () =>
    readEligibility(world, { courseId: "advanced", asksForMore: true }, { id: personId, roleGroupId: null })
      .unmet.length === 0;
  const attend = (state = "attended") => {
    const sessionId = world.session();
    const bookingId = world.book(sessionId, personId);
    db.$client.prepare("update bookings set state = ? where id = ?").run(state, bookingId);
    return (endsAt: number) =>
      db.$client
        .prepare("update sessions set starts_at = ?, ends_at = ? where id = ?")
        .run(endsAt - 1, endsAt, sessionId);
  };
  const learn = (more: Partial<typeof tables.externalLearning.$inferInsert> = {}) => {
    db.insert(tables.externalLearning)
      .values({
        ...{
          id: "learnt",
          personId,
          title: "Elsewhere",
          provider: "Hub",
          evidence: "Yes",
          minutes: 60,
          state: "accepted",
        },
        ...{ completedOn: addDays(world.today, -30), submittedAt: 1, reviewedAt: 2, reviewedBy: "c" },
        ...more,
      })
      .run();
  };
  const teaches = () =>
    db.insert(tables.courseCompetencies).values({ courseId: "course", competencyId: "wanted" }).run();
  return { world, isMet, attend, learn, teaches };
}

test("a course: attended in full, of that very course", () => {
  const { isMet, attend } = asking("course");
  expect(isMet()).toBe(false);
  attend();
  expect(isMet()).toBe(true);
});

test.each(["partly attended", "did not attend", "confirmed"])("%s is no record", (state) => {
  const { isMet, attend } = asking("course");
  attend(state);
  expect(isMet()).toBe(false);
});

test("a competency: attended a course that teaches it", () => {
  const { isMet, attend, teaches } = asking("competency");
  attend();
  expect(isMet()).toBe(false);
  teaches();
  expect(isMet()).toBe(true);
});

test("how recently is counted from today", () => {
  const { world, isMet, attend } = asking("course", 12);
  const endedAt = attend();
  endedAt(Date.parse(`${addMonths(world.today, -12)}T12:00:00Z`));
  expect(isMet()).toBe(true);
  endedAt(Date.parse(`${addDays(addMonths(world.today, -12), -1)}T12:00:00Z`));
  expect(isMet()).toBe(false);
});

test("learning from elsewhere counts once accepted, as the course that a reviewer said, until its last day", () => {
  const accepted = asking("course");
  accepted.learn({ courseId: "course", validUntil: accepted.world.today });
  expect(accepted.isMet()).toBe(true);
  const over = asking("course");
  over.learn({ courseId: "course", validUntil: addDays(over.world.today, -1) });
  expect(over.isMet()).toBe(false);
  const waiting = asking("course");
  waiting.learn({ courseId: "course", state: "submitted", reviewedAt: null, reviewedBy: null });
  expect(waiting.isMet()).toBe(false);
  const other = asking("course");
  other.learn();
  expect(other.isMet()).toBe(false);
});

test("learning from elsewhere counts for the competencies that a reviewer agreed", () => {
  const { world, isMet, learn } = asking("competency");
  learn();
  expect(isMet()).toBe(false);
  world.db
    .insert(world.tables.externalLearningCompetencies)
    .values({ externalLearningId: "learnt", competencyId: "wanted" })
    .run();
  expect(isMet()).toBe(true);
});

test("no record stands for an e-learning", () => {
  const { isMet, attend, learn } = asking("e-learning");
  attend();
  learn({ courseId: "course" });
  expect(isMet()).toBe(false);
});
