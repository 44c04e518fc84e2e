// A course whose rules and terms can be set, and the booking pages by address: for tests of what practitioners see.
import { eq } from "drizzle-orm";
import { bookPlace } from "~/domain/bookings/bookings.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { type Page, siteOf } from "../domain/support-check/site";
import { makeWorld, testNow } from "../support/world";

export function bookingWorld(now = testNow) {
  const world = makeWorld(now);
  const { db, tables } = world;
  const visit = siteOf(world);
  const course = (set: Partial<(typeof tables.courses)["$inferInsert"]>) =>
    db.update(tables.courses).set(set).where(eq(tables.courses.id, "course")).run();
  const rules = (change: Partial<TermsRules> = {}) => {
    const set = setTerms(world.as(world.coordinator), {
      boardCode: "KIDS",
      rules: { ...startingRules, ...change },
    });
    if (!set.ok) throw new Error(`Not set: ${set.reason}`);
  };
  /** The course asks for another one first. */
  const asksForCourse = () => {
    db.insert(tables.courses)
      .values({
        id: "basics",
        slug: "basics",
        title: "Basics",
        summary: "First steps.",
        audience: "Everyone",
        activityType: "training day",
        themeSlug: "neglect",
        minutes: 60,
        offered: true,
      })
      .run();
    db.insert(tables.coursePrerequisites)
      .values({
        id: "asked",
        courseId: "course",
        kind: "course",
        requiredCourseId: "basics",
        withinMonths: 36,
        position: 1,
      })
      .run();
  };
  const forOtherWork = () => {
    db.insert(tables.roleGroups)
      .values({ id: "leads", name: "Safeguarding leads", description: "Leads", position: 2 })
      .run();
    db.insert(tables.courseAudiences).values({ courseId: "course", roleGroupId: "leads" }).run();
  };
  const details = (id: string, set: Partial<(typeof tables.people)["$inferInsert"]>) => {
    db.update(tables.people).set(set).where(eq(tables.people.id, id)).run();
    return id;
  };
  const bookingOf = (personId: string, sessionId?: string) =>
    db
      .select()
      .from(tables.bookings)
      .where(eq(tables.bookings.personId, personId))
      .all()
      .find((one) => sessionId === undefined || one.sessionId === sessionId);
  const row = (id: string) => db.select().from(tables.bookings).where(eq(tables.bookings.id, id)).get();
  /** Asks for a place and gives the booking's id, whatever state it begins in. */
  const ask = (sessionId: string, personId: string, more: Partial<Parameters<typeof bookPlace>[1]> = {}) => {
    const asked = bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait", ...more });
    if (!asked.ok) throw new Error(`Not asked: ${asked.reason}`);
    return asked.value.bookingId;
  };
  const hybrid = (capacity: number, onlineCapacity: number, plan: Parameters<typeof world.session>[0] = {}) =>
    world.session({
      mode: "hybrid",
      capacity,
      onlineCapacity,
      joiningLink: "https://meet.example.org/x",
      ...plan,
    });
  return {
    ...world,
    world,
    visit,
    course,
    rules,
    asksForCourse,
    forOtherWork,
    details,
    bookingOf,
    row,
    ask,
    hybrid,
  };
}

/** What a page's form would send: hidden fields, with a button pressed. */
export function hiddenOf({ html }: Page, button: Record<string, string>): Record<string, string> {
  const form = { ...button };
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const of = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(input)?.[1];
    const name = of("name");
    if (name && of("type") === "hidden") form[name] ??= of("value") ?? "";
  }
  return form;
}
