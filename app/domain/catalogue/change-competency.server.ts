// What people must be able to do: a competency is added, or put in other words.
import { transact } from "db/client";
import { competencies } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunCatalogue } from "./policy";
import { alike, slugFor } from "./rules";

export type CompetencyDetails = { name: string; description: string };

const about = (id: string) => ({ subjectKind: "competency", subjectId: id });

function allCompetencies(ctx: Context) {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("competencies");
  return ctx.db.select().from(competencies).all();
}

/** @throws Forbidden */
export function addCompetency(
  ctx: Context,
  { name, description }: CompetencyDetails,
): Result<{ id: string }, "name taken"> {
  return transact(ctx.db, () => {
    const all = allCompetencies(ctx);
    if (all.some((one) => alike(one.name) === alike(name))) return refused("name taken");
    const id = slugFor(name, new Set(all.map((one) => one.id)), "competency");
    const position = Math.max(0, ...all.map((one) => one.position)) + 1;
    ctx.db.insert(competencies).values({ id, name, description, position }).run();
    recordAudit(ctx, { action: "catalogue.competency added", ...about(id) });
    return done({ id });
  });
}

/** The same details change nothing. @throws Forbidden, NotFound */
export function changeCompetency(
  ctx: Context,
  { id, name, description }: CompetencyDetails & { id: string },
): Result<null, "name taken"> {
  return transact(ctx.db, () => {
    const all = allCompetencies(ctx);
    const before = all.find((one) => one.id === id);
    if (!before) throw new NotFound("competency");
    if (all.some((one) => one !== before && alike(one.name) === alike(name))) return refused("name taken");
    const fields = [
      ...(name === before.name ? [] : ["name"]),
      ...(description === before.description ? [] : ["description"]),
    ];
    if (fields.length === 0) return done(null);
    ctx.db.update(competencies).set({ name, description }).where(eq(competencies.id, id)).run();
    recordAudit(ctx, { action: "catalogue.competency changed", ...about(id), detail: { fields } });
    return done(null);
  });
}
