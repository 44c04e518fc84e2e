// What the booking pages ask, and only that: the mode, what comes first, who agrees; and what they say before.
import { expect, test } from "vitest";
import { addDays, instantOf } from "~/shared/civil-time";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld, hiddenOf } from "./booking-world";

function asks() {
  const world = bookingWorld();
  const ann = world.person({ name: "Ann Learner" });
  const open = (sessionId: string, as = ann) => world.visit(`/sessions/${sessionId}/book`, { as });
  const visitBooking = (path: string) => world.visit(path, { as: ann });
  const send = (sessionId: string, form: Record<string, string>, as = ann) =>
    world.visit(`/sessions/${sessionId}/book`, { as, form });
  return { ...world, world: { ...world, visitBooking }, ann, open, send };
}

test("with nothing to weigh one page is enough: the questions, the terms with the last free day, and the button that books", async () => {
  const { rules, session, open, send, ann, bookingOf, today } = asks();
  rules();
  const sessionId = session();
  const page = await open(sessionId);
  expect(page.html).toMatch(/<button[^>]*value="confirm"[^>]*>Confirm booking/);
  expect(page.html).not.toContain("Continue");
  // Three full working days before Tuesday 17 November: neither that day nor the last one to cancel counts.
  expect(today).toBe("2026-11-03");
  expect(wordsOf(page)).toContain("Cancelling is free until the end of Wednesday 11 November 2026.");
  expect(wordsOf(page)).toContain("With less notice, the full rate is charged to your agency.");
  expect(brokenReferences(page)).toEqual([]);
  const sent = await send(sessionId, hiddenOf(page, { step: "confirm", accessNeeds: "" }));
  expect(sent.to).toBe(`/bookings/${bookingOf(ann)?.id}`);
  expect(bookingOf(ann)?.state).toBe("confirmed");
});

test("the last free day is right on both sides of the clock changes", async () => {
  for (const [now, day, last] of [
    [Date.UTC(2026, 9, 12, 9), "2026-10-27", "Wednesday 21 October 2026"],
    // Good Friday and Easter Monday 2027 are 26 and 29 March.
    [Date.UTC(2027, 2, 10, 9), "2027-03-31", "Tuesday 23 March 2027"],
  ] as const) {
    const { rules, session, visit, person } = bookingWorld(now);
    rules();
    const sessionId = session({ meetings: [{ date: day, startTime: "09:30", endTime: "16:30" }] });
    const page = await visit(`/sessions/${sessionId}/book`, { as: person() });
    expect(wordsOf(page)).toContain(`Cancelling is free until the end of ${last}.`);
  }
});

test("before a board has set terms nothing is said to be charged", async () => {
  const { session, open } = asks();
  const words = wordsOf(await open(session()));
  expect(words).toContain("Cancelling is free until the session starts.");
  expect(words).not.toContain("charged");
});

test("of a hybrid session the mode is asked with the places left; a full one leads to its waiting list, and answers wait too", async () => {
  const { hybrid, ask, person, open, send, ann, bookingOf, count } = asks();
  const sessionId = hybrid(1, 2);
  ask(sessionId, person(), { mode: "in person" });
  const page = await open(sessionId);
  expect(wordsOf(page)).toMatch(/In person Full: you join the waiting list Online 2 places left for you/);
  expect(brokenReferences(page)).toEqual([]);

  const none = await send(sessionId, { step: "check", accessNeeds: "" });
  expect([none.status, errorSummaryOf(none)]).toEqual([
    400,
    [{ message: "Select where you will take part", to: "#field-mode" }],
  ]);
  expect((await send(sessionId, { step: "check", mode: "by post" })).status).toBe(400);

  const check = await send(sessionId, { step: "check", mode: "in person", "answer-recognise": "3" });
  expect(wordsOf(check)).toContain("There is no place now, so you join the waiting list.");
  expect(wordsOf(check)).not.toContain("3 out of 10");
  await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann)).toMatchObject({ mode: "in person", state: "waiting" });
  expect(count("responses")).toBe(0);
});

test("the mode that was chosen is the mode that is booked", async () => {
  const { hybrid, send, ann, bookingOf } = asks();
  const sessionId = hybrid(1, 1);
  const check = await send(sessionId, { step: "check", mode: "online" });
  expect(wordsOf(check)).toContain("Your place Online");
  await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann)).toMatchObject({ mode: "online", state: "confirmed" });
});

test("a clash with an own booking is a warning and no wall; one that ended is none", async () => {
  const { session, ask, open, send, ann, bookingOf, world } = asks();
  const other = session();
  const otherId = ask(other, ann);
  const sessionId = session();
  const page = await open(sessionId);
  expect(wordsOf(page)).toContain(
    "You have another booking at that time: Neglect , Tuesday 17 November 2026 at 9:30am to 4:30pm.",
  );
  expect(page.html).toContain(`href="/bookings/${otherId}"`);
  const check = await send(sessionId, { step: "check" });
  await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann, sessionId)?.state).toBe("confirmed");
  world.db.update(world.tables.bookings).set({ state: "cancelled" }).run();
  expect(wordsOf(await open(sessionId))).not.toContain("another booking");
});

