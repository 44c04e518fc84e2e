// Themes and competencies stand in an order of their own: one goes a step up or down.
import { transact } from "db/client";
import { competencies, themes } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayRunCatalogue } from "./policy";
import { movedOne } from "./rules";

export type Direction = "up" | "down";

function newOrder(ctx: Context, ids: string[], id: string, direction: Direction): string[] | null {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the order of the list");
  if (!ids.includes(id)) throw new NotFound("one of the list");
  const moved = movedOne(ids, id, direction);
  return moved.join("\n") === ids.join("\n") ? null : moved;
}

/** At that end already changes nothing. @throws Forbidden, NotFound */
export function moveTheme(ctx: Context, slug: string, direction: Direction): void {
  transact(ctx.db, () => {
    const all = ctx.db.select().from(themes).orderBy(asc(themes.position), asc(themes.slug)).all();
    const slugs = all.map((theme) => theme.slug);
    const order = newOrder(ctx, slugs, slug, direction);
    if (!order) return;
    order.forEach((one, index) => {
      ctx.db
        .update(themes)
        .set({ position: index + 1 })
        .where(eq(themes.slug, one))
        .run();
    });
    recordAudit(ctx, {
      action: "catalogue.theme moved",
      subjectKind: "theme",
      subjectId: slug,
      detail: { direction },
    });
  });
}

/** At that end already changes nothing. @throws Forbidden, NotFound */
export function moveCompetency(ctx: Context, id: string, direction: Direction): void {
  transact(ctx.db, () => {
    const all = ctx.db
      .select()
      .from(competencies)
      .orderBy(asc(competencies.position), asc(competencies.id))
      .all();
    const ids = all.map((one) => one.id);
    const order = newOrder(ctx, ids, id, direction);
    if (!order) return;
    order.forEach((one, index) => {
      ctx.db
        .update(competencies)
        .set({ position: index + 1 })
        .where(eq(competencies.id, one))
        .run();
    });
    recordAudit(ctx, {
      action: "catalogue.competency moved",
      subjectKind: "competency",
      subjectId: id,
      detail: { direction },
    });
  });
}
