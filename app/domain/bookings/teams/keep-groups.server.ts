import { bookingGroups } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { Allocation, Queue } from "../waiting/allocation";

/** A group's clock starts with the first place set aside for it; when it has run out, its people wait one by one. */
export function keepGroups(
  ctx: Context,
  sessionId: string,
  queue: Queue,
  { setAside, split }: Allocation,
): void {
  const now = ctx.clock.now();
  for (const { groupId, places } of setAside) {
    if (queue.groups.find(({ id }) => id === groupId)?.setAsideSince !== null) continue;
    ctx.db.update(bookingGroups).set({ setAsideSince: now }).where(eq(bookingGroups.id, groupId)).run();
    recordAudit(ctx, {
      action: "bookings.group waits",
      subjectKind: "booking group",
      subjectId: groupId,
      detail: { sessionId, setAside: places },
    });
  }
  for (const groupId of split) {
    ctx.db.update(bookingGroups).set({ splitAt: now }).where(eq(bookingGroups.id, groupId)).run();
    recordAudit(ctx, {
      action: "bookings.group split",
      subjectKind: "booking group",
      subjectId: groupId,
      detail: { sessionId, people: queue.waiting.filter((one) => one.groupId === groupId).length },
    });
  }
}
