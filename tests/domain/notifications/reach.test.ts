// An address that mail came back from is used again once a link sent there was opened, or was never that person's any more.
import { expect, test } from "vitest";
import { isAddressStopped, readReach } from "~/domain/notifications/notifications.server";
import { moving, newAddress } from "../accounts/moving-world";
import { watch } from "../support-check/ledger";

async function stopped(address: string) {
  const found = await moving();
  const { world } = found;
  const stop = { email: address.toLowerCase(), because: "bounced", since: world.clock.now() } as const;
  world.db.insert(world.tables.addressStops).values(stop).run();
  return found;
}

test("a new address that mail once came back from works once its link was opened", async () => {
  const { world, ann, confirm } = await stopped(newAddress);
  const added = watch(world);
  expect(confirm().ok).toBe(true);
  expect([isAddressStopped(world, newAddress), readReach(world, ann)]).toEqual([false, null]);
  expect(added().audit.map(({ action }) => action)).toContain("notifications.address works again");
});

test("whoever changes from an address that mail comes back from is reached again; the old one stays stopped", async () => {
  const before = (await moving()).me().email;
  const { world, ann, confirm, me } = await stopped(before);
  expect(readReach(world, ann)).toMatchObject({ email: me().email, because: "bounced" });
  confirm();
  expect([isAddressStopped(world, before), readReach(world, ann)]).toEqual([true, null]);
});
