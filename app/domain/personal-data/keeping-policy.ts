// Who may do what with records that end: retention, erasure and merged accounts.
import { type Actor, holds } from "~/domain/context";

/** What cannot be undone is for administrators; the system keeps to the rules by itself. */
export const mayEndRecords = (actor: Actor): boolean => actor.kind === "system" || holds(actor, "admin");

/** How long records are kept is the partnership's decision, made by an administrator. */
export const mayChangeRetention = (actor: Actor): boolean => holds(actor, "admin");

/** Coordinators answer questions about it. */
export const maySeeRetention = (actor: Actor): boolean => mayEndRecords(actor) || holds(actor, "coordinator");

/** Two accounts become one by a person's judgement, never by the system's. */
export const mayMerge = (actor: Actor): boolean => holds(actor, "admin");
