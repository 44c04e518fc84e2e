// A world for what coordinators do with sessions: plans to change, and proofs that others can do nothing.
import { expect } from "vitest";
import { type Context, roles } from "~/domain/context";
import { type ChangedPlan, planOf, readSession } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { contentOf } from "../support-check/ledger";

export function sessionsWorld() {
  const world = makeWorld();
  const asCoordinator = world.as(world.coordinator);
  /** The plan a session stands for, with changes. */
  const planWith = (sessionId: string, change: Partial<ChangedPlan>): ChangedPlan => ({
    ...planOf(readSession(world, sessionId)),
    ...change,
  });
  const room = (name: string, capacity = 20, venueId = "venue") => {
    const id = world.ids.id();
    world.db.insert(world.tables.rooms).values({ id, venueId, name, capacity }).run();
    return id;
  };
  return { ...world, world, asCoordinator, planWith, room };
}

type World = ReturnType<typeof makeWorld>;

/** Everybody but a coordinator is turned away, and nothing is written. */
export function onlyForCoordinators(world: World, act: (ctx: Context) => unknown): void {
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[world.person(), ...others].map(world.as)];
  const before = contentOf(world.db);
  for (const ctx of contexts) expect(() => act(ctx)).toThrow(Forbidden);
  expect(contentOf(world.db)).toBe(before);
}

/** The same act again leaves every row as it is. */
export function harmlessAgain(world: World, act: () => unknown): void {
  const before = contentOf(world.db);
  act();
  expect(contentOf(world.db)).toBe(before);
}
