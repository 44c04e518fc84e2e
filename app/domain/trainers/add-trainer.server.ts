// A coordinator takes someone into the training pool.

import { transact } from "db/client";
import { people, trainers } from "db/schema";
import { eq } from "drizzle-orm";
import { grantRole } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayKeepPool } from "./policy";

export type AddTrainerRefusal = "no such person" | "already in the pool";

/** @throws Forbidden */
export function addTrainer(
  ctx: Context,
  joining: { personId: string; kind: "practitioner" | "lived experience"; joinedOn: string },
): Result<null, AddTrainerRefusal> {
  return transact(ctx.db, () => {
    if (!mayKeepPool(ctx.actor)) throw new Forbidden("the training pool");
    if (!ctx.db.select({ id: people.id }).from(people).where(eq(people.id, joining.personId)).get()) {
      return refused("no such person");
    }
    if (ctx.db.select().from(trainers).where(eq(trainers.personId, joining.personId)).get()) {
      return refused("already in the pool");
    }
    ctx.db.insert(trainers).values(joining).run();
    // Without the role they could be put on a session but not open its register.
    grantRole(ctx, { personId: joining.personId, role: "trainer" });
    recordAudit(ctx, {
      action: "trainers.joined",
      subjectKind: "person",
      subjectId: joining.personId,
      aboutPersonId: joining.personId,
      detail: { kind: joining.kind, joinedOn: joining.joinedOn },
    });
    return done(null);
  });
}
