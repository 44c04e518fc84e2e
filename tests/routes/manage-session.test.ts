// One session's workspace: who is booked, who is next, what has happened, and its trainers.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { refusalInWords } from "~/routes/manage.sessions.$id._index/assignment";
import { action, loader } from "~/routes/manage.sessions.$id._index/route";
import { addDays } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

function sessionWorld() {
  const world = makeWorld();
  const web = webOf(world);
  const sessionId = world.session({ capacity: 1 });
  const path = `/manage/sessions/${sessionId}`;
  const params = { id: sessionId };
  const see = async (as: string = world.coordinator) => loader(await web.visit(path, { as, params }));
  const send = async (form: Record<string, string>, as: string = world.coordinator) =>
    answerOf(action(await web.visit(path, { as, params, form })));
  const assign = (personId: string, part = "lead") => send({ intent: "assign", personId, part });
  return { ...world, web, sessionId, path, see, send, assign };
}

test("bookings, the waiting list in its order, and the history are there", async () => {
  const world = sessionWorld();
  const ann = world.person({ name: "Ann First" });
  const booking = world.book(world.sessionId, ann);
  world.clock.forward(minutes(1));
  world.book(world.sessionId, world.person({ name: "Zoe Second" }));
  world.clock.forward(minutes(1));
  world.book(world.sessionId, world.person({ name: "Cat Third", agencyId: "health" }));
  world.clock.forward(minutes(1));
  const before = await world.see();
  expect(before.waiting.map((person) => person.personName)).toEqual(["Zoe Second", "Cat Third"]);
  expect(before.taken).toBe(1);

  cancelBooking(world.as(ann), { bookingId: booking });
  const page = await world.see();
  expect(page.bookings.map((each) => [each.personName, each.agencyName, each.state])).toEqual([
    ["Ann First", "Police", "cancelled"],
    ["Cat Third", "Health", "waiting"],
    ["Zoe Second", "Police", "offered"],
  ]);
  expect(page.bookings[0]?.since).toBe(world.clock.now());
  expect(page.waiting.map((person) => person.personName)).toEqual(["Cat Third"]);
  expect(page.history.map((entry) => [entry.action, entry.aboutName, entry.byName])).toEqual([
    ["bookings.offered", "Zoe Second", "Ann First"],
    ["bookings.cancelled", "Ann First", "Ann First"],
    ["bookings.waiting", "Cat Third", "Cat Third"],
    ["bookings.waiting", "Zoe Second", "Zoe Second"],
    ["bookings.confirmed", "Ann First", "Ann First"],
    ["sessions.scheduled", null, null],
  ]);
});

test("only people who may teach this course can be chosen, with the last day of their approval", async () => {
  const world = sessionWorld();
  const approved = world.trainer("Approved");
  const another = world.trainer("Only in the pool");
  world.db
    .delete(world.tables.trainerApprovals)
    .where(eq(world.tables.trainerApprovals.personId, another))
    .run();
  expect((await world.see()).candidates).toMatchObject([
    { personId: approved, name: "Approved", until: addDays(world.today, 730), endsBefore: false },
  ]);
  expect(await world.assign(approved)).toMatchObject({ status: 302, to: `${world.path}?done=asked` });
  const page = await world.see();
  expect(page.candidates).toEqual([]);
  expect(page.session.trainers).toMatchObject([{ personId: approved, part: "lead" }]);
  expect(page.history[0]).toMatchObject({
    action: "sessions.trainer assigned",
    aboutName: "Approved",
    byName: "Coordinator",
  });
});

test("each refusal is told in words beside the trainer, with what was chosen", async () => {
  const world = sessionWorld();
  const { trainers, trainerApprovals } = world.tables;
  const approvedUntil = (personId: string, until: string) =>
    world.db.update(trainerApprovals).set({ until }).where(eq(trainerApprovals.personId, personId)).run();

  const [ends, unapproved, left, busy] = [world.trainer(), world.trainer(), world.trainer(), world.trainer()];
  approvedUntil(ends, addDays(world.today, 13));
  world.db.delete(trainerApprovals).where(eq(trainerApprovals.personId, unapproved)).run();
  world.db.update(trainers).set({ leftOn: world.today }).where(eq(trainers.personId, left)).run();
  const elsewhere = world.session();
  assignTrainer(world.as(world.coordinator), {
    sessionId: elsewhere,
    personId: busy,
    part: "lead",
    agreed: true,
  });

  const refused = async (personId: string, reason: keyof typeof refusalInWords) => {
    expect(await world.assign(personId)).toMatchObject({
      status: 400,
      data: { form: { errors: { personId: [refusalInWords[reason]] }, values: { personId, part: "lead" } } },
    });
  };
  await refused(ends, "approval ends before the session");
  await refused(unapproved, "not approved for this course");
  await refused(left, "not in the pool");
  await refused(busy, "teaches elsewhere at that time");
  const fine = world.trainer();
  await world.assign(fine);
  await refused(fine, "already assigned");
  world.db
    .update(world.tables.sessions)
    .set({ status: "cancelled" })
    .where(eq(world.tables.sessions.id, world.sessionId))
    .run();
  await refused(world.trainer(), "session is over");
});

test("a form without a trainer or a part says what to select", async () => {
  const world = sessionWorld();
  expect(await world.send({ intent: "assign", personId: "" })).toMatchObject({
    status: 400,
    data: { form: { errors: { personId: ["Select a trainer"], part: ["Select what they will do"] } } },
  });
});

test("a trainer is taken off", async () => {
  const world = sessionWorld();
  const trainer = world.trainer();
  await world.assign(trainer);
  expect(await world.send({ intent: "take off", personId: trainer })).toMatchObject({ status: 302 });
  expect((await world.see()).session.trainers).toEqual([]);
});

test("the page and its forms are for coordinators", async () => {
  const world = sessionWorld();
  const trainer = world.trainer();
  for (const as of [trainer, world.person()]) {
    expect(await answerOf(world.see(as))).toMatchObject({ status: 403 });
    expect(await world.send({ intent: "assign", personId: trainer, part: "lead" }, as)).toMatchObject({
      status: 403,
    });
  }
  const unknown = await world.web.visit("/manage/sessions/none", {
    as: world.coordinator,
    params: { id: "none" },
  });
  expect(await answerOf(loader(unknown))).toMatchObject({ status: 404 });
  expect((await world.see()).session.trainers).toEqual([]);
});
