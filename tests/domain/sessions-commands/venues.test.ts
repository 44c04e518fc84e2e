// Venues and rooms: added, put right, archived, and never smaller than what is planned in them.
import { expect, test } from "vitest";
import {
  addRoom,
  addVenue,
  archiveRoom,
  archiveVenue,
  changeRoom,
  changeVenue,
  findClashes,
  listVenuesWithRooms,
  readSession,
} from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { inShort, nothing, watch } from "../support-check/ledger";
import { harmlessAgain, onlyForCoordinators, sessionsWorld } from "./sessions-world";

const hall = { name: "New Hall", address: "5 Street", postcode: "TS5", access: "Ramp" };

test("a venue is added, changed and archived; the trail says which fields, not what is in them", () => {
  const world = sessionsWorld();
  const ctx = world.asCoordinator;
  onlyForCoordinators(world.world, (other) => addVenue(other, hall));
  const since = watch(world);
  const added = addVenue(ctx, hall);
  if (!added.ok) throw new Error(added.reason);
  const { venueId } = added.value;
  expect(addVenue(ctx, { ...hall, name: "new hall" })).toEqual({ ok: false, reason: "name taken" });
  expect(changeVenue(ctx, venueId, { ...hall, access: "Lift" })).toEqual({ ok: true, value: null });
  expect(changeVenue(ctx, venueId, { ...hall, name: "The Hall" })).toEqual({
    ok: false,
    reason: "name taken",
  });
  archiveVenue(ctx, venueId, true);
  harmlessAgain(world.world, () => archiveVenue(ctx, venueId, true));
  archiveVenue(ctx, venueId, false);
  expect(since().audit.map(({ action, detail }) => [action, detail])).toEqual([
    ["sessions.venue added", {}],
    ["sessions.venue changed", { fields: ["access"] }],
    ["sessions.venue archived", {}],
    ["sessions.venue restored", {}],
  ]);
  onlyForCoordinators(world.world, (other) => changeVenue(other, venueId, hall));
  onlyForCoordinators(world.world, (other) => archiveVenue(other, venueId, true));
  harmlessAgain(world.world, () => changeVenue(ctx, venueId, { ...hall, access: "Lift" }));
  expect(() => changeVenue(ctx, "none", hall)).toThrow(NotFound);
});

test("a room holds someone, has a name of its own in its venue, and no fewer than a session to come in it", () => {
  const world = sessionsWorld();
  const ctx = world.asCoordinator;
  const room = { name: "Blue room", capacity: 10, access: null };
  onlyForCoordinators(world.world, (other) => addRoom(other, "venue", room));
  const added = addRoom(ctx, "venue", room);
  if (!added.ok) throw new Error(added.reason);
  const { roomId } = added.value;
  onlyForCoordinators(world.world, (other) => changeRoom(other, roomId, room));
  onlyForCoordinators(world.world, (other) => archiveRoom(other, roomId, true));
  expect(addRoom(ctx, "venue", { ...room, name: "BLUE room" })).toEqual({ ok: false, reason: "name taken" });
  expect(addRoom(ctx, "venue", { ...room, name: "Red", capacity: 0 })).toEqual({
    ok: false,
    reason: "holds nobody",
  });
  expect(() => addRoom(ctx, "none", room)).toThrow(NotFound);
  const sessionId = world.session({ capacity: 8, roomId });
  expect(changeRoom(ctx, roomId, { ...room, capacity: 7 })).toEqual({
    ok: false,
    reason: "sessions have more places",
  });
  const since = watch(world);
  expect(changeRoom(ctx, roomId, { ...room, capacity: 8, access: "Stairs" })).toEqual({
    ok: true,
    value: null,
  });
  expect(since().audit).toMatchObject([
    { action: "sessions.room changed", detail: { fields: ["capacity", "access"] } },
  ]);
  harmlessAgain(world.world, () => changeRoom(ctx, roomId, { ...room, capacity: 8, access: "Stairs" }));
  const again = watch(world);
  archiveRoom(ctx, roomId, true);
  archiveRoom(ctx, roomId, true);
  expect(inShort(again())).toEqual({ ...nothing, audit: ["sessions.room archived"] });
  expect(readSession(world, sessionId).room).toMatchObject({ name: "Blue room" });
  expect(listVenuesWithRooms(world)).toMatchObject([{ toCome: 1, rooms: [{ name: "Blue room" }] }]);
});

test("the same room or a trainer twice at a time is pointed out; other rooms and times are not", () => {
  const world = sessionsWorld();
  const [blue, red] = [world.room("Blue"), world.room("Red")];
  const date = addDays(world.today, 14);
  const on = (startTime: string, endTime: string) => [{ date, startTime, endTime }];
  const morning = world.session({ roomId: blue, meetings: on("09:30", "12:30") });
  const unsaid = world.session({ meetings: on("09:30", "12:30") });
  const clashesOf = (roomId: string | null, meetings = on("12:00", "13:00")) => {
    const session = readSession(world, world.session({ roomId, meetings, status: "draft" }));
    return findClashes(world, { ...session, sessionId: session.id, roomId }).map(({ kind, sessionId }) => [
      kind,
      sessionId,
    ]);
  };
  expect(clashesOf(blue, on("12:30", "13:00"))).toEqual([]);
  expect(clashesOf(red)).toEqual([["venue", unsaid]]);
  expect(clashesOf(blue, on("11:00", "11:30"))).toEqual([
    ["room", morning],
    ["venue", unsaid],
  ]);
});
