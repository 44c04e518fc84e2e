// The register: partial marks are kept, finishing needs everyone, the last one opens the end evaluation.
import { expect, test } from "vitest";
import { readRegister } from "~/domain/bookings/bookings.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { action, loader } from "~/routes/trainer.registers.$id._index/route";
import { addDays, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

/** A two-day session on its first morning: a trainer, and two people with a place. */
function registerWorld() {
  const world = makeWorld();
  const { today } = world;
  const dates = [addDays(today, 7), addDays(today, 8)];
  const sessionId = world.session({
    meetings: dates.map((date) => ({ date, startTime: "09:30", endTime: "16:30" })),
  });
  const trainer = world.trainer();
  assignTrainer(world.as(world.coordinator), { sessionId, personId: trainer, part: "lead", agreed: true });
  const ann = world.book(sessionId, world.person({ name: "Ann Learner" }));
  const bob = world.book(sessionId, world.person({ name: "Bob Learner" }));
  const [first = "", second = ""] = meetingsOf(world, sessionId).map((meeting) => meeting.id);
  world.clock.set(instantOf(addDays(today, 7), "09:00"));
  const web = webOf(world);

  const see = async (meetingId: string, as: string = trainer) =>
    loader(await web.visit(`/trainer/registers/${meetingId}`, { as, params: { id: meetingId } }));
  const send = async (meetingId: string, form: Record<string, string>, as: string = trainer) =>
    answerOf(
      action(await web.visit(`/trainer/registers/${meetingId}`, { as, params: { id: meetingId }, form })),
    );
  const marksOf = (meetingId: string) =>
    readRegister(world.as(trainer), meetingId).people.map((person) => person.mark);
  return { ...world, web, sessionId, trainer, ann, bob, first, second, see, send, marksOf };
}

test("saving keeps the marks there are; blanks leave what is saved alone", async () => {
  const { first, ann, bob, send, see, marksOf } = registerWorld();
  const saved = await send(first, { [`mark-${ann}`]: "present", [`mark-${bob}`]: "", intent: "save" });
  expect(saved).toMatchObject({ status: 302, to: `/trainer/registers/${first}?done=saved` });
  expect(marksOf(first)).toEqual(["present", null]);
  await send(first, { [`mark-${bob}`]: "left-early", intent: "save" });
  expect(marksOf(first)).toEqual(["present", "left early"]);
  expect((await see(first)).takenAt).toBeNull();
});

test("an old page on a second phone does not undo a newer mark", async () => {
  const { first, ann, send, marksOf } = registerWorld();
  await send(first, { [`mark-${ann}`]: "present", intent: "save" });
  await send(first, { [`mark-${ann}`]: "late", [`shown-${ann}`]: "present", intent: "save" });
  await send(first, { [`mark-${ann}`]: "present", [`shown-${ann}`]: "present", intent: "save" });
  expect(marksOf(first)).toEqual(["late", null]);
});

test("a saved mark can be taken back until the register is finished", async () => {
  const { first, ann, bob, send, marksOf } = registerWorld();
  const cleared = { [`mark-${ann}`]: "", [`shown-${ann}`]: "present" };
  await send(first, { [`mark-${ann}`]: "present", intent: "save" });
  expect(await send(first, { ...cleared, [`mark-${bob}`]: "absent", intent: "save" })).toMatchObject({
    status: 302,
  });
  expect(marksOf(first)).toEqual([null, "absent"]);

  await send(first, { [`mark-${ann}`]: "present", intent: "finish" });
  expect(
    await send(first, { ...cleared, [`mark-${bob}`]: "late", [`shown-${bob}`]: "absent", intent: "save" }),
  ).toMatchObject({
    status: 400,
    data: {
      form: {
        errors: {
          [`mark-${ann}`]: [
            "Select a mark for Ann Learner: the register is finished, so a mark can be changed but not cleared",
          ],
        },
      },
    },
  });
  expect(marksOf(first)).toEqual(["present", "late"]);
});

test("finishing names everyone who is unmarked, and keeps what was marked", async () => {
  const { first, ann, bob, send, marksOf } = registerWorld();
  const answer = await send(first, { [`mark-${ann}`]: "present", [`mark-${bob}`]: "", intent: "finish" });
  expect(answer).toMatchObject({
    status: 400,
    data: {
      form: {
        errors: { [`mark-${bob}`]: ["Select a mark for Bob Learner"] },
        values: { [`mark-${ann}`]: "present" },
      },
    },
  });
  expect(marksOf(first)).toEqual(["present", null]);
});

test("after the first meeting of two the evaluation waits; after the last it is open, with the way to its code", async () => {
  const { clock, today, first, second, ann, bob, send, see } = registerWorld();
  const all = { [`mark-${ann}`]: "present", [`mark-${bob}`]: "absent", intent: "finish" };
  expect(await send(first, all)).toMatchObject({ status: 302, to: `/trainer/registers/${first}` });
  const afterFirst = await see(first);
  expect(afterFirst).toMatchObject({ takenAt: clock.now(), evaluation: null });
  expect(afterFirst.others).toMatchObject([{ id: second, registerTakenAt: null }]);

  clock.set(instantOf(addDays(today, 8), "16:00"));
  await send(second, all);
  const { evaluation } = await see(second);
  expect(evaluation).toMatchObject({
    open: true,
    invited: 1,
    closesAt: clock.now() + days(2),
  });
  expect(evaluation?.questions).toHaveLength(2);
  clock.forward(days(2));
  expect((await see(second)).evaluation).toMatchObject({ open: false });
});

test("a mark is put right after the register is finished, and the attendance with it", async () => {
  const { db, tables, clock, today, first, second, ann, bob, send } = registerWorld();
  const all = { [`mark-${ann}`]: "present", [`mark-${bob}`]: "absent", intent: "finish" };
  await send(first, all);
  clock.set(instantOf(addDays(today, 8), "16:00"));
  await send(second, all);
  const change = { [`mark-${bob}`]: "present", [`shown-${bob}`]: "absent", intent: "save" };
  expect(await send(second, change)).toMatchObject({ status: 302 });
  const states = new Map(
    db
      .select()
      .from(tables.bookings)
      .all()
      .map((booking) => [booking.id, booking.state]),
  );
  expect([states.get(ann), states.get(bob)]).toEqual(["attended", "partly attended"]);
});

test("before the register opens the page says when, and nothing is saved", async () => {
  const { clock, today, first, ann, send, see, marksOf } = registerWorld();
  clock.set(instantOf(addDays(today, 7), "08:29"));
  expect(await see(first)).toMatchObject({ open: false, opensAt: instantOf(addDays(today, 7), "08:30") });
  const answer = await send(first, { [`mark-${ann}`]: "present", intent: "save" });
  expect(answer).toMatchObject({
    status: 400,
    data: { form: { errors: { "": [expect.stringContaining("not open yet")] } } },
  });
  expect(marksOf(first)).toEqual([null, null]);
});

test("a register is there for its trainers and coordinators; others learn nothing of it", async () => {
  const { web, first, ann, person, coordinator, see, send, marksOf } = registerWorld();
  const other = person({ roles: ["trainer"] });
  expect(await see(first, coordinator)).toMatchObject({ courseTitle: "Neglect" });
  expect(await answerOf(see(first, other))).toMatchObject({ status: 404 });
  expect(await answerOf(see("no-such-meeting"))).toMatchObject({ status: 404 });
  expect(await answerOf(see(first, person()))).toMatchObject({ status: 403 });
  const visit = await web.visit(`/trainer/registers/${first}`, { params: { id: first } });
  expect(await answerOf(loader(visit))).toMatchObject({ status: 302 });
  expect(await send(first, { [`mark-${ann}`]: "present", intent: "save" }, other)).toMatchObject({
    status: 404,
  });
  expect(marksOf(first)).toEqual([null, null]);
});

test("a mark that does not exist is an error beside the person", async () => {
  const { first, ann, send, marksOf } = registerWorld();
  const answer = await send(first, { [`mark-${ann}`]: "asleep", intent: "save" });
  expect(answer).toMatchObject({
    status: 400,
    data: { form: { errors: { [`mark-${ann}`]: [expect.stringContaining("Ann Learner")] } } },
  });
  expect(marksOf(first)).toEqual([null, null]);
});
