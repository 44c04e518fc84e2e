// One account of a person takes over the certificates of another, and what it told of learning elsewhere.
import { transact } from "db/client";
import { certificates, externalLearning } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayMoveRecords } from "./policy";

/** The certificates room's part of a merge. @returns how many of each moved. @throws Forbidden */
export function takeOverCertificates(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): { certificates: number; externalLearning: number } {
  if (!mayMoveRecords(ctx.actor)) throw new Forbidden("merging accounts");
  const personId = intoId;
  return transact(ctx.db, () => ({
    certificates: ctx.db.update(certificates).set({ personId }).where(eq(certificates.personId, fromId)).run()
      .changes,
    externalLearning: ctx.db
      .update(externalLearning)
      .set({ personId })
      .where(eq(externalLearning.personId, fromId))
      .run().changes,
  }));
}
