// A booking's page says the right words in every state: who decides, until when, what it cost, and where to go next.
import { expect, test } from "vitest";
import { answerRequest, bookGroup, cancelBooking, offerFreePlaces } from "~/domain/bookings/bookings.server";
import { days } from "~/shared/clock";
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

test("confirmed: the last free day, the ways out, and the contact", async () => {
  const { rules, session, ask, ann, see } = states();
  rules();
  const id = ask(session(), ann);
  const { title, words, html } = await see(id);
  expect(title).toBe("Your place is confirmed");
  expect(words).toContain("Cancelling is free until the end of Wednesday 11 November 2026.");
  expect(html).toContain(`href="/bookings/${id}/move"`);
  expect(html).toContain(`href="/bookings/${id}/cancellation"`);
  expect(html).toContain("mailto:unit@example.org");
});

test("requested, and declined by a coordinator with a note", async () => {
  const { forOtherWork, session, ask, ann, see, as, coordinator } = states();
  forOtherWork();
  const id = ask(session(), ann);
  const pending = await see(id);
  expect(pending.title).toBe("A coordinator is looking at your request");
  expect(pending.words).toContain("You need not do anything.");
  expect(pending.words).toContain("Withdraw this booking");
  answerRequest(as(coordinator), { bookingId: id, accept: false, note: "It is for leads." });
  const declined = await see(id);
  expect(declined.title).toBe("Your request was declined");
  expect(declined.words).toContain(
    "A coordinator looked at it and declined it. They wrote: It is for leads.",
  );
  expect(declined.html).toContain('href="/courses/neglect"');
});

test("awaiting approval without a place: a turn that counts from then", async () => {
  const { course, details, person, session, ask, ann, see } = states();
  course({ approval: "line manager" });
  details(ann, { lineManagerEmail: "boss@police.example.org" });
  const sessionId = session({ capacity: 1 });
  const other = details(person(), { lineManagerEmail: "x@police.example.org" });
  ask(sessionId, other);
  const id = ask(sessionId, ann);
  const waiting = await see(id);
  expect(waiting.title).toBe("Your booking is waiting for approval");
  expect(waiting.words).toContain(`They have until the end of Friday 6 November 2026.`);
  expect(waiting.words).toContain("Your turn on the waiting list counts from then.");
});

test("waiting: the position by the policy in words; one who cannot be offered a place is told why", async () => {
  const { rules, session, ask, person, ann, see, details } = states();
  const sessionId = session({ capacity: 1 });
  ask(sessionId, person());
  ask(sessionId, person());
  const id = ask(sessionId, ann);
  const first = await see(id);
  expect(first.words).toContain(
    "You are number 2 in the queue. A free place goes to whoever has waited longest. An offer of a place is open for 24 hours.",
  );
  expect(first.words).not.toContain("up as well as down");
  rules({ waiting: { policy: "mixed agencies", offerHours: 48, offersAtOnce: null, groupHours: 72 } });
  const mixed = await see(id);
  expect(mixed.words).toContain("A free place goes first to agencies with fewer places on the session");
  expect(mixed.words).toContain("An offer of a place is open for 48 hours.");
  expect(mixed.words).toContain("Your number can go up as well as down");
  details(ann, { agencyStanding: "awaiting" });
  const unsure = await see(id);
  expect(unsure.words).toContain("Your turn is kept, but you cannot be offered a place now.");
  expect(unsure.words).not.toContain("number");
});

test("waiting in a group: with how many, and what groups can expect", async () => {
  const { session, ask, person, ann, see, as } = states();
  const sessionId = session({ capacity: 1 });
  ask(sessionId, person());
  const lead = person({ roles: ["agency_lead"] });
  const booked = bookGroup(as(lead), {
    sessionId,
    personIds: [ann, person(), person()],
    ifFull: "wait",
  });
  if (!booked.ok) throw new Error("Not booked");
  const { words } = await see(booked.value.bookingIds[0] ?? "");
  expect(words).toContain("You wait together with 2 colleagues, and are offered places together.");
  expect(words).toContain("Places are set aside for a group at the head of the queue for 72 hours.");
});

test("materials are for those with a place, never for those who wait", async () => {
  const { session, ask, ann, person, see, world } = states();
  const sessionId = session({ capacity: 1 });
  world.db
    .insert(world.tables.sessionMaterials)
    .values(
      (["everyone", "people booked", "trainers"] as const).map((shownTo, index) => ({
        id: `m${index}`,
        sessionId,
        title: `For ${shownTo}`,
        url: `https://files.example.org/${index}`,
        shownTo,
        addedAt: index,
        addedBy: world.coordinator,
      })),
    )
    .run();
  const id = ask(sessionId, ann);
  const bob = person();
  const waits = ask(sessionId, bob);
  const { words } = await see(id);
  expect(words).toContain("For everyone For people booked");
  expect(words).not.toContain("For trainers");
  expect((await see(waits, bob)).words).not.toContain("For people booked");
});

test("of a hybrid session each sees where their own place is, and only those online the link", async () => {
  const { hybrid, ask, ann, person, see } = states();
  const sessionId = hybrid(1, 1);
  const inRoom = ask(sessionId, ann, { mode: "in person" });
  const bob = person();
  const online = ask(sessionId, bob, { mode: "online" });
  const room = await see(inRoom);
  expect(room.words).toContain("Where The Hall, 1 Test Street, TS1 1TS Access Step-free");
  expect(room.html).not.toContain("meet.example.org");
  const link = await see(online, bob);
  expect(link.html).toContain("https://meet.example.org/x");
  expect(link.words).not.toContain("The Hall");
  const lead = person({ roles: ["agency_lead"] });
  expect((await see(online, lead)).html).not.toContain("meet.example.org");
});

test("an offer of a hybrid session and of a group says what is offered", async () => {
  const { hybrid, ask, person, ann, as, visit, asSystem, rules, clock } = states();
  rules();
  const sessionId = hybrid(1, 1);
  const taken = ask(sessionId, person(), { mode: "online" });
  const lead = person({ roles: ["agency_lead"] });
  const group = bookGroup(as(lead), {
    sessionId,
    personIds: [ann, person()],
    ifFull: "wait",
    mode: "online",
  });
  if (!group.ok) throw new Error("Not booked");
  cancelBooking(asSystem, { bookingId: taken });
  // One place is set aside for the two of them; after three days each waits alone.
  clock.forward(days(3));
  offerFreePlaces(asSystem, sessionId);
  const id = group.value.bookingIds[0] ?? "";
  const page = await visit(`/bookings/${id}/offer`, { as: ann });
  expect(wordsOf(page)).toMatch(/16:30|4:30pm Online It is held for you until/);
  expect(wordsOf(page)).toContain("Each of you answers for yourself.");
  expect(wordsOf(page)).toContain("Cancelling is free until the end of Wednesday 11 November 2026.");
  expect(page.html).not.toContain("meet.example.org");
});
