// A coordinator's day: the programme with its gaps, and the queues that wait.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { loader } from "~/routes/manage._index/route";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

function managedWorld() {
  const world = makeWorld();
  const web = webOf(world);
  const see = async (query = "", as: string = world.coordinator) =>
    loader(await web.visit(`/manage${query}`, { as }));
  const on = (days: number) => [{ date: addDays(world.today, days), startTime: "09:30", endTime: "16:30" }];
  return { ...world, web, see, on };
}

test("sessions fall into the next 14 days and the three months after, with places, waiting and trainers", async () => {
  const world = managedWorld();
  const soon = world.session({ meetings: world.on(14) });
  const later = world.session({ meetings: world.on(15), status: "draft" });
  world.session({ meetings: world.on(200) });
  const trainer = world.trainer();
  assignTrainer(world.as(world.coordinator), { sessionId: later, personId: trainer, part: "lead" });
  for (let i = 0; i < 3; i++) world.book(soon, world.person());
  const page = await world.see();
  expect(page.soon).toMatchObject([
    { id: soon, taken: 2, waiting: 1, capacity: 2, trainers: 0, meetings: 1 },
  ]);
  expect(page.later).toMatchObject({
    total: 1,
    page: 1,
    sessions: [{ id: later, status: "draft", trainers: 1 }],
  });
});

test("later sessions come a page at a time; a page out of range is the first", async () => {
  const world = managedWorld();
  for (let day = 20; day < 71; day++) world.session({ meetings: world.on(day) });
  expect((await world.see()).later).toMatchObject({ total: 51, pages: 2, page: 1 });
  expect((await world.see("?page=2")).later.sessions).toHaveLength(1);
  expect((await world.see("?page=9")).later.page).toBe(1);
  expect((await world.see("?page=x")).later.page).toBe(1);
});

test("an offer that nobody has answered waits with its end", async () => {
  const world = managedWorld();
  const session = world.session({ capacity: 1 });
  const first = world.person();
  const booking = world.book(session, first);
  world.book(session, world.person({ name: "Wanda Waiting", agencyId: "health" }));
  cancelBooking(world.as(first), { bookingId: booking });
  const { offers } = await world.see();
  expect(offers).toMatchObject([
    {
      sessionId: session,
      personName: "Wanda Waiting",
      agencyName: "Health",
      offerEndsAt: world.clock.now() + hours(24),
    },
  ]);
});

test("a register is overdue half a day after its meeting, and its trainers are named", async () => {
  const world = managedWorld();
  const session = world.session({ meetings: world.on(1) });
  const trainer = world.trainer("Tess Trainer");
  assignTrainer(world.as(world.coordinator), { sessionId: session, personId: trainer, part: "lead" });
  const ended = instantOf(addDays(world.today, 1), "16:30");
  world.clock.set(ended + hours(12));
  expect((await world.see()).registers).toEqual([]);
  world.clock.forward(1);
  expect((await world.see()).registers).toMatchObject([
    { courseTitle: "Neglect", number: 1, of: 1, trainerNames: "Tess Trainer" },
  ]);
});

test("messages that failed or are unsure wait for a human", async () => {
  const world = managedWorld();
  world.book(world.session(), world.person());
  expect((await world.see()).messages).toEqual([]);
  world.db.update(world.tables.outbox).set({ state: "unsure", lastProblem: "Timed out" }).run();
  const { messages } = await world.see();
  expect(messages).toMatchObject([
    { kind: "booking confirmed", state: "unsure", problem: "Timed out", subject: null },
  ]);
});

test("the page is for coordinators", async () => {
  const world = managedWorld();
  expect(await answerOf(world.see("", world.person()))).toMatchObject({ status: 403 });
  expect(await answerOf(world.see("", world.trainer()))).toMatchObject({ status: 403 });
  expect(await answerOf(loader(await world.web.visit("/manage")))).toMatchObject({
    status: 302,
    to: "/sign-in?to=%2Fmanage",
  });
  world.db
    .delete(world.tables.roleGrants)
    .where(eq(world.tables.roleGrants.personId, world.coordinator))
    .run();
  expect(await answerOf(world.see())).toMatchObject({ status: 403 });
});
