// A trainer says whether they can teach a session that they were put on. Who cannot is taken off, and the coordinators hear.

import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { greetTrainer, releaseTrainer } from "./invite-trainers.server";
import { asksTrainers } from "./policy";
import { readSession } from "./queries.server";
import { tellOfDecline } from "./teaching-letters.server";
import { takeOff } from "./unassign-trainer.server";

/** "not asked": not, or no longer, on it. "too late": it has begun or does not take place; a draft was not asked about. */
export type AnswerRefusal = "not asked" | "draft" | "too late";

/**
 * Records somebody's own answer. The same answer again changes nothing; whoever could may still say that they cannot.
 * @throws Forbidden for anyone without an account, NotFound
 */
export function answerInvitation(
  ctx: Context,
  { sessionId, can }: { sessionId: string; can: boolean },
): Result<null, AnswerRefusal> {
  return transact(ctx.db, () => {
    const { actor } = ctx;
    if (actor.kind !== "person") throw new Forbidden("answering an invitation to teach");
    const session = readSession(ctx, sessionId);
    const now = ctx.clock.now();
    const trainer = session.trainers.find(({ personId }) => personId === actor.personId);
    // To whoever is not on it every session looks the same, and "I cannot" again has been heard.
    if (!trainer) return can ? refused("not asked") : done(null);
    if (session.status === "draft") return refused("draft");
    if (!asksTrainers(session, now)) return refused("too late");
    if (can && trainer.confirmedAt !== null) return done(null);

    const theirs = { sessionId, personId: trainer.personId };
    const about = { subjectKind: "session", subjectId: sessionId, aboutPersonId: theirs.personId } as const;
    if (can) {
      const { sessionId: session_, personId } = trainerAssignments;
      const own = and(eq(session_, sessionId), eq(personId, theirs.personId));
      ctx.db.update(trainerAssignments).set({ confirmedAt: now }).where(own).run();
      recordAudit(ctx, { action: "sessions.trainer confirmed", ...about });
      greetTrainer(ctx, session, { ...trainer, confirmedAt: now });
      return done(null);
    }
    takeOff(ctx, theirs);
    const hadConfirmed = trainer.confirmedAt !== null;
    recordAudit(ctx, { action: "sessions.trainer declined", ...about, detail: { hadConfirmed } });
    tellOfDecline(ctx, session, trainer);
    // Only then is there an entry to take out of their calendar.
    if (hadConfirmed) releaseTrainer(ctx, session, trainer, { byThemselves: true });
    return done(null);
  });
}
