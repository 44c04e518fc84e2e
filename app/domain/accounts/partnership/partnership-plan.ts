// What a partnership is before its first person joins, as its file gives it. Pure.
import type { agencies, boards, partnership, roleGroups, strategicDeliveryGroups } from "db/schema";
import { domainsOf } from "../rules";

type Given<Row, Left extends keyof Row> = Omit<Row, Left>;

export type PartnershipPlan = {
  partnership: Given<typeof partnership.$inferInsert, "id">;
  /** In the order in which they are shown. */
  boards: Given<typeof boards.$inferInsert, "position">[];
  strategicDeliveryGroups: (Given<typeof strategicDeliveryGroups.$inferInsert, "id"> & {
    /** Codes of the boards that it reports to. */
    boards: string[];
  })[];
  agencies: (Given<typeof agencies.$inferInsert, "id"> & {
    /** Mail domains that prove that somebody is of this agency; several agencies may share one. */
    domains: string[];
  })[];
  /** In the order in which they are shown. */
  roleGroups: Given<typeof roleGroups.$inferInsert, "position">[];
};

/** `agency` by its name, where the address does not tell it. */
export type FirstAdmin = { name: string; email: string; agency: string | null };

/** The agencies that the first admin may be of: one where it is named or their address tells it. */
export function agenciesToPick(
  { agencies: all }: Pick<PartnershipPlan, "agencies">,
  { email, agency }: Pick<FirstAdmin, "email" | "agency">,
): string[] {
  const names = all.map(({ name }) => name);
  if (agency !== null) return names.includes(agency) ? [agency] : names;
  const claiming = (domain: string) => all.filter(({ domains }) => domains.includes(domain));
  const nearest = domainsOf(email).find((domain) => claiming(domain).length > 0);
  return nearest === undefined ? names : claiming(nearest).map(({ name }) => name);
}
