// A booking's page once it has ended: by whom, why, how late, what it cost, and where to go instead.
import { expect, test } from "vitest";
import {
  answerApproval,
  answerSilence,
  cancelBooking,
  declineOffer,
  endWaiting,
  expireOffers,
  moveBooking,
  substitute,
} from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { brokenReferences, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld } from "./booking-world";

function states() {
  const world = bookingWorld();
  const ann = world.person({ name: "Ann" });
  /** Title without the service's name, and the words of the page. */
  const see = async (id: string, as = ann) => {
    const page = await world.visit(`/bookings/${id}`, { as });
    expect(brokenReferences(page)).toEqual([]);
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    return { title: titleOf(page).split(":")[0], words: wordsOf(page), html: page.html };
  };
  const approval = () => world.db.select().from(world.tables.bookingApprovals).get()?.id ?? "";
  return { ...world, ann, see, approval };
}

test("not approved: by whom, with their words; and by silence", async () => {
  for (const silence of [false, true]) {
    const { course, details, person, session, ask, ann, see, as, approval, clock, asSystem } = states();
    course({ approval: "line manager" });
    const boss = person();
    details(ann, { lineManagerEmail: `${boss}@police.example.org` });
    const id = ask(session(), ann);
    if (silence) {
      clock.forward(days(5));
      answerSilence(asSystem);
    } else answerApproval(as(boss), { approvalId: approval(), approve: false, note: "Not this term." });
    const { title, words } = await see(id);
    expect(title).toBe("Your booking was not approved");
    expect(words).toContain(
      silence
        ? "Nobody answered in time, so it was declined."
        : `Your line manager (${boss}@police.example.org) did not agree. They wrote: Not this term.`,
    );
  }
});

test("offered, turned down, and ended unanswered", async () => {
  const { session, ask, person, ann, see, as, clock, asSystem } = states();
  const sessionId = session({ capacity: 1 });
  const taken = ask(sessionId, person());
  const id = ask(sessionId, ann);
  const cat = person({ name: "Cat" });
  const next = ask(sessionId, cat);
  cancelBooking(asSystem, { bookingId: taken });
  const offered = await see(id);
  expect(offered.title).toBe("A place is being held for you");
  expect(offered.words).toContain("Answer by Wednesday 4 November 2026 at 10am. You have 24 hours left.");
  expect(offered.html).toContain(`href="/bookings/${id}/offer"`);
  declineOffer(as(ann), id);
  expect(await see(id)).toMatchObject({ title: "You turned down the offer" });
  clock.forward(hours(24));
  const late = await see(next, cat);
  expect(late.words).toContain("The time to answer has passed.");
  expireOffers(asSystem);
  const expired = await see(next, cat);
  expect(expired.title).toBe("The offer has ended");
  expect(expired.words).toContain("Nobody answered the offer in time");
});

test("waiting when booking closes, and a request nobody decided", async () => {
  const { session, ask, person, ann, see, clock, asSystem, forOtherWork, today } = states();
  const sessionId = session({ capacity: 1 });
  ask(sessionId, person());
  const waited = ask(sessionId, ann);
  const elsewhere = session();
  forOtherWork();
  const asked = ask(elsewhere, ann);
  clock.set(instantOf(addDays(today, 14), "09:30"));
  endWaiting(asSystem);
  expect(await see(waited)).toMatchObject({ title: "Waiting has ended" });
  expect((await see(waited)).words).toContain("Booking has closed, and no place came free in time.");
  expect(await see(asked)).toMatchObject({ title: "Your request has ended" });
  expect((await see(asked)).words).toContain("Booking has closed before anyone decided.");
});

test("cancelled: by whom, how late, what it cost, and the reason for the person alone", async () => {
  const { rules, session, ask, ann, see, as, clock, today, person, coordinator, details } = states();
  rules();
  details(ann, { agencyId: "health" });
  const id = ask(session(), ann);
  clock.set(instantOf(addDays(today, 12), "12:00"));
  cancelBooking(as(ann), { bookingId: id, reason: "I am ill" });
  const own = await see(id);
  expect(own.title).toBe("Booking cancelled");
  expect(own.words).toContain("You cancelled it on Sunday 15 November 2026 at midday.");
  expect(own.words).toContain("That was 1 full working day before the session, which is late by the terms.");
  expect(own.words).toContain("£50 is charged to your agency");
  expect(own.words).toContain("The reason given: I am ill");
  expect(own.html).toMatch(/href="\/my\/charges\/[^"]+"/);
  const lead = person({ agencyId: "health", roles: ["agency_lead"] });
  const theirs = await see(id, lead);
  expect(theirs.words).toContain("This is how Ann sees their booking.");
  expect(theirs.words).not.toContain("ill");
  expect((await see(id, coordinator)).words).toContain("Manage this booking");
});

test("cancelled by a coordinator, by substitution, and with the session", async () => {
  const { session, ask, ann, see, as, person, coordinator, world } = states();
  const [one, two] = [session(), session()];
  const first = ask(one, ann);
  cancelBooking(as(coordinator), { bookingId: first, ourDoing: true });
  expect((await see(first)).words).toContain(
    "A coordinator cancelled it on Tuesday 3 November 2026 at 10am.",
  );
  const second = ask(two, ann);
  substitute(as(coordinator), { bookingId: second, personId: person() });
  expect((await see(second)).words).toContain("A colleague takes your place.");
  expect(world.count("bookings")).toBe(3);
});

test("moved: the link leads to the new booking", async () => {
  const { session, ask, ann, see, as, today } = states();
  const id = ask(session(), ann);
  const later = session({
    meetings: [{ date: addDays(today, 30), startTime: "09:30", endTime: "16:30" }],
  });
  const moved = moveBooking(as(ann), { bookingId: id, toSessionId: later });
  if (!moved.ok) throw new Error(moved.reason);
  const { title, words, html } = await see(id);
  expect(title).toBe("Your booking has moved to another date");
  expect(words).toContain("You moved it on Tuesday 3 November 2026 at 10am.");
  expect(words).toContain("See your booking on 3 December 2026");
  expect(html).toContain(`href="/bookings/${moved.value.bookingId}"`);
});

test("after the session: attended, in part, not at all", async () => {
  const { session, ask, ann, see, world } = states();
  const id = ask(session(), ann);
  const becomes = (state: "attended" | "partly attended" | "did not attend") =>
    world.db.update(world.tables.bookings).set({ state }).run();
  becomes("attended");
  expect((await see(id)).html).toContain('href="/my/record"');
  becomes("partly attended");
  expect(await see(id)).toMatchObject({ title: "You attended part of this session" });
  becomes("did not attend");
  expect((await see(id)).words).toContain("The register says that you did not come.");
});
