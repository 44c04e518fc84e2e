import { expect, test } from "vitest";
import { cancelBooking, finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { evaluationToken } from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

function myWorld() {
  const world = makeWorld();
  const ann = world.person({ name: "Ann Learner" });
  const visit = siteOf(world);
  const see = async () => {
    const page = await visit("/my", { as: ann });
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    return { page, words: wordsOf(page) };
  };
  return { ...world, world, ann, visit, see };
}

const linkTo = (bookingId: string, stage: "T0" | "T2") =>
  `href="/evaluate/${evaluationToken(testSettings.secret, { bookingId, stage })}"`;

test("a stranger is sent to sign in and comes back", async () => {
  const { visit } = myWorld();
  expect((await visit("/my")).to).toBe("/sign-in?to=%2Fmy");
});

test("someone without bookings is shown a way to find a course", async () => {
  const { see } = myWorld();
  const { page, words } = await see();
  expect(titleOf(page)).toBe("My training – Joint training");
  expect(words).toContain("You have no bookings");
  expect(words).toContain("Nothing yet.");
  expect(words).not.toContain("What needs you");
});

test("from booking to record: the questions before, the booking, then the questions after and the record", async () => {
  const { world, ann, see, clock } = myWorld();
  const sessionId = world.session();
  const bookingId = world.book(sessionId, ann);
  const booked = await see();
  expect(booked.page.html).toContain(linkTo(bookingId, "T0"));
  expect(booked.words).toMatch(/Coming up Neglect When Tuesday 17 November 2026.*Your place Confirmed/);

  const [meeting] = meetingsOf(world, sessionId);
  const meetingId = meeting?.id ?? "";
  clock.set(meeting?.endsAt ?? 0);
  markAttendance(world.asSystem, { meetingId, marks: new Map([[bookingId, "left early"]]) });
  finishRegister(world.asSystem, meetingId);
  const came = await see();
  expect(came.page.html).toContain(linkTo(bookingId, "T2"));
  expect(came.words).toContain("by Thursday 19 November 2026 at 4:30pm");
  expect(came.words).toContain("You have no bookings");
  expect(came.words).toContain("No certificate for Neglect, 17 November 2026: you attended part of it.");
  expect(came.words).toContain("Sessions appear here once the trainer has taken the register");
  clock.forward(hours(48));
  // Late answers are welcome by the link, but nothing needs them.
  expect((await see()).words).not.toContain("What needs you");
});

test("an offer stands first with the time left, as a link to answer it", async () => {
  const { world, ann, see, clock } = myWorld();
  const sessionId = world.session({ capacity: 1 });
  const holder = world.person();
  const held = world.book(sessionId, holder);
  const bookingId = world.book(sessionId, ann);
  expect((await see()).words).toContain("Your place On the waiting list");
  cancelBooking(world.as(holder), { bookingId: held });
  clock.forward(hours(3));
  const { page, words } = await see();
  expect(words).toMatch(/What needs you Answer the offer of a place: Neglect \(21 hours left\)/);
  expect(page.html).toContain(`href="/bookings/${bookingId}/offer"`);
});

test("what was cancelled is not listed, and a session that is over without a register is not still to come", async () => {
  const { world, ann, see, clock } = myWorld();
  const cancelled = world.book(world.session(), ann);
  cancelBooking(world.as(ann), { bookingId: cancelled });
  const other = world.session({
    meetings: [{ date: addDays(world.today, 2), startTime: "09:30", endTime: "12:30" }],
  });
  const live = world.book(other, ann);
  const { page } = await see();
  expect(page.html).toContain(`/bookings/${live}"`);
  expect(page.html).not.toContain(`/bookings/${cancelled}"`);
  clock.forward(days(3));
  expect((await see()).words).toContain("You have no bookings");
});

test("nothing of anyone else is on the page or in the data behind it", async () => {
  const { world, ann, visit } = myWorld();
  const sessionId = world.session({ capacity: 5 });
  world.book(sessionId, ann);
  const bob = world.person({ name: "Bob Other" });
  const bobs = world.book(sessionId, bob);
  for (const path of ["/my", "/my.data"]) {
    const { html } = await visit(path, { as: ann });
    for (const others of ["Bob Other", bob, bobs]) expect(html).not.toContain(others);
  }
});
