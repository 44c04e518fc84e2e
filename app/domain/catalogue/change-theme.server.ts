// What the boards have agreed to work on: a theme is added, put in other words, or taken out where nothing uses it.
import { transact } from "db/client";
import { courses, themes } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunCatalogue } from "./policy";
import { alike, slugFor } from "./rules";

/** `years`: when it holds, as in "2025-26". */
export type ThemeDetails = { name: string; years: string };

const about = (slug: string) => ({ subjectKind: "theme", subjectId: slug });

function allThemes(ctx: Context) {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("themes");
  return ctx.db.select().from(themes).all();
}

/** @throws Forbidden */
export function addTheme(
  ctx: Context,
  { name, years }: ThemeDetails,
): Result<{ slug: string }, "name taken"> {
  return transact(ctx.db, () => {
    const all = allThemes(ctx);
    if (all.some((theme) => alike(theme.name) === alike(name))) return refused("name taken");
    const slug = slugFor(name, new Set(all.map((theme) => theme.slug)), "theme");
    const position = Math.max(0, ...all.map((theme) => theme.position)) + 1;
    ctx.db.insert(themes).values({ slug, name, years, position }).run();
    recordAudit(ctx, { action: "catalogue.theme added", ...about(slug) });
    return done({ slug });
  });
}

/** The same details change nothing; its slug stays. @throws Forbidden, NotFound */
export function changeTheme(
  ctx: Context,
  { slug, name, years }: ThemeDetails & { slug: string },
): Result<null, "name taken"> {
  return transact(ctx.db, () => {
    const all = allThemes(ctx);
    const before = all.find((theme) => theme.slug === slug);
    if (!before) throw new NotFound("theme");
    if (all.some((theme) => theme !== before && alike(theme.name) === alike(name)))
      return refused("name taken");
    const fields = [...(name === before.name ? [] : ["name"]), ...(years === before.years ? [] : ["years"])];
    if (fields.length === 0) return done(null);
    ctx.db.update(themes).set({ name, years }).where(eq(themes.slug, slug)).run();
    recordAudit(ctx, { action: "catalogue.theme changed", ...about(slug), detail: { fields } });
    return done(null);
  });
}

/** @throws Forbidden, NotFound */
export function removeTheme(ctx: Context, slug: string): Result<null, { courses: number }> {
  return transact(ctx.db, () => {
    if (!allThemes(ctx).some((theme) => theme.slug === slug)) throw new NotFound("theme");
    const using = ctx.db.select({ id: courses.id }).from(courses).where(eq(courses.themeSlug, slug)).all();
    if (using.length > 0) return refused({ courses: using.length });
    ctx.db.delete(themes).where(eq(themes.slug, slug)).run();
    recordAudit(ctx, { action: "catalogue.theme removed", ...about(slug) });
    return done(null);
  });
}
