// A session's page: what it says by how things stand, who sees a draft, and a joining link that is never on it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callOffSession } from "~/domain/bookings/bookings.server";
import { addMaterial, assignTrainer } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const secretLink = "https://meet.example.org/secret";

function sessionWorld(plan: Parameters<ReturnType<typeof makeWorld>["session"]>[0] = {}) {
  const world = makeWorld();
  const sessionId = world.session(plan);
  const visit = siteOf(world);
  const see = (as?: string) => visit(`/sessions/${sessionId}`, { as });
  const setStatus = (status: "draft" | "published" | "closed" | "delivered" | "cancelled") =>
    world.db
      .update(world.tables.sessions)
      .set({ status })
      .where(eq(world.tables.sessions.id, sessionId))
      .run();
  const start = instantOf(addDays(world.today, 14), "09:30");
  return { ...world, world, sessionId, visit, see, setStatus, start };
}

test("the first screen says what, when, where, how many places and how to book", async () => {
  const { see, sessionId } = sessionWorld({ capacity: 1 });
  const page = await see();
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Neglect, 17 November 2026 – Joint training");
  expect(wordsOf(page)).toMatch(
    /When Tuesday 17 November 2026, 9:30am to 4:30pm Where The Hall, 1 Test Street, TS1 1TS Places 1 place left/,
  );
  expect(page.html).toMatch(new RegExp(`href="/sessions/${sessionId}/book"[^>]*>\\s*Book a place`));
  expect(brokenReferences(page)).toEqual([]);
});

test("the next step follows how things stand", async () => {
  const { see, world, sessionId, setStatus, clock, start } = sessionWorld({ capacity: 1 });
  const next = async (as?: string) => wordsOf(await see(as));
  const ann = world.person();
  world.book(sessionId, ann);
  expect(await next()).toContain("Places Full");
  expect(await next()).toContain("Join the waiting list");
  expect(await next(ann)).toContain("You have a booking for this session. See your booking");
  world.book(sessionId, world.person());
  expect(await next()).toContain("Full, 1 person waiting");
  clock.set(start);
  expect(await next()).toContain("This session has started.");
  setStatus("cancelled");
  expect(await next()).toContain("This session has been cancelled.");
  setStatus("closed");
  clock.set(start - 1);
  expect(await next()).toContain("This session is not open for booking.");
});

test("after booking has closed it says when that was and whom to ask, and offers no booking", async () => {
  const start = instantOf("2026-11-17", "09:30");
  const { see, clock } = sessionWorld({ bookingClosesAt: start - hours(24) });
  clock.set(start - hours(24));
  const page = await see();
  expect(wordsOf(page)).toContain("Booking closed on Monday 16 November 2026 at 9:30am");
  expect(page.html).not.toContain("/book");
});

test("a draft is there for coordinators and its own trainers; to all others it does not exist, by any of its addresses", async () => {
  const { world, sessionId, visit, see } = sessionWorld({ status: "draft" });
  const own = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId: own, part: "lead", agreed: true });
  expect((await see(own)).status).toBe(200);
  expect((await see(world.coordinator)).status).toBe(200);
  const others = [
    undefined,
    world.person(),
    world.trainer(),
    world.person({ roles: ["admin", "sdg_member", "scrutineer", "agency_lead"] }),
  ];
  for (const as of others) {
    expect((await see(as)).status).toBe(404);
    expect((await visit(`/sessions/${sessionId}.data`, { as })).html).not.toContain("Neglect");
    if (!as) continue;
    const [book, missing] = [
      await visit(`/sessions/${sessionId}/book`, { as }),
      await visit("/sessions/none/book", { as }),
    ];
    expect([book.status, book.to]).toEqual([missing.status, missing.to]);
    const posted = await visit(`/sessions/${sessionId}/book`, {
      as,
      form: { step: "confirm", "if-full": "refuse" },
    });
    expect(posted.status).toBe(404);
  }
});

test("a draft that was called off stays unknown, by any of its addresses; coordinators still see it", async () => {
  const { world, sessionId, visit, see } = sessionWorld({ status: "draft" });
  expect(callOffSession(world.as(world.coordinator), { sessionId, reason: "no venue" }).ok).toBe(true);
  const lead = world.person({ roles: ["agency_lead"] });
  for (const as of [undefined, world.person(), world.trainer(), lead]) {
    expect((await see(as)).status).toBe(404);
    expect((await visit(`/sessions/${sessionId}.data`, { as })).html).not.toContain("Neglect");
    expect((await visit(`/sessions/${sessionId}/calendar.ics`, { as })).status).toBe(404);
    if (as) expect((await visit(`/sessions/${sessionId}/book`, { as })).status).toBe(404);
  }
  expect((await visit(`/team/bookings/new/${sessionId}`, { as: lead })).status).toBe(404);
  expect((await see(world.coordinator)).status).toBe(200);
});

