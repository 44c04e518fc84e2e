// The rows of a partnership that starts, inside the transaction of the command that sets it up.
import {
  agencies,
  agencyDomains,
  boards,
  partnership,
  roleGroups,
  strategicDeliveryGroupBoards,
  strategicDeliveryGroups,
} from "db/schema";
import type { Context } from "~/domain/context";
import type { PartnershipPlan } from "./partnership-plan";

const inOrder = <Row extends object>(rows: readonly Row[]) =>
  rows.map((row, position) => ({ ...row, position }));

/** @returns the agencies' ids by name */
export function insertPartnership(
  { db, ids }: Pick<Context, "db" | "ids">,
  plan: PartnershipPlan,
): ReadonlyMap<string, string> {
  db.insert(partnership)
    .values({ id: 1, ...plan.partnership })
    .run();
  db.insert(boards).values(inOrder(plan.boards)).run();
  db.insert(roleGroups).values(inOrder(plan.roleGroups)).run();
  for (const { boards: reportsTo, ...group } of plan.strategicDeliveryGroups) {
    const groupId = ids.id();
    db.insert(strategicDeliveryGroups)
      .values({ id: groupId, ...group })
      .run();
    for (const boardCode of reportsTo)
      db.insert(strategicDeliveryGroupBoards).values({ groupId, boardCode }).run();
  }
  const agencyIds = new Map<string, string>();
  for (const { domains, ...agency } of plan.agencies) {
    const agencyId = ids.id();
    db.insert(agencies)
      .values({ id: agencyId, ...agency })
      .run();
    for (const domain of domains) db.insert(agencyDomains).values({ domain, agencyId }).run();
    agencyIds.set(agency.name, agencyId);
  }
  return agencyIds;
}
