// A world in which Ann has asked for another email address.
import { eq } from "drizzle-orm";
import { confirmAddressChange, readPerson, requestAddressChange } from "~/domain/accounts/accounts.server";
import { annInTwoBrowsers } from "./signed-in-world";

export const newAddress = "Ann.New@police.example.org";
export const returnTo = "/my/account";

export async function moving(to = newAddress) {
  const found = await annInTwoBrowsers();
  const { world, ann, here } = found;
  world.db
    .insert(world.tables.agencyDomains)
    .values([
      { domain: "health.example.org", agencyId: "health" },
      { domain: "also-police.example.org", agencyId: "police" },
      { domain: "shared.example.org", agencyId: "police" },
      { domain: "shared.example.org", agencyId: "health" },
    ])
    .run();
  const request = (address = to, ctx = world.as(ann)) => {
    const asked = requestAddressChange(ctx, { email: address, returnTo });
    if (!asked.ok) throw new Error(asked.reason);
    return asked.value.linkId;
  };
  const linkId = request();
  const confirm = (id = linkId, ctx = world.as(ann)) =>
    confirmAddressChange(ctx, { linkId: id, authSessionId: here.authSessionId });
  const set = (values: Partial<typeof world.tables.people.$inferInsert>, id = ann) =>
    Object.keys(values).length > 0 &&
    world.db.update(world.tables.people).set(values).where(eq(world.tables.people.id, id)).run();
  return { ...found, linkId, request, confirm, set, me: () => readPerson(world, ann) };
}
