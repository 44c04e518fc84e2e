// Plans of every mode: what they need, what is left out of them, and what makes them impossible.
import { expect, test } from "vitest";
import { readSession, type SessionPlan, scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { sessionsWorld } from "./sessions-world";

const link = "https://meet.example.org/x";

function planned() {
  const world = sessionsWorld();
  const date = addDays(world.today, 14);
  const start = instantOf(date, "09:30");
  const plan: SessionPlan = {
    courseId: "course",
    mode: "hybrid",
    venueId: "venue",
    joiningLink: link,
    capacity: 10,
    onlineCapacity: 5,
    meetings: [{ date, startTime: "09:30", endTime: "16:30" }],
    bookingClosesAt: start,
    status: "published",
  };
  const why = (change: Partial<SessionPlan>) => {
    const result = scheduleSession(world.asSystem, { ...plan, ...change });
    return result.ok ? null : result.reason;
  };
  return { ...world, plan, start, why };
}

test("a hybrid session has a venue, a room, a link, and places in both", () => {
  const world = planned();
  const roomId = world.room("Blue room", 10);
  const minimum = { minimum: 8, decideBy: world.start - 1, opensAt: world.clock.now() };
  const made = scheduleSession(world.asSystem, { ...world.plan, roomId, ...minimum });
  if (!made.ok) throw new Error(made.reason);
  expect(readSession(world, made.value.sessionId)).toMatchObject({
    mode: "hybrid",
    venue: { name: "The Hall" },
    room: { id: roomId, name: "Blue room", capacity: 10 },
    joiningLink: link,
    capacity: 10,
    onlineCapacity: 5,
    ...minimum,
    goAheadAt: null,
  });
});

test("a plan that cannot be is refused, each with its reason", () => {
  const { why, room, db, tables, start, clock } = planned();
  db.insert(tables.venues)
    .values([
      { id: "old", name: "Old Hall", address: "2 Street", postcode: "TS2", access: "Steps", archivedAt: 1 },
      { id: "other", name: "Other Hall", address: "3 Street", postcode: "TS3", access: "Flat" },
    ])
    .run();
  const small = room("Small room", 9);
  expect(why({ venueId: null })).toBe("no such venue");
  expect(why({ venueId: "old" })).toBe("no such venue");
  expect(why({ roomId: "none" })).toBe("no such room");
  expect(why({ venueId: "other", roomId: small })).toBe("no such room");
  expect(why({ roomId: small })).toBe("room too small");
  expect(why({ roomId: small, capacity: 9 })).toBeNull();
  expect(why({ onlineCapacity: null })).toBe("no places online");
  expect(why({ minimum: 16, decideBy: start })).toBe("minimum above places");
  expect(why({ minimum: 15, decideBy: start })).toBeNull();
  expect(why({ minimum: 3 })).toBe("no day to decide");
  expect(why({ minimum: 3, decideBy: start + 1 })).toBe("decided after the start");
  expect(why({ bookingClosesAt: start + 1 })).toBe("booking closes after the start");
  expect(why({ opensAt: start })).toBe("booking opens after it closes");
  clock.set(start);
  expect(why({})).toBe("starts in the past");
});

test("what a mode has no use for is not kept", () => {
  const world = planned();
  const roomId = world.room("Blue room");
  const kept = (mode: SessionPlan["mode"]) => {
    const made = scheduleSession(world.asSystem, { ...world.plan, roomId, mode });
    if (!made.ok) throw new Error(made.reason);
    const { venue, room, joiningLink, onlineCapacity } = readSession(world, made.value.sessionId);
    return [venue?.name ?? null, room?.name ?? null, joiningLink, onlineCapacity];
  };
  expect(kept("in person")).toEqual(["The Hall", "Blue room", null, null]);
  expect(kept("online")).toEqual([null, null, link, null]);
});
