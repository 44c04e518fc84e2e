// A coordinator's day: the programme with its gaps, and the queues that wait.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { loader } from "~/routes/manage._index/route";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
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

test("the sessions of the next 14 days stand there with places, waiting, trainers, and what each lacks", async () => {
  const world = managedWorld();
  const soon = world.session({ meetings: world.on(14) });
  const running = world.session({ meetings: [...world.on(1), ...world.on(2)] });
  world.session({ meetings: world.on(16) });
  const trainer = world.trainer();
  assignTrainer(world.as(world.coordinator), {
    sessionId: soon,
    personId: trainer,
    part: "lead",
    agreed: true,
  });
  for (let i = 0; i < 3; i++) world.book(soon, world.person());
  world.clock.set(instantOf(addDays(world.today, 1), "12:00"));
  const page = await world.see();
  expect(page.soon).toMatchObject([
    { id: running, meetings: 2 },
    { id: soon, taken: 2, waiting: 1, capacity: 2, trainers: 1, meetings: 1 },
  ]);
  expect((await world.see("?sort=waiting&order=desc")).soon.map(({ id }) => id)).toEqual([soon, running]);
});

test("each gap is a tag with its action in the row, and can be looked at alone", async () => {
  const world = managedWorld();
  const visit = siteOf(world);
  const sessionId = world.session({
    mode: "online",
    venueId: null,
    minimum: 2,
    decideBy: world.clock.now() + hours(24),
    meetings: world.on(3),
  });
  const page = await visit("/manage", { as: world.coordinator });
  expect(brokenReferences(page)).toEqual([]);
  const words = wordsOf(page);
  expect(words).toContain("0 of at least 2 people No trainer No joining link");
  expect(words).toContain("1 session in the next 14 days waiting for a decision whether to go ahead");
  expect(words).toContain("1 session in the next 14 days without a joining link");
  expect(page.html).toContain(`href="/manage/sessions/${sessionId}#minimum"`);
  world.db.update(world.tables.sessions).set({ goAheadAt: 1 }).run();
  expect((await visit("/manage?show=lacking", { as: world.coordinator })).html).toContain(
    `href="/manage/sessions/${sessionId}#trainers"`,
  );
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
  assignTrainer(world.as(world.coordinator), {
    sessionId: session,
    personId: trainer,
    part: "lead",
    agreed: true,
  });
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
