// A strategic delivery group is added, renamed, or reports to other boards.

import { transact } from "db/client";
import { strategicDeliveryGroupBoards, strategicDeliveryGroups } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayAdminister } from "../policy";
import { listBoards } from "../queries.server";
import { listDeliveryGroups } from "./board-queries.server";

export type GroupDetails = { name: string; boards: string[] };
export type GroupRefusal = "name taken" | "no such board";

const about = (subjectId: string) => ({ subjectKind: "strategic delivery group", subjectId });

/** @throws Forbidden */
export function addGroup(ctx: Context, details: GroupDetails): Result<null, GroupRefusal> {
  return transact(ctx.db, () => {
    const refusal = refusalOf(ctx, details);
    if (refusal) return refused(refusal);
    const id = ctx.ids.id();
    ctx.db.insert(strategicDeliveryGroups).values({ id, name: details.name }).run();
    insertLinks(ctx, id, details.boards);
    recordAudit(ctx, { action: "accounts.group added", ...about(id) });
    return done(null);
  });
}

/** The same details change nothing. @throws Forbidden, NotFound */
export function changeGroup(
  ctx: Context,
  { id, ...details }: GroupDetails & { id: string },
): Result<null, GroupRefusal> {
  return transact(ctx.db, () => {
    const refusal = refusalOf(ctx, details, id);
    if (refusal) return refused(refusal);
    const before = listDeliveryGroups(ctx).find((group) => group.id === id);
    if (!before) throw new NotFound("strategic delivery group");
    const { name, boards } = details;
    const moved = [...before.boards].sort().join() !== [...new Set(boards)].sort().join();
    const fields = [...(name === before.name ? [] : ["name"]), ...(moved ? ["boards"] : [])];
    if (fields.length === 0) return done(null);
    const own = eq(strategicDeliveryGroups.id, id);
    ctx.db.update(strategicDeliveryGroups).set({ name }).where(own).run();
    ctx.db.delete(strategicDeliveryGroupBoards).where(eq(strategicDeliveryGroupBoards.groupId, id)).run();
    insertLinks(ctx, id, boards);
    recordAudit(ctx, { action: "accounts.group changed", ...about(id), detail: { fields } });
    return done(null);
  });
}

/** @throws Forbidden */
function refusalOf(ctx: Context, { name, boards }: GroupDetails, exceptId?: string): GroupRefusal | null {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("strategic delivery groups");
  const same = (group: { id: string; name: string }) =>
    group.id !== exceptId && group.name.toLowerCase() === name.toLowerCase();
  if (listDeliveryGroups(ctx).some(same)) return "name taken";
  const codes = listBoards(ctx).map(({ code }) => code);
  return boards.every((code) => codes.includes(code)) ? null : "no such board";
}

function insertLinks(ctx: Context, groupId: string, boards: string[]): void {
  for (const boardCode of new Set(boards))
    ctx.db.insert(strategicDeliveryGroupBoards).values({ groupId, boardCode }).run();
}
