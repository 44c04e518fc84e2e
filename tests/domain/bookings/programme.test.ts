// The programme: its filters, orders and pages, and what each session still lacks.
import { expect, test } from "vitest";
import { lacksOf } from "~/domain/bookings/bookings";
import { describeSessions, listProgramme } from "~/domain/bookings/bookings.server";
import { assignTrainer, cancelSession } from "~/domain/sessions/sessions.server";
import { addDays, startOfDay } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { onlyForCoordinators, sessionsWorld } from "../sessions-commands/sessions-world";

function programmed() {
  const world = sessionsWorld();
  const on = (later: number) => [{ date: addDays(world.today, later), startTime: "09:30", endTime: "16:30" }];
  const list = (
    filters: Parameters<typeof listProgramme>[1] = {},
    order: Partial<Parameters<typeof listProgramme>[2]> = {},
    page = { number: 1, size: 50 },
  ) =>
    listProgramme(
      world.asCoordinator,
      filters,
      { by: "date", direction: "asc", ...order },
      page,
    ).sessions.map(({ id }) => id);
  return { ...world, on, list };
}

test("each filter narrows the programme", () => {
  const world = programmed();
  const { db, tables } = world;
  db.insert(tables.venues).values({ id: "v2", name: "V", address: "2", postcode: "T", access: "A" }).run();
  const one = world.session({ meetings: world.on(5) });
  const two = world.session({ meetings: world.on(40), venueId: "v2", status: "draft" });
  const three = world.session({ meetings: world.on(6), mode: "online", venueId: null });
  const four = world.session({ meetings: world.on(7) });
  cancelSession(world.asCoordinator, { sessionId: four, reason: "no venue" });
  expect(world.list()).toEqual([one, three, two]);
  expect(world.list({ status: "all" })).toEqual([one, three, four, two]);
  expect(world.list({ status: "draft" })).toEqual([two]);
  expect(world.list({ status: "cancelled" })).toEqual([four]);
  expect(world.list({ venueId: "v2" })).toEqual([two]);
  expect(world.list({ venueId: "online" })).toEqual([three]);
  expect(world.list({ boardCode: "KIDS" })).toHaveLength(3);
  expect(world.list({ boardCode: "ADULT" })).toEqual([]);
  expect(world.list({ courseId: "course" })).toHaveLength(3);
  expect(world.list({ courseId: "none" })).toEqual([]);
  const from = startOfDay(addDays(world.today, 6));
  expect(world.list({ from, to: from + days(10) })).toEqual([three]);
  world.clock.set(startOfDay(addDays(world.today, 30)));
  expect(world.list({ toCome: true })).toEqual([two]);
  expect(world.list()).toHaveLength(3);
});

test("it is ordered by date, by places left or by who waits, either way, and comes a page at a time", () => {
  const world = programmed();
  const full = world.session({ capacity: 1, meetings: world.on(5) });
  const empty = world.session({ capacity: 9, meetings: world.on(4) });
  world.book(full, world.person());
  world.book(full, world.person());
  expect(world.list()).toEqual([empty, full]);
  expect(world.list({}, { direction: "desc" })).toEqual([full, empty]);
  expect(world.list({}, { by: "free" })).toEqual([full, empty]);
  expect(world.list({}, { by: "waiting", direction: "desc" })).toEqual([full, empty]);
  expect(world.list({}, { by: "course" })).toEqual([empty, full]);
  expect(world.list({}, {}, { number: 2, size: 1 })).toEqual([full]);
  expect(world.list({}, {}, { number: 9, size: 1 })).toEqual([empty]);
  onlyForCoordinators(world.world, (ctx) => describeSessions(ctx, [full]));
  onlyForCoordinators(world.world, (ctx) =>
    listProgramme(ctx, {}, { by: "date", direction: "asc" }, { number: 1, size: 1 }),
  );
});

test("what a session lacks: trainers of two agencies, enough people, a room where there are rooms, a link", () => {
  const world = programmed();
  const lacks = (id: string) => describeSessions(world.asCoordinator, [id]).flatMap(lacksOf);
  const bare = world.session({
    mode: "hybrid",
    onlineCapacity: 5,
    minimum: 1,
    decideBy: world.clock.now() + days(3),
  });
  expect(lacks(bare)).toEqual(["minimum", "trainers", "link"]);
  const roomId = world.room("Blue");
  expect(lacks(bare)).toEqual(["minimum", "trainers", "room", "link"]);

  const whole = world.session({ roomId, meetings: world.on(20) });
  const put = (personId: string) =>
    assignTrainer(world.asSystem, { sessionId: whole, personId, part: "co-trainer", agreed: true });
  put(world.trainer());
  expect(lacks(whole)).toEqual(["trainers"]);
  put(world.trainer());
  expect(describeSessions(world.asCoordinator, [whole])).toMatchObject([{ trainers: 2, trainerAgencies: 1 }]);
  expect(lacks(whole)).toEqual(["trainers"]);
  world.db.update(world.tables.people).set({ agencyId: "health" }).run();
  const another = world.trainer();
  put(another);
  expect(lacks(whole)).toEqual([]);
  cancelSession(world.asCoordinator, { sessionId: bare, reason: "no venue" });
  expect(lacks(bare)).toEqual([]);
});
