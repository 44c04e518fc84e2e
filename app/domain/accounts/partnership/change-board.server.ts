// A board's name, concern and mark are put right.

import { transact } from "db/client";
import { boards } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayAdminister } from "../policy";
import { listBoards } from "../queries.server";
import { contrastWithWhite, isColour, leastContrast } from "./contrast";

export type BoardDetails = Pick<typeof boards.$inferSelect, "name" | "concern" | "shape" | "colour">;
export type BoardRefusal = "name taken" | "shape taken" | "not a colour" | "too pale";

/** The same details change nothing. @throws Forbidden, NotFound */
export function changeBoard(
  ctx: Context,
  { code, name, concern, shape, colour }: BoardDetails & { code: string },
): Result<null, BoardRefusal> {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("boards");
  return transact(ctx.db, () => {
    const all = listBoards(ctx);
    const before = all.find((board) => board.code === code);
    if (!before) throw new NotFound("board");
    const others = all.filter((board) => board !== before);
    if (others.some((board) => board.name.toLowerCase() === name.toLowerCase())) return refused("name taken");
    // A board is told apart by its shape where colours cannot be seen.
    if (others.some((board) => board.shape === shape)) return refused("shape taken");
    if (!isColour(colour)) return refused("not a colour");
    if (contrastWithWhite(colour) < leastContrast) return refused("too pale");
    const after: BoardDetails = { name, concern, shape, colour: colour.toLowerCase() };
    const fields = (Object.keys(after) as (keyof BoardDetails)[]).filter(
      (field) => after[field] !== before[field],
    );
    if (fields.length === 0) return done(null);
    ctx.db.update(boards).set(after).where(eq(boards.code, code)).run();
    recordAudit(ctx, {
      action: "accounts.board changed",
      subjectKind: "board",
      subjectId: code,
      detail: { fields },
    });
    return done(null);
  });
}
