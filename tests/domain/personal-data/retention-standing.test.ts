// Accounts whose agency is in doubt end by how long it has been, not by how old they are; leavers are leavers first.
import { describe, expect, test } from "vitest";
import {
  changeAgency,
  confirmAddressChange,
  confirmAgency,
  declineAgency,
  requestAddressChange,
} from "~/domain/accounts/accounts.server";
import { runRetention } from "~/domain/personal-data/personal-data.server";
import { worldWithAnn } from "../accounts/accounts-world";
import { browserOf } from "../accounts/signed-in-world";
import { changePerson, lineOf, personRow } from "./kept-records";

/** She joined, was confirmed by her address, and 13 months have passed. */
async function longMember() {
  const { world, ann } = await worldWithAnn();
  world.clock.forward(world.days(400));
  expect(runRetention(world.asSystem)).toMatchObject({ "unconfirmed accounts": 0 });
  const move = async (to: string) => {
    const { authSessionId } = await browserOf(world, ann);
    const asked = requestAddressChange(world.as(ann), { email: to, returnTo: "/" });
    if (!asked.ok) throw new Error(asked.reason);
    const moved = confirmAddressChange(world.as(ann), { linkId: asked.value.linkId, authSessionId });
    expect(moved.ok).toBe(true);
  };
  const coordinator = world.as(world.coordinator);
  const ended = () => {
    runRetention(world.asSystem);
    return personRow(world, ann)?.erasedAt !== null;
  };
  const since = () => personRow(world, ann)?.agencyStandingSince;
  return { world, ann, move, coordinator, ended, since };
}

describe("a long-confirmed member is kept for the rule's months from when it came into doubt", () => {
  test.each(["moves to another address", "is declined"])("one who %s", async (how) => {
    const { world, ann, move, coordinator, ended, since } = await longMember();
    if (how === "is declined") declineAgency(coordinator, ann);
    else await move("ann@mail.example");
    expect(personRow(world, ann)?.agencyStanding).not.toBe("confirmed");
    expect(since()).toBe(world.clock.now());
    expect(lineOf(world, "unconfirmed accounts")).toMatchObject({ due: 0 });
    expect(ended()).toBe(false);
    world.clock.forward(world.days(170));
    expect(ended()).toBe(false);
    world.clock.forward(world.days(16));
    expect(ended()).toBe(true);
    expect(since()).toBeNull();
  });

  test("every answer counts anew, and the same answer again does not", async () => {
    const { world, ann, move, coordinator, since } = await longMember();
    const at = (change: () => unknown) => {
      world.clock.forward(world.days(1));
      return Promise.resolve(change()).then(() => since() === world.clock.now());
    };
    expect(await at(() => declineAgency(coordinator, ann))).toBe(true);
    expect(await at(() => declineAgency(coordinator, ann))).toBe(false);
    expect(await at(() => move("ann.learner@police.example.org"))).toBe(false);
    expect(await at(() => confirmAgency(coordinator, ann))).toBe(true);
    expect(await at(() => changeAgency(coordinator, { personId: ann, agencyId: "health" }))).toBe(true);
    expect(await at(() => changeAgency(coordinator, { personId: ann, agencyId: "health" }))).toBe(false);
  });
});

test("somebody who has left is kept as long as any leaver, whatever their agency said", async () => {
  const { world, ann, ended } = await longMember();
  changePerson(world, ann, { agencyStanding: "declined", disabledAt: world.clock.now() });
  world.clock.forward(world.days(700));
  expect(ended()).toBe(false);
  world.clock.forward(world.days(40));
  expect(runRetention(world.asSystem)).toMatchObject({ "unconfirmed accounts": 0, leavers: 1 });
  expect(world.db.select().from(world.tables.erasures).all()).toMatchObject([
    { personId: ann, reason: "left long ago" },
  ]);
});
