// What a person needs to take part: asked once, kept with the person, changed by themselves or a coordinator.

import { transact } from "db/client";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { readPerson } from "./queries.server";

/** Keeps the text; the same text again changes nothing. @throws NotFound for someone else's */
export function changeAccessNeeds(ctx: Context, change: { personId: string; accessNeeds: string }): void {
  transact(ctx.db, () => {
    const own = ctx.actor.kind === "person" && ctx.actor.personId === change.personId;
    if (!own && !holds(ctx.actor, "coordinator")) throw new NotFound("person");
    const accessNeeds = change.accessNeeds.trim() || null;
    if (readPerson(ctx, change.personId).accessNeeds === accessNeeds) return;
    ctx.db.update(people).set({ accessNeeds }).where(eq(people.id, change.personId)).run();
    // What the needs are is nobody's business in the audit trail; that they changed is.
    recordAudit(ctx, {
      action: "accounts.access needs changed",
      subjectKind: "person",
      subjectId: change.personId,
      aboutPersonId: change.personId,
    });
  });
}
