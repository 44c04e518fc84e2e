// What someone's link to change their address would do, and whether it still works. Reading it changes nothing.

import { prepared } from "db/client";
import { signInLinks } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { type AgencyAfterMove, agencyAfterMove } from "../agencies/agency-after-move";
import { agencyOfAddress } from "../agencies/agency-of-address.server";
import { readPerson } from "../queries.server";
import { domainsOf } from "../rules";
import { ownId } from "./own-account.server";

export type AddressChange = {
  email: string;
  standing: "open" | "already used" | "expired";
  after: AgencyAfterMove;
};

const ownLink = prepared((db) =>
  db
    .select({ email: signInLinks.email, expiresAt: signInLinks.expiresAt, endedAt: signInLinks.endedAt })
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.id, sql.placeholder("id")),
        eq(signInLinks.personId, sql.placeholder("personId")),
        eq(signInLinks.purpose, "change address"),
      ),
    )
    .prepare(),
);

/** @throws NotFound for a link that never was, is for something else, or is somebody else's; Forbidden */
export function readAddressChange(ctx: Context, linkId: string): AddressChange {
  const person = readPerson(ctx, ownId(ctx));
  const link = ownLink(ctx.db).get({ id: linkId, personId: person.id });
  if (!link) throw new NotFound("link");
  const { email, expiresAt, endedAt } = link;
  const over = ctx.clock.now() >= expiresAt ? "expired" : "open";
  const after = agencyAfterMove(
    { agency: { id: person.agencyId, name: person.agencyName }, standing: person.agencyStanding },
    {
      sameDomain: domainsOf(email)[0] === domainsOf(person.email)[0],
      settled: agencyOfAddress(ctx, email).settled,
    },
  );
  return { email, standing: endedAt === null ? over : "already used", after };
}
