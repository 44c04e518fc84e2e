// A prerequisite is no longer asked for. It is kept with its end: bookings may have answered it.
import { transact } from "db/client";
import { coursePrerequisites } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayRunCatalogue } from "./policy";

/** Ended already changes nothing. @throws Forbidden, NotFound for one that is not this course's */
export function endPrerequisite(ctx: Context, which: { courseId: string; prerequisiteId: string }): void {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("booking rules");
  transact(ctx.db, () => {
    const own = and(
      eq(coursePrerequisites.id, which.prerequisiteId),
      eq(coursePrerequisites.courseId, which.courseId),
    );
    const before = ctx.db.select().from(coursePrerequisites).where(own).get();
    if (!before) throw new NotFound("prerequisite");
    if (before.endedAt !== null) return;
    ctx.db.update(coursePrerequisites).set({ endedAt: ctx.clock.now() }).where(own).run();
    recordAudit(ctx, {
      action: "catalogue.prerequisite ended",
      subjectKind: "course",
      subjectId: which.courseId,
      detail: { prerequisiteId: which.prerequisiteId, kind: before.kind },
    });
  });
}
