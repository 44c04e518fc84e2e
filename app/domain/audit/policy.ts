// Who may do what in the audit room.
import { type Actor, holds } from "~/domain/context";

/** The trail is for those who answer for the service; they see all of it, their own entries too. */
export const mayReadAudit = (actor: Actor) => holds(actor, "coordinator", "admin");
