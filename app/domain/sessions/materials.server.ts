// Slides, handouts and reading of a session: links to where they are kept, each with who may see it.

import { transact } from "db/client";
import { sessionMaterials } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";
import type { MaterialAudience } from "./sessions";

export type MaterialRefusal = "not a web address" | "there already";

const isSafeAddress = (url: string) => URL.canParse(url) && new URL(url).protocol === "https:";

/** Links a material to a session. @throws Forbidden, NotFound */
export function addMaterial(
  ctx: Context,
  material: { sessionId: string; title: string; url: string; shownTo: MaterialAudience },
): Result<null, MaterialRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, material.sessionId);
    if (!isSafeAddress(material.url)) return refused("not a web address");
    if (session.materials.some(({ url }) => url === material.url)) return refused("there already");
    ctx.db
      .insert(sessionMaterials)
      .values({
        ...material,
        id: ctx.ids.id(),
        addedAt: ctx.clock.now(),
        addedBy: actorPersonId(ctx.actor),
      })
      .run();
    recordAudit(ctx, {
      action: "sessions.material added",
      subjectKind: "session",
      subjectId: session.id,
      detail: { shownTo: material.shownTo },
    });
    return done(null);
  });
}

/** Takes a material off its session; one that is not there changes nothing. @throws Forbidden, NotFound */
export function removeMaterial(ctx: Context, given: { sessionId: string; materialId: string }): void {
  transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, given.sessionId);
    if (!session.materials.some(({ id }) => id === given.materialId)) return;
    ctx.db.delete(sessionMaterials).where(eq(sessionMaterials.id, given.materialId)).run();
    recordAudit(ctx, {
      action: "sessions.material removed",
      subjectKind: "session",
      subjectId: session.id,
    });
  });
}
