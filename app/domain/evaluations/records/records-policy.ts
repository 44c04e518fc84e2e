// Who may end what is kept of evaluations: the system by its rules, and administrators.
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** @throws Forbidden for anyone else */
export function onlyWhoEndsRecords({ actor }: Pick<Context, "actor">): void {
  if (actor.kind !== "system" && !holds(actor, "admin")) throw new Forbidden("unlinking answers");
}
