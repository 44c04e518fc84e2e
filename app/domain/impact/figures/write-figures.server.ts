// Keeps what was worked out of one session in the place of what was kept before.
import { sessionFigureStates, sessionFigures } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Progress } from "./refresh-rules";
import { writeRoom } from "./rooms";
import type { Sums } from "./sums";

/**
 * Belongs in the transaction that worked them out. Worked-out figures are nobody's deed and nobody's data: no audit entry.
 * @param own the sums of the session's own agencies; without any, nothing is kept but how far the session had gone
 */
export function writeFigures(
  ctx: Context,
  sessionId: string,
  own: ReadonlyMap<string, Sums> | undefined,
  state: Progress & { workedOutAt: number },
): void {
  ctx.db.delete(sessionFigures).where(eq(sessionFigures.sessionId, sessionId)).run();
  if (own !== undefined && own.size > 0)
    ctx.db
      .insert(sessionFigures)
      .values({ sessionId, ...writeRoom(own) })
      .run();
  ctx.db
    .insert(sessionFigureStates)
    .values({ sessionId, ...state })
    .onConflictDoUpdate({ target: sessionFigureStates.sessionId, set: state })
    .run();
}