test("what has to come first is asked; whoever has done it says when and where, and a coordinator looks first", async () => {
  const { asksForCourse, session, open, send, ann, bookingOf, world } = asks();
  asksForCourse();
  const sessionId = session();
  const page = await open(sessionId);
  expect(wordsOf(page)).toContain("Have you attended “Basics” in the last 3 years?");
  expect(brokenReferences(page)).toEqual([]);
  const unanswered = await send(sessionId, { step: "check" });
  expect(errorSummaryOf(unanswered)).toEqual([
    { message: "Select yes if you have done this", to: "#field-done-asked" },
  ]);
  const silent = await send(sessionId, { step: "check", "done-asked": "yes", "said-asked": " " });
  expect(errorSummaryOf(silent)).toEqual([
    { message: "Enter when and where you did this", to: "#field-said-asked" },
  ]);
  const long = await send(sessionId, { step: "check", "done-asked": "yes", "said-asked": "x".repeat(301) });
  expect(errorSummaryOf(long)[0]?.message).toBe("Enter when and where in 300 characters or fewer");
  expect(brokenReferences(long)).toEqual([]);

  const told = { "done-asked": "yes", "said-asked": "May 2025, at the hospital", "answer-act": "4" };
  const check = await send(sessionId, { step: "check", ...told });
  expect(wordsOf(check)).toMatch(/Done: Basics May 2025, at the hospital/);
  expect(wordsOf(check)).toContain("A coordinator looks at your request first.");
  expect(wordsOf(check)).toContain("Ask for a place");
  const added = watch(world);
  const sent = await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann)).toMatchObject({ state: "requested", queuedAt: null });
  expect(world.db.select().from(world.tables.prerequisiteClaims).all()).toMatchObject([
    { prerequisiteId: "asked", said: "May 2025, at the hospital", accepted: null },
  ]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.requested", "evaluations.answered"],
    messages: ["booking requested"],
  });
  const booking = wordsOf(await world.visitBooking(sent.to ?? ""));
  expect(booking).toContain("A coordinator is looking at your request");
  expect(booking).toContain("Basics: May 2025, at the hospital");
});

test("whoever has not done it is told what to book instead, and nothing is kept", async () => {
  const { asksForCourse, session, send, db } = asks();
  asksForCourse();
  const sessionId = session();
  const before = contentOf(db);
  for (const step of ["check", "confirm"]) {
    const page = await send(sessionId, { step, "done-asked": "no", accessNeeds: "A ramp" });
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("You need something else first");
    expect(page.html).toContain('href="/courses/basics"');
    expect(brokenReferences(page)).toEqual([]);
    const back = await send(sessionId, hiddenOf(page, { step: "change" }));
    expect(back.html).toMatch(/<textarea[^>]*>A ramp<\/textarea>/);
  }
  expect(contentOf(db)).toBe(before);
});

test("what our record shows is not asked again", async () => {
  const { asksForCourse, session, ask, open, ann, world } = asks();
  asksForCourse();
  const earlier = session();
  world.db.update(world.tables.sessions).set({ courseId: "basics" }).run();
  const done = ask(earlier, ann);
  world.db.update(world.tables.bookings).set({ state: "attended" }).run();
  expect(done).not.toBe("");
  const page = await open(session());
  expect(wordsOf(page)).not.toContain("Have you attended");
});

test("outside the audience it is said before asking, and asking leads to a coordinator", async () => {
  const { forOtherWork, session, open, send, ann, bookingOf } = asks();
  forOtherWork();
  const sessionId = session();
  expect(wordsOf(await open(sessionId))).toContain(
    "This course is for this work: Safeguarding leads. You can still ask: a coordinator looks at it first.",
  );
  const check = await send(sessionId, { step: "check" });
  await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann)?.state).toBe("requested");
});

test("before booking opens the page says when; a form sent early books nothing", async () => {
  const { session, open, send, world, today } = asks();
  const sessionId = session();
  world.db
    .update(world.tables.sessions)
    .set({ opensAt: instantOf(addDays(today, 2), "09:00") })
    .run();
  const page = await open(sessionId);
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain("Booking opens on Thursday 5 November 2026 at 9am.");
  expect(page.html).not.toContain("<textarea");
  const before = contentOf(world.db);
  const sent = await send(sessionId, { step: "confirm", "if-full": "wait" });
  expect(sent.status).toBe(409);
  expect(titleOf(sent)).toMatch(/^Error: /);
  expect(contentOf(world.db)).toBe(before);
});
