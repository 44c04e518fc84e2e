// What a trainer sees: their own sessions, the next one first, and nobody else's.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { loader as listPage } from "~/routes/trainer._index/route";
import { loader as sessionPage } from "~/routes/trainer.sessions.$id._index/route";
import { addDays, instantOf } from "~/shared/civil-time";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

function taughtWorld() {
  const world = makeWorld();
  const { as, coordinator, session, today } = world;
  const trainer = world.trainer("Tess Trainer");
  const second = world.trainer("Tom Trainer");
  const soon = session({ meetings: [{ date: addDays(today, 7), startTime: "09:30", endTime: "16:30" }] });
  const later = session({ meetings: [{ date: addDays(today, 21), startTime: "09:30", endTime: "12:30" }] });
  for (const sessionId of [later, soon]) {
    assignTrainer(as(coordinator), { sessionId, personId: trainer, part: "lead", agreed: true });
  }
  assignTrainer(as(coordinator), { sessionId: soon, personId: second, part: "co-trainer", agreed: true });
  return { ...world, web: webOf(world), trainer, second, soon, later };
}

test("the next session comes first, with who teaches beside, how many come and what they need, but no names", async () => {
  const world = taughtWorld();
  const [ann, bob] = [world.person({ name: "Ann Learner" }), world.person({ name: "Bob Learner" })];
  for (const id of [ann, bob]) {
    world.db
      .update(world.tables.people)
      .set({ accessNeeds: "Large print" })
      .where(eq(world.tables.people.id, id))
      .run();
    world.book(world.soon, id);
  }
  world.book(world.soon, world.person());
  const page = await listPage(await world.web.visit("/trainer", { as: world.trainer }));
  expect(page.next).toMatchObject({ id: world.soon, booked: 2, waiting: 1, needs: ["Large print"] });
  expect(page.next?.others).toMatchObject([
    { name: "Tom Trainer", agencyName: "Police", part: "co-trainer" },
  ]);
  expect(page.later.map((session) => session.id)).toEqual([world.later]);
  expect(JSON.stringify(page)).not.toContain("Ann Learner");
});

test("a meeting that is over without a register is flagged until the register is finished", async () => {
  const world = taughtWorld();
  const booking = world.book(world.soon, world.person());
  world.clock.set(instantOf(addDays(world.today, 8), "09:00"));
  const before = await listPage(await world.web.visit("/trainer", { as: world.trainer }));
  const meetingId = before.past[0]?.meetings[0]?.id ?? "";
  expect(before.unfinished).toEqual([{ meetingId, date: addDays(world.today, 7), courseTitle: "Neglect" }]);
  expect(before.next?.id).toBe(world.later);

  const ctx = world.as(world.trainer);
  markAttendance(ctx, { meetingId, marks: new Map([[booking, "present"]]) });
  finishRegister(ctx, meetingId);
  const after = await listPage(await world.web.visit("/trainer", { as: world.trainer }));
  expect(after.unfinished).toEqual([]);
  expect(after.past[0]?.meetings[0]?.registerTakenAt).toBe(world.clock.now());
});

test("a trainer without sessions, and a coordinator, see an empty page that says what to do", async () => {
  const world = taughtWorld();
  const page = await listPage(await world.web.visit("/trainer", { as: world.coordinator }));
  expect(page).toMatchObject({ coordinates: true, next: null, later: [], past: [] });
});

test("a session shows who is coming to its trainers and coordinators only", async () => {
  const world = taughtWorld();
  world.book(world.soon, world.person({ name: "Ann Learner", agencyId: "health" }));
  const params = { id: world.soon };
  for (const as of [world.trainer, world.coordinator]) {
    const page = await sessionPage(await world.web.visit(`/trainer/sessions/${world.soon}`, { as, params }));
    expect(page.people).toMatchObject([{ name: "Ann Learner", agencyName: "Health", accessNeeds: null }]);
  }
  const other = world.person({ name: "Other Trainer", roles: ["trainer"] });
  const open = async (as?: string) =>
    answerOf(sessionPage(await world.web.visit(`/trainer/sessions/${world.soon}`, { as, params })));
  expect(await open(world.trainer)).toMatchObject({ status: 200 });
  expect(await open(other)).toMatchObject({ status: 404 });
  expect(await open(world.person())).toMatchObject({ status: 403 });
  expect(await open()).toMatchObject({
    status: 302,
    to: `/sign-in?to=${encodeURIComponent(`/trainer/sessions/${world.soon}`)}`,
  });
});
