// What a trainer's calendar is told of a session over several days: one letter a day, and of nothing that it does not hold.
import { describe, expect, test } from "vitest";
import { cancelSession, unassignTrainer } from "~/domain/sessions/sessions.server";
import { watch } from "../support-check/ledger";
import { askedWorld, entries, onTwoDays } from "./asked-world";

describe("a session over two days", () => {
  const overTwoDays = () => {
    const world = askedWorld({ meetings: onTwoDays() });
    const letters = world.tables.outbox;
    /** Their letters have left: nothing is merged into them, and an entry that is taken out was there. */
    const leave = () => world.db.update(letters).set({ state: "sent" }).run();
    return { ...world, leave };
  };

  test("has a letter for each day's entry, and each is taken out when they are taken off", () => {
    const world = overTwoDays();
    world.ask();
    const since = watch(world);
    world.say(true);
    expect(entries(since().messages)).toMatchObject([
      { kind: "trainer confirmed", days: [1, 2], revision: 0 },
      { kind: "teaching entry", days: [2], revision: 0 },
    ]);
    const [, further] = since().messages;
    expect(further?.facts).toMatchObject({ method: "REQUEST", meetings: [{ number: 2, of: 2 }] });
    world.leave();
    const then = watch(world);
    unassignTrainer(world.asCoordinator, { sessionId: world.sessionId, personId: world.personId });
    expect(entries(then().messages)).toMatchObject([
      { kind: "trainer released", revision: 1 },
      { kind: "teaching entry", days: [2], revision: 1 },
    ]);
    expect(then().messages[1]?.facts).toMatchObject({ method: "CANCEL" });
  });

  test("that loses a day takes that day out of the calendar of those who can, and of nobody else's", () => {
    const world = overTwoDays();
    const asked = world.trainer("Tom");
    world.assign(world.sessionId, asked, { part: "co-trainer", asked: true });
    world.ask(true);
    world.leave();
    const since = watch(world);
    expect(world.change({ meetings: onTwoDays().slice(0, 1) }).ok).toBe(true);
    const told = entries(since().messages).sort((a, b) => Number(a.confirmed) - Number(b.confirmed));
    expect(told).toMatchObject([
      { kind: "teaching changed", to: asked, confirmed: false },
      { kind: "teaching changed", to: world.personId, confirmed: true, days: [1] },
      { kind: "teaching entry", to: world.personId, days: [2] },
    ]);
    expect(since().messages.find(({ kind }) => kind === "teaching entry")?.facts).toMatchObject({
      method: "CANCEL",
      revision: 1,
    });
  });

  test("that gains a third day and loses it again before anyone was told is no news", () => {
    const world = overTwoDays();
    world.ask(true);
    world.leave();
    for (const meetings of [[...onTwoDays(), ...onTwoDays(16).slice(0, 1)], onTwoDays()])
      expect(world.change({ meetings }).ok).toBe(true);
    const waiting = world.db.select().from(world.tables.outbox).all();
    expect(waiting.filter(({ state }) => state === "waiting")).toEqual([]);
  });

  test("that is called off takes both days out", () => {
    const world = overTwoDays();
    world.ask(true);
    world.leave();
    const since = watch(world);
    cancelSession(world.asCoordinator, { sessionId: world.sessionId, reason: "no venue" });
    expect(since().messages.map(({ kind, facts }) => [kind, facts.method ?? facts.calledOff])).toEqual([
      ["teaching changed", "no venue"],
      ["teaching entry", "CANCEL"],
    ]);
  });
});

test("another joining link is no news for a calendar: one letter, whatever the days", () => {
  const world = askedWorld({
    meetings: onTwoDays(),
    mode: "online",
    venueId: null,
    joiningLink: "https://meet.example.org/a",
  });
  world.ask(true);
  // Their letters have left: nothing is merged into them.
  world.db.update(world.tables.outbox).set({ state: "sent" }).run();
  const since = watch(world);
  world.change({ joiningLink: "https://meet.example.org/b" });
  expect(since().messages.map(({ kind }) => kind)).toEqual(["teaching changed"]);
});