test("a published session that is called off says so first, with the way to other dates, and nothing of booking it", async () => {
  const { world, sessionId, see } = sessionWorld();
  expect(callOffSession(world.as(world.coordinator), { sessionId, reason: "no venue" }).ok).toBe(true);
  const page = await see();
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toMatch(
    /Neglect ! Warning: This session has been cancelled\. It does not take place\. See other dates When Tuesday 17 November/,
  );
  expect(page.html).toMatch(/href="\/courses\/neglect"[^>]*>See other dates/);
  for (const words of ["Places", "Book by", "Before you book", "Cancelling", "Add to your calendar"])
    expect(wordsOf(page)).not.toContain(words);
  expect(brokenReferences(page)).toEqual([]);
});

test("a session that does not exist is not found", async () => {
  const { visit } = sessionWorld();
  expect((await visit("/sessions/none")).status).toBe(404);
});

test("an online session says that the link comes with a place, and has it neither on the page nor in the data behind it", async () => {
  const { world, sessionId, visit } = sessionWorld({
    mode: "online",
    venueId: null,
    joiningLink: secretLink,
    capacity: 1,
  });
  const ann = world.person();
  world.book(sessionId, ann);
  const queued = world.person();
  world.book(sessionId, queued);
  const own = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId: own, part: "lead", agreed: true });
  for (const as of [undefined, ann, queued, own, world.person(), world.coordinator]) {
    for (const path of [`/sessions/${sessionId}`, `/sessions/${sessionId}.data`]) {
      const page = await visit(path, { as });
      expect(page.status).toBe(200);
      expect(page.html).not.toContain("meet.example.org");
    }
  }
  expect(wordsOf(await visit(`/sessions/${sessionId}`))).toContain(
    "Online. The joining link is shown once you have a place.",
  );
});

test("trainers stand on the page by their part and agency, never by name", async () => {
  const { world, sessionId, see, visit } = sessionWorld();
  for (const [name, part] of [
    ["Tess Trainer", "lead"],
    ["Pat Parent", "lived experience"],
  ] as const) {
    assignTrainer(world.asSystem, { sessionId, personId: world.trainer(name), part, agreed: true });
  }
  const page = await see();
  expect(wordsOf(page)).toMatch(
    /Trainers (Lead trainer, Police|Parent with lived experience, Police| )+Access/,
  );
  const behind = await visit(`/sessions/${sessionId}.data`);
  for (const text of [page.html, behind.html]) expect(text).not.toMatch(/Tess|Pat Parent/);
});

test("who is booked is nobody's business: neither names nor ids of people are in the data of the page", async () => {
  const { world, sessionId, visit } = sessionWorld();
  const ann = world.person({ name: "Ann Learner" });
  const bookingId = world.book(sessionId, ann);
  for (const as of [undefined, world.person()]) {
    const { html } = await visit(`/sessions/${sessionId}.data`, { as });
    for (const private_ of ["Ann Learner", ann, bookingId]) expect(html).not.toContain(private_);
  }
});

test("of a hybrid session it says what is left where, the room and its access, and when it goes ahead", async () => {
  const { world, see, db, tables, sessionId, clock } = sessionWorld({
    mode: "hybrid",
    joiningLink: secretLink,
    capacity: 2,
    onlineCapacity: 3,
    minimum: 2,
    decideBy: instantOf("2026-11-10", "17:00"),
    opensAt: instantOf("2026-11-04", "09:00"),
  });
  db.insert(tables.rooms)
    .values({ id: "r", venueId: "venue", name: "Blue room", capacity: 9, access: "Stairs" })
    .run();
  db.update(tables.sessions).set({ roomId: "r" }).run();
  const early = wordsOf(await see());
  expect(early).toContain("Booking opens on Wednesday 4 November 2026 at 9am");
  expect((await see()).html).not.toContain(`/sessions/${sessionId}/book`);
  clock.set(instantOf("2026-11-04", "09:00"));
  const words = wordsOf(await see());
  expect(words).toContain(
    "Where Blue room, The Hall, 1 Test Street, TS1 1TS. Or online: you choose when you book.",
  );
  expect(words).toContain("5 places left: up to 2 in the room and 3 online");
  expect(words).toContain("Goes ahead If 2 people have a place by Tuesday 10 November 2026 at 5pm.");
  expect(words).toContain("Access Step-free Blue room: Stairs");
  expect((await see()).html).not.toContain("meet.example.org");
  for (let n = 0; n < 2; n++) world.book(sessionId, world.person());
  expect(wordsOf(await see())).toContain("3 places left, all online");
  clock.set(instantOf("2026-11-10", "17:00"));
  expect(wordsOf(await see())).not.toContain("Goes ahead");
});

test("only materials for everyone are there, not even in the data behind the page", async () => {
  const { world, sessionId, visit } = sessionWorld();
  for (const shownTo of ["everyone", "people booked", "trainers"] as const) {
    const url = `https://files.example.org/${shownTo.replace(" ", "-")}`;
    addMaterial(world.as(world.coordinator), { sessionId, title: `For ${shownTo}`, url, shownTo });
  }
  for (const path of [`/sessions/${sessionId}`, `/sessions/${sessionId}.data`]) {
    const { html } = await visit(path);
    expect(html).toContain("https://files.example.org/everyone");
    expect(html).not.toMatch(/people-booked|For people booked|example.org\/trainers|For trainers/);
  }
});
