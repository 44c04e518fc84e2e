// Someone is in the training pool no more; what they taught stays on record.
import { transact } from "db/client";
import { trainerApprovals, trainerAssignments, trainers } from "db/schema";
import { eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";

/**
 * The trainers room's part of erasing someone, and of closing an account that another took over. Their place goes
 * altogether where no session names it. Someone who is not in the pool changes nothing.
 * @throws Forbidden
 */
export function leavePool(ctx: Context, personId: string): void {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("the training pool");
  transact(ctx.db, () => {
    const place = ctx.db.select().from(trainers).where(eq(trainers.personId, personId)).get();
    if (!place) return;
    ctx.db.delete(trainerApprovals).where(eq(trainerApprovals.personId, personId)).run();
    const taught = ctx.db
      .select({ sessionId: trainerAssignments.sessionId })
      .from(trainerAssignments)
      .where(eq(trainerAssignments.personId, personId))
      .limit(1)
      .get();
    if (!taught) {
      ctx.db.delete(trainers).where(eq(trainers.personId, personId)).run();
      return;
    }
    const today = civilDateAt(ctx.clock.now());
    // Nobody leaves before they joined, says the schema.
    const leftOn = place.leftOn ?? (today > place.joinedOn ? today : place.joinedOn);
    ctx.db.update(trainers).set({ leftOn }).where(eq(trainers.personId, personId)).run();
  });
}
