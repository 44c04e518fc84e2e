// A world in which somebody has joined with a password, as they would.
import type { Joining } from "~/domain/accounts/accounts";
import { registerPerson } from "~/domain/accounts/accounts.server";
import { makeWorld } from "../../support/world";

export const password = "trombone-lichen-harbour";
export const email = "ann@police.example.org";

/** What somebody who joins fills in; their address tells the agency. */
export const details: Joining = {
  name: "Ann Learner",
  roleGroupId: "front-line",
  team: null,
  lineManagerEmail: null,
  accessNeeds: null,
  dietaryNeeds: null,
  password,
};

export async function worldWithAnn() {
  const world = makeWorld();
  const result = await registerPerson(world.stranger, { email, identity: null }, details);
  if (!result.ok) throw new Error(result.reason);
  return { ...world, world, ann: result.value.personId };
}
