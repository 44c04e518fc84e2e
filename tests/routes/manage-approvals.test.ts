// Requests and approvals for coordinators: what is claimed, what our record shows, and answering for others.
import { expect, test } from "vitest";
import { bookPlace, countQueues } from "~/domain/bookings/bookings.server";
import { Forbidden } from "~/shared/problems";
import { contentOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { teamWorld } from "./team-world";

function requested() {
  const world = teamWorld();
  world.asksForELearning();
  const ann = world.person({ name: "Ann Asker" });
  const sessionId = world.session();
  const asked = bookPlace(world.as(ann), {
    sessionId,
    personId: ann,
    ifFull: "wait",
    claims: [{ prerequisiteId: "asked", said: "Did it in May" }],
  });
  return { ...world, ann, sessionId, asked };
}

test("a request shows what is asked, what they say, our record and their history; accepted, they are booked and told", async () => {
  const world = requested();
  const { open, coordinator, asked, ann, session, book, booking, db, tables } = world;
  if (!asked.ok) throw new Error(asked.reason);
  const page = await open("/manage/approvals", { as: coordinator });
  const words = wordsOf(page);
  expect(words).toContain("Ann Asker , Police");
  expect(words).toContain("They need to have done the e-learning “Basics online” first.");
  expect(words).toContain("They say: Did it in May We keep no record of e-learning.");
  expect(words).toContain("A place is kept for them");
  expect(words).toMatch(/On this course before Nothing/);
  expect(brokenReferences(page)).toEqual([]);
  expect(countQueues(world.as(coordinator))).toEqual({ requests: 1, approvals: 0 });
  const added = watch(world);
  const form = { intent: "accept", bookingId: asked.value.bookingId };
  const sent = await open("/manage/approvals", { form, as: coordinator });
  expect(sent.to).toBe("/manage/approvals?done=accepted");
  expect(booking(asked.value.bookingId)?.state).toBe("confirmed");
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
  expect(db.select().from(tables.prerequisiteClaims).get()).toMatchObject({
    accepted: true,
    decidedBy: coordinator,
  });
  const again = watch(world);
  await open("/manage/approvals", { form, as: coordinator });
  expect(inShort(again())).toEqual(nothing);
  expect(wordsOf(await open(sent.to ?? "", { as: coordinator }))).toContain("No request waits");
  // Once looked at, it is known the next time.
  book(session(), ann);
});

test("our record of a course asked for shows, however long ago, and what became of earlier bookings", async () => {
  const world = teamWorld();
  const { open, coordinator, person, session, book, db, tables, as } = world;
  const ann = person({ name: "Ann" });
  book(session(), ann);
  db.update(tables.bookings).set({ state: "attended" }).run();
  db.insert(tables.coursePrerequisites)
    .values({
      id: "asked",
      courseId: "course",
      kind: "competency",
      competencyId: "recognise",
      withinMonths: 12,
      position: 1,
    })
    .run();
  db.insert(tables.externalLearning)
    .values({
      id: "learnt",
      personId: ann,
      title: "Elsewhere",
      provider: "Others",
      completedOn: "2020-05-04",
      minutes: 60,
      evidence: "Ask",
      state: "accepted",
      reviewedAt: 1,
      reviewedBy: coordinator,
      validUntil: "2021-05-04",
      submittedAt: 1,
    })
    .run();
  db.insert(tables.externalLearningCompetencies)
    .values({ externalLearningId: "learnt", competencyId: "recognise" })
    .run();
  world.clock.forward(world.days(800));
  const later = session({ meetings: [{ date: "2029-02-01", startTime: "09:30", endTime: "16:30" }] });
  const asked = bookPlace(as(ann), {
    sessionId: later,
    personId: ann,
    ifFull: "wait",
    claims: [{ prerequisiteId: "asked", said: null }],
  });
  expect(asked).toMatchObject({ ok: true, value: { state: "requested" } });
  const words = wordsOf(await open("/manage/approvals", { as: coordinator }));
  expect(words).toContain("They need training in “Recognising neglect” first, within the last year.");
  expect(words).toContain("attended here on 17 November 2026; learnt elsewhere on 4 May 2020.");
  expect(words).toContain("On this course before 17 November 2026: attended");
});

test("someone of other work is shown beside whom the course is for", async () => {
  const world = teamWorld();
  const { open, coordinator, person, session, ask, db, tables } = world;
  db.insert(tables.roleGroups)
    .values({ id: "leads", name: "Safeguarding leads", description: "Lead", position: 2 })
    .run();
  db.insert(tables.courseAudiences).values({ courseId: "course", roleGroupId: "leads" }).run();
  ask(session(), person({ name: "Ann" }));
  expect(wordsOf(await open("/manage/approvals", { as: coordinator }))).toContain(
    "Kind of work Front line. The course is for: Safeguarding leads.",
  );
});

test("declined with a note that they read; a note too long is refused beside its request", async () => {
  const world = requested();
  const { open, coordinator, asked, booking, db } = world;
  if (!asked.ok) throw new Error(asked.reason);
  const { bookingId } = asked.value;
  const before = contentOf(db);
  const long = await open("/manage/approvals", {
    form: { intent: "decline", bookingId, [`note-${bookingId}`]: "n".repeat(501) },
    as: coordinator,
  });
  expect(errorSummaryOf(long)).toEqual([
    { message: "Enter a note of 500 characters or fewer", to: `#field-note-${bookingId}` },
  ]);
  expect(brokenReferences(long)).toEqual([]);
  expect(contentOf(db)).toBe(before);
  const added = watch(world);
  await open("/manage/approvals", {
    form: { intent: "decline", bookingId, [`note-${bookingId}`]: "Do Basics online first" },
    as: coordinator,
  });
  expect(booking(bookingId)?.state).toBe("declined");
  expect(added().messages).toMatchObject([
    { kind: "booking declined", facts: { because: "request", note: "Do Basics online first" } },
  ]);
});

test("a request that needs a line manager who is not named says what to do; answers that are none say so", async () => {
  const world = teamWorld({ approval: "line manager" });
  const { open, coordinator, asksForELearning, change, report, as, db } = world;
  const sessionId = world.session();
  asksForELearning();
  const ann = report("Ann");
  const asked = bookPlace(as(ann), {
    sessionId,
    personId: ann,
    ifFull: "wait",
    claims: [{ prerequisiteId: "asked", said: null }],
  });
  if (!asked.ok) throw new Error(asked.reason);
  change(ann, { lineManagerEmail: null });
  const before = contentOf(db);
  const { bookingId } = asked.value;
  const refused = await open("/manage/approvals", { form: { intent: "accept", bookingId }, as: coordinator });
  expect(errorSummaryOf(refused)[0]?.message).toContain("they have named none");
  const none = await open("/manage/approvals", { form: { bookingId }, as: coordinator });
  expect(errorSummaryOf(none)[0]?.message).toBe("Answer with one of the buttons");
  expect(
    (await open("/manage/approvals", { form: { intent: "accept", bookingId: "no" }, as: coordinator }))
      .status,
  ).toBe(404);
  expect(contentOf(db)).toBe(before);
});

test("open approvals stand by age, and a coordinator answers for an agency without a lead", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, coordinator, person, session, ask, booking, clock, days } = world;
  const sessionId = session({ capacity: 9 });
  const second = ask(sessionId, person({ name: "Ann First" }));
  clock.forward(days(1));
  ask(sessionId, person({ name: "Bob Second", agencyId: "health" }));
  const page = await open("/manage/approvals", { as: coordinator });
  expect(wordsOf(page)).toMatch(/The longest open first .*Ann First Police .*Bob Second Health/);
  expect(countQueues(world.as(coordinator))).toEqual({ requests: 0, approvals: 2 });
  const form = { intent: "approve", approvalId: second.approvalId };
  expect((await open("/manage/approvals", { form, as: coordinator })).to).toBe(
    "/manage/approvals?done=approved",
  );
  expect(booking(second.bookingId)?.state).toBe("confirmed");
});

test("everybody but coordinators is turned away, and the counts are theirs too", async () => {
  const world = requested();
  const { open, lead, admin, boss, report, person, asked, as, db } = world;
  report();
  if (!asked.ok) throw new Error(asked.reason);
  const others = [lead, admin, boss, person()];
  const before = contentOf(db);
  for (const who of others) {
    expect((await open("/manage/approvals", { as: who })).status).toBe(403);
    const form = { intent: "accept", bookingId: asked.value.bookingId };
    expect((await open("/manage/approvals", { form, as: who })).status).toBe(403);
    expect(() => countQueues(as(who))).toThrow(Forbidden);
  }
  expect(contentOf(db)).toBe(before);
});
