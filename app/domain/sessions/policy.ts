// Who may do what in the sessions room.
import { type Actor, holds } from "~/domain/context";
import type { AssignedTrainer, Session } from "./sessions";

/** Coordinators run the programme; the system sets it up. */
export const mayRunProgramme = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");

type Standing = Pick<Session, "status" | "startsAt" | "endsAt">;

/** Nobody hears of a draft, nor of a session that is over or does not take place. Pure. */
export const concernsTrainers = (
  { status, endsAt }: Pick<Standing, "status" | "endsAt">,
  now: number,
): boolean => (status === "published" || status === "closed") && endsAt > now;

/** Whether somebody may still answer: it has not begun. Pure. */
export const asksTrainers = (session: Standing, now: number): boolean =>
  concernsTrainers(session, now) && session.startsAt > now;

type Delivered = Standing & { trainers: readonly Pick<AssignedTrainer, "personId" | "confirmedAt">[] };

/** Its own trainers, whether they have said yet that they can or not, and coordinators. */
export const maySeeTeaching = (actor: Actor, { trainers }: Pick<Delivered, "trainers">) =>
  mayRunProgramme(actor) ||
  (actor.kind === "person" && trainers.some((trainer) => trainer.personId === actor.personId));

/**
 * Those who deliver a session see who comes, write to them and take the register: coordinators, and its own trainers once
 * they have said that they can. When it has begun nobody is asked any more: whoever is on it delivers it.
 */
export const mayDeliver = (actor: Actor, session: Delivered, now: number) =>
  mayRunProgramme(actor) ||
  (actor.kind === "person" &&
    session.trainers.some(
      ({ personId, confirmedAt }) =>
        personId === actor.personId && (confirmedAt !== null || !asksTrainers(session, now)),
    ));
