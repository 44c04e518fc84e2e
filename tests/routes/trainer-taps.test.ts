// Marks as the register's script posts them: what arrives, what is answered, and that nobody else may.
import { expect, test } from "vitest";
import { finishRegister, markAttendance, readRegister } from "~/domain/bookings/bookings.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { hours, minutes } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { siteOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function tapsWorld() {
  const world = makeWorld();
  const sessionId = world.session();
  const trainer = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
  const ann = world.book(sessionId, world.person({ name: "Ann" }));
  const bob = world.book(sessionId, world.person({ name: "Bob" }));
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");
  world.clock.set(meeting.startsAt);
  const site = siteOf(world);
  const address = `/trainer/registers/${meeting.id}/taps`;
  const post = (form: Record<string, string>, as: string | undefined = trainer) =>
    site(address, { as, form });
  const marks = () => readRegister(world.as(trainer), meeting.id).people.map(({ mark }) => mark);
  const markedAt = () => world.db.select().from(world.tables.attendanceMarks).all()[0]?.markedAt;
  return { ...world, world, trainer, ann, bob, meeting, site, address, post, marks, markedAt };
}

test("taps are kept with their instants, and answered with what stands now", async () => {
  const { ann, bob, clock, post, marks, markedAt } = tapsWorld();
  const now = clock.now();
  const answer = await post({
    now: String(now),
    [`tap-${ann}`]: `${now - minutes(5)}.left-early`,
    "tap-nobody": `${now}.present`,
  });
  expect([answer.status, JSON.parse(answer.html)]).toEqual([
    200,
    { at: now, marks: { [ann]: "left-early" } },
  ]);
  expect(marks()).toEqual(["left early", null]);
  expect(markedAt()).toBe(now - minutes(5));
  const cleared = await post({ now: String(now), [`tap-${ann}`]: `${now}.`, [`tap-${bob}`]: `${now}.late` });
  expect(JSON.parse(cleared.html).marks).toEqual({ [ann]: "", [bob]: "late" });
});

test("an older tap is answered with the newer mark, and again changes nothing", async () => {
  const { world, ann, clock, meeting, trainer, post, marks } = tapsWorld();
  const tapped = clock.now();
  const phone = { now: String(tapped), [`tap-${ann}`]: `${tapped}.present` };
  clock.forward(1);
  markAttendance(world.as(trainer), { meetingId: meeting.id, marks: new Map([[ann, "late"]]) });
  // The phone's own now goes along, so it is as old when it is sent again.
  const later = { ...phone, now: String(clock.now()) };
  const before = contentOf(world.db);
  for (const form of [later, later])
    expect(JSON.parse((await post(form)).html).marks).toEqual({ [ann]: "late" });
  expect(contentOf(world.db)).toBe(before);
  expect(marks()).toEqual(["late", null]);
});

test("a phone whose clock is wrong by hours is understood, and an instant to come counts as now", async () => {
  const { ann, clock, post, markedAt } = tapsWorld();
  const now = clock.now();
  const phone = now + hours(3);
  await post({ now: String(phone), [`tap-${ann}`]: `${phone - minutes(2)}.present` });
  expect(markedAt()).toBe(now - minutes(2));
  await post({ now: String(now), [`tap-${ann}`]: `${now + hours(1)}.late` });
  expect(markedAt()).toBe(now);
});

test("once the register is finished a mark can be put right, and taking one back leaves it as it is", async () => {
  const { world, ann, bob, clock, meeting, trainer, post } = tapsWorld();
  const now = String(clock.now());
  await post({ now, [`tap-${ann}`]: `${now}.present`, [`tap-${bob}`]: `${now}.absent` });
  finishRegister(world.as(trainer), meeting.id);
  const answer = await post({ now, [`tap-${ann}`]: `${now}.`, [`tap-${bob}`]: `${now}.late` });
  expect(JSON.parse(answer.html).marks).toEqual({ [ann]: "present", [bob]: "late" });
});

test("what the script would not send is refused, and nothing of it is kept", async () => {
  const { ann, bob, clock, post, marks, world, meeting } = tapsWorld();
  const now = String(clock.now());
  const good = { [`tap-${bob}`]: `${now}.late` };
  for (const form of [
    { ...good },
    { ...good, now: "soon" },
    { ...good, now, [`tap-${ann}`]: "present" },
    { ...good, now, [`tap-${ann}`]: `${now}.asleep` },
    { ...good, now, [`tap-${ann}`]: `-1.present` },
    { ...good, now, [`tap-${ann}`]: `1e3.present` },
  ])
    expect((await post(form)).status).toBe(400);
  world.clock.set(meeting.startsAt - hours(2));
  const early = await post({ now, ...good });
  expect([early.status, JSON.parse(early.html).words]).toEqual([
    409,
    expect.stringContaining("not open yet"),
  ]);
  expect(marks()).toEqual([null, null]);
});

test("others get the answer of a register that is not there; someone signed out is sent to sign in", async () => {
  const { world, ann, clock, post, site, address, trainer, marks, coordinator } = tapsWorld();
  const form = { now: String(clock.now()), [`tap-${ann}`]: `${clock.now()}.present` };
  expect((await post(form, world.trainer("Other"))).status).toBe(404);
  expect((await post(form, world.person())).status).toBe(403);
  expect(await site(address, { form })).toMatchObject({ status: 302, to: "/sign-in" });
  expect(marks()).toEqual([null, null]);
  expect((await post(form, coordinator)).status).toBe(200);
  expect(await site(address, { as: trainer })).toMatchObject({
    status: 302,
    to: address.replace("/taps", ""),
  });
});
