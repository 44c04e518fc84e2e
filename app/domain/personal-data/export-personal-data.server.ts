// Hands out everything that is held on a person, to them or for them; that it was handed out is audited.

import { prepared, transact } from "db/client";
import { people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { countRows, readSubject, sectionsFor } from "./export-rows.server";
import { sectionsAbout } from "./export-sections.server";
import type { PersonalData } from "./export-shape";
import { mayExport } from "./policy";

const onePerson = prepared((db) =>
  db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * Everything that is held on a person, their closed and merged accounts included. Anyone may have their own; a coordinator
 * or administrator answers a request for somebody else.
 * @throws NotFound for other people's, and for nobody's
 */
export function exportPersonalData(
  ctx: Context,
  asked: { personId: string; format: "json" | "csv" },
): PersonalData {
  return transact(ctx.db, () => {
    const { personId, format } = asked;
    if (!mayExport(ctx.actor, personId)) throw new NotFound("person");
    const person = onePerson(ctx.db).get({ id: personId });
    if (!person) throw new NotFound("person");
    const own = actorPersonId(ctx.actor) === personId;
    // First, so that the file tells of itself.
    recordAudit(ctx, {
      action: "personal-data.exported",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { format, by: own ? "self" : "other" },
    });
    const { serviceName, name, contactName, contactEmail } = readPartnership(ctx);
    return {
      person,
      madeBy: own ? "the person" : makerOf(ctx),
      madeAt: ctx.clock.now(),
      service: { name: serviceName, partnership: name, contactName, contactEmail },
      sections: sectionsAbout(ctx.db, readSubject(ctx.db, personId)),
    };
  });
}

function makerOf({ actor }: Context): PersonalData["madeBy"] {
  if (actor.kind !== "person") return "the system";
  return holds(actor, "coordinator") ? "a coordinator" : "an administrator";
}

/** How many records each section of one's own export would hold. @throws NotFound for other people's */
export function countPersonalData(ctx: Context, personId: string): { heading: string; records: number }[] {
  if (!mayExport(ctx.actor, personId)) throw new NotFound("person");
  return sectionsFor(ctx.db, readSubject(ctx.db, personId)).map((section) => ({
    heading: section.heading,
    records: countRows(ctx.db, section),
  }));
}
