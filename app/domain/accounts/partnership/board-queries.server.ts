// Strategic delivery groups with the boards that each reports to.
import { prepared } from "db/client";
import { boards, strategicDeliveryGroupBoards, strategicDeliveryGroups } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";

const groups = prepared((db) =>
  db
    .select()
    .from(strategicDeliveryGroups)
    .orderBy(asc(sql`lower(${strategicDeliveryGroups.name})`))
    .prepare(),
);
const links = prepared((db) =>
  db
    .select({ groupId: strategicDeliveryGroupBoards.groupId, boardCode: boards.code })
    .from(strategicDeliveryGroupBoards)
    .innerJoin(boards, eq(boards.code, strategicDeliveryGroupBoards.boardCode))
    .orderBy(asc(boards.position))
    .prepare(),
);

export type DeliveryGroup = { id: string; name: string; note: string | null; boards: string[] };

/** Every group by name, with the codes of its boards in their order. */
export function listDeliveryGroups(ctx: Pick<Context, "db">): DeliveryGroup[] {
  const byGroup = groupBy(links(ctx.db).all(), ({ groupId }) => groupId);
  return groups(ctx.db)
    .all()
    .map((group) => ({
      ...group,
      boards: (byGroup.get(group.id) ?? []).map(({ boardCode }) => boardCode),
    }));
}
