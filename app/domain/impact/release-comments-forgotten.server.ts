// The comments of somebody who is erased: that they were made stays, what they said goes.
import { transact } from "db/client";
import { releaseComments } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";

/** For the rooms that may erase; who may is theirs to say. */
export function forgetReleaseComments(ctx: Context, personId: string): void {
  transact(ctx.db, () => {
    ctx.db
      .update(releaseComments)
      .set({ text: "Taken out with all that told of whoever wrote it." })
      .where(eq(releaseComments.writtenBy, personId))
      .run();
  });
}
