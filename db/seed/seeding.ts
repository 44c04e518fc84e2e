// What every part of the demonstration works with: one database, one clock that is moved along, ids that repeat.
import type { Db } from "db/client";
import { findSignedInPerson } from "~/domain/accounts/accounts.server";
import { type Actor, type Context, stranger, system } from "~/domain/context";
import { days, fixedClock } from "~/shared/clock";
import { countedIds, type Ids } from "~/shared/ids";
import type { Result } from "~/shared/result";

export type Seeding = {
  db: Db;
  ids: Ids;
  clock: ReturnType<typeof fixedClock>;
  /** The instant the demonstration is made for: what is before has happened. */
  now: number;
  /** Before the first session of the year: when the partnership, its people and its pool were set up. */
  founded: number;
  /** How many times over there are learners and sessions. */
  scale: number;
  asSystem: Context;
  asStranger: Context;
  /** A context in which this person is asking. */
  as(personId: string): Context;
};

/** How the audit trail says where all of this came from. */
export const screen = "npm run demo";

export function startSeeding(db: Db, { now, scale }: { now: number; scale: number }): Seeding {
  const founded = now - days(450);
  const clock = fixedClock(founded);
  const ids = countedIds("demo");
  const means = { db, clock, ids, screen };
  const actors = new Map<string, Actor>();
  return {
    db,
    ids,
    clock,
    now,
    founded,
    scale,
    asSystem: { ...means, actor: system },
    asStranger: { ...means, actor: stranger },
    as(personId) {
      let actor = actors.get(personId);
      if (!actor) {
        actor = findSignedInPerson({ db }, personId)?.actor;
        if (!actor) throw new Error(`Nobody has the id ${personId}.`);
        actors.set(personId, actor);
      }
      return { ...means, actor };
    },
  };
}

/** What a command gave. The stories are written so that none is refused: a refusal is a fault in the story. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** The entry of a map that the stories count on. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration has no ${String(key)}.`);
  return value;
}
