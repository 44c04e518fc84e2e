// Whom mail does not reach: what the person is told, what coordinators are told, and how it ends.

import { prepared, transact } from "db/client";
import { addressStops, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { type AddressStop, releaseAddress } from "./address-stops.server";

const ownStop = prepared((db) =>
  db
    .select({ email: people.email, because: addressStops.because, since: addressStops.since })
    .from(people)
    .innerJoin(addressStops, eq(addressStops.email, sql`lower(${people.email})`))
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** That a person's address is stopped, and why; null where mail reaches them. */
export const readReach = (
  ctx: Pick<Context, "db">,
  personId: string,
): (AddressStop & { email: string }) | null => ownStop(ctx.db).get({ personId }) ?? null;

/**
 * "This address works again", says the person whose it is. Said again, it changes nothing.
 * @throws Forbidden for whoever is not signed in
 */
export function trustAddress(ctx: Context): void {
  const personId = actorPersonId(ctx.actor);
  if (personId === null) throw new Forbidden("an address");
  transact(ctx.db, () => {
    const stopped = readReach(ctx, personId);
    if (stopped) releaseAddress(ctx, { email: stopped.email, personId });
  });
}
