// Whether a release may be called so and be about this: a period that the report knows, and fixed parts of it.
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { done, type Result, refused } from "~/shared/result";
import type { ReleaseSliceKind } from "./release";
import { partsOf } from "./release-figures.server";
import { periodOf } from "./release-period";
import type { Period } from "./report";

/** `parts`: "board/KIDS", in the order in which they are to stand. */
export type ReleaseOutline = { title: string; from: CivilDate; until: CivilDate; parts: string[] };
export type OutlineRefusal = "no title" | "no such period" | "no such part";
type Judged = { title: string; period: Period; slices: { kind: ReleaseSliceKind; key: string }[] };

export function judgeOutline(ctx: Context, outline: ReleaseOutline): Result<Judged, OutlineRefusal> {
  const title = outline.title.trim();
  if (title === "") return refused("no title");
  const period = periodOf(outline.from, outline.until);
  if (!period) return refused("no such period");
  const known = partsOf(ctx, period);
  const wanted = [...new Set(outline.parts)].map((part) => known.find(({ id }) => id === part) ?? null);
  const slices = wanted.flatMap((part) => (part ? [{ kind: part.kind, key: part.key }] : []));
  if (slices.length < wanted.length) return refused("no such part");
  return done({ title, period, slices });
}
