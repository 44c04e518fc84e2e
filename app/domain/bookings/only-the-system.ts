// Jobs are the system's alone.
import type { Actor } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** @throws Forbidden for anyone but the system */
export function onlyTheSystem({ actor }: { actor: Actor }, job: string): void {
  if (actor.kind !== "system") throw new Forbidden(job);
}
