// Whom and what the numbers of a deed come to, in the tables as they are when it is carried out.
import type { Context } from "~/domain/context";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { hours } from "~/shared/clock";
import type { Play, Scene, Someone } from "./stage";

export type Outcome = { ok: boolean } | undefined;

export const playOf = ({ sessions }: Scene, index: number) => sessions[index] as Play;
export const personAt = ({ people }: Scene, index: number) => people[index] as Someone;
export const leadOf = (scene: Scene, { agencyId }: { agencyId: string }) =>
  personAt(scene, agencyId === "police" ? 3 : 6).ctx;

export function actorFor(scene: Scene, by: "self" | "lead" | "coordinator", someone: Someone): Context {
  if (by === "coordinator") return scene.coordinator;
  return by === "lead" ? leadOf(scene, someone) : someone.ctx;
}

type Target = { bookingId: string; someone: Someone };

/** A booking of the session in one of these states, whichever of them the number comes to; or the person's latest. */
function targetOf(
  scene: Scene,
  of: { person: number; session: number },
  states: string[],
): Target | undefined {
  const rows = scene.world.db.$client
    .prepare("select id, person_id personId, state from bookings where session_id = ? order by id")
    .all(playOf(scene, of.session).id) as { id: string; personId: string; state: string }[];
  const fitting = rows.filter(({ state }) => states.includes(state));
  const own = rows.filter(({ personId }) => personId === personAt(scene, of.person).personId).at(-1);
  const row = fitting[of.person % Math.max(1, fitting.length)] ?? own;
  const someone = scene.people.find(({ personId }) => personId === row?.personId);
  return row && someone && { bookingId: row.id, someone };
}

/** One of the session's holds, whichever the number comes to. */
export function heldAt(
  scene: Scene,
  of: { session: number; hold: number },
  kinds: string,
): string | undefined {
  const ids = scene.world.db.$client
    .prepare(`select id from held_places where session_id = ? and kind in (${kinds}) order by id`)
    .pluck()
    .all(playOf(scene, of.session).id) as string[];
  return ids[of.hold % Math.max(1, ids.length)];
}

/** Somebody of the agency that holds the places, one without a live booking if there is one. */
export function colleagueFor(scene: Scene, heldPlacesId: string, number: number): Someone {
  const free = scene.world.db.$client
    .prepare(
      `select p.id from held_places h join people p on p.agency_id = h.agency_id where h.id = ? and not exists (
        select 1 from bookings b where b.session_id = h.session_id and b.person_id = p.id
          and b.state not in ('cancelled', 'declined', 'expired', 'moved'))`,
    )
    .pluck()
    .all(heldPlacesId) as string[];
  const fitting = scene.people.filter(({ personId }) => free.includes(personId));
  return fitting[number % Math.max(1, fitting.length)] ?? personAt(scene, number);
}

/** The answer of a command for a booking, if there is one. */
export const withBooking = (
  scene: Scene,
  of: { person: number; session: number },
  states: string[],
  work: (bookingId: string, someone: Someone) => Outcome,
): Outcome => {
  const target = targetOf(scene, of, states);
  return target && work(target.bookingId, target.someone);
};

/** A register can be written in from an hour before; a plan that waits for chance seldom gets there. */
export function openRegister(scene: Scene, session: number): string {
  const { clock } = scene.world;
  const { id, startsAt } = playOf(scene, session);
  clock.set(Math.max(clock.now(), startsAt - hours(1)));
  return meetingsOf(scene.world, id)[0]?.id ?? "";
}

/** The soonest instant of its kind that is still to come, or Infinity. */
export const soonest = (scene: Scene, query: string, session: number) =>
  Number(
    scene.world.db.$client.prepare(query).pluck().get(playOf(scene, session).id) ?? Number.POSITIVE_INFINITY,
  );
