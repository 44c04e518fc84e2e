// Who may do what in the sessions room.
import { type Actor, holds } from "~/domain/context";
import type { AssignedTrainer } from "./sessions";

/** Coordinators run the programme; the system sets it up. */
export const mayRunProgramme = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");

/** Those who deliver a session see who comes and take the register: its own trainers, and coordinators. */
export const mayDeliver = (actor: Actor, trainers: Pick<AssignedTrainer, "personId">[]) =>
  mayRunProgramme(actor) ||
  (actor.kind === "person" && trainers.some((trainer) => trainer.personId === actor.personId));
