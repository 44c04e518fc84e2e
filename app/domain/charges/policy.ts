// Who may do what with charges. Which agency somebody leads is the accounts room's to say, and is given.
import { type Actor, actorPersonId, holds } from "~/domain/context";

type About = { personId: string; agencyId: string };

/** Whether the charge is theirs, or one of the agency that they lead. */
export const isParty = (actor: Actor, charge: About, ledAgencyId: string | null): boolean =>
  (actor.kind === "person" && actorPersonId(actor) === charge.personId) || ledAgencyId === charge.agencyId;

export const mayKeepCharges = (actor: Actor): boolean => holds(actor, "coordinator");

/** A coordinator decides on no charge of their own, or of an agency that they lead: another one does. */
export const mayDecide = (actor: Actor, charge: About, ledAgencyId: string | null): boolean =>
  mayKeepCharges(actor) && !isParty(actor, charge, ledAgencyId);

export const mayReadCharge = (actor: Actor, charge: About, ledAgencyId: string | null): boolean =>
  mayKeepCharges(actor) || isParty(actor, charge, ledAgencyId);
