// Who may read impact figures: those who answer for the offer, and the scrutineer who checks them.
import { type Actor, holds } from "~/domain/context";

export const mayReadImpact = (actor: Actor) => holds(actor, "coordinator", "sdg_member", "scrutineer");
