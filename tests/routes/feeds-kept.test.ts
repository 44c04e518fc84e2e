// What stays in somebody's own calendar, and where they are told to be.
import { valuesOf } from "tests/domain/calendars/support";
import { makeWorld } from "tests/support/world";
import { frontOf, productionEnvironment } from "tests/web/front";
import { expect, test } from "vitest";
import { changeSession } from "~/domain/bookings/bookings.server";
import { makeFeedAddress } from "~/domain/calendars/calendars.server";
import { answerInvitation, planOf, readSession } from "~/domain/sessions/sessions.server";
import { readSettings } from "~/settings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { paths } from "~/web/paths";

const { secret } = readSettings(productionEnvironment);

function setting() {
  const world = makeWorld();
  const ask = frontOf(world);
  const feedOf = async (personId: string) =>
    (await ask(paths.myFeed(makeFeedAddress(world.as(personId), secret).token))).text;
  const offer = async () => (await ask("/feeds/all.ics")).text;
  return { ...world, feedOf, offer };
}

test("what somebody went to stays in their calendar for a year, and what they taught", async () => {
  const { session, book, person, trainer, assign, clock, today, feedOf } = setting();
  const [learner, teacher] = [person(), trainer()];
  const sessionId = session();
  book(sessionId, learner);
  assign(sessionId, teacher);
  const last = addDays(today, 14 + 366);
  const shown = async () =>
    Promise.all([learner, teacher].map(async (one) => valuesOf(await feedOf(one), "uid").length));
  clock.set(instantOf(last, "23:59"));
  expect(await shown()).toEqual([1, 1]);
  clock.set(instantOf(addDays(last, 1), "00:00"));
  expect(await shown()).toEqual([0, 0]);
});

test("whoever teaches a hybrid session is told its room, not that they may stay at home", async () => {
  const { session, person, book, trainer, assign, feedOf } = setting();
  const sessionId = session({
    mode: "hybrid",
    onlineCapacity: 2,
    joiningLink: "https://video.example.org/x",
  });
  const teacher = trainer();
  assign(sessionId, teacher);
  expect(valuesOf(await feedOf(teacher), "location")).toEqual(["The Hall, 1 Test Street, TS1 1TS"]);
  const learner = person();
  book(sessionId, learner);
  expect(valuesOf(await feedOf(learner), "location")).toEqual(["The Hall, 1 Test Street, TS1 1TS"]);
});

test("an entry is stamped with when it was decided, not with when it was asked for", async () => {
  const { session, book, person, trainer, assign, as, coordinator, clock, feedOf, offer, ...world } =
    setting();
  const [learner, teacher] = [person(), trainer()];
  const sessionId = session();
  book(sessionId, learner);
  assign(sessionId, teacher, { asked: true });
  const stamps = async () =>
    [await offer(), await feedOf(learner), await feedOf(teacher)].map((text) => valuesOf(text, "dtstamp")[0]);
  const first = "2026-11-03T10:00:00Z";
  clock.forward(hours(1));
  expect(await stamps()).toEqual([first, first, first]);
  answerInvitation(as(teacher), { sessionId, can: true });
  expect(await stamps()).toEqual([first, first, "2026-11-03T11:00:00Z"]);
  clock.forward(hours(1));
  const plan = { ...planOf(readSession(world, sessionId)) };
  const meetings = [{ date: addDays(world.today, 21), startTime: "09:30", endTime: "16:30" }];
  expect(changeSession(as(coordinator), { sessionId, plan: { ...plan, meetings } })).toMatchObject({
    ok: true,
  });
  clock.forward(hours(1));
  expect(await stamps()).toEqual(Array(3).fill("2026-11-03T12:00:00Z"));
});
