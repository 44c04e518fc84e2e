// Those who are put on a session are asked whether they can teach it, as soon as it is published, and hear when they are
// taken off.
import type { Context } from "~/domain/context";
import type { AssignedTrainer, Session } from "./sessions";
import { teachingFacts, writeFurtherDays, writeToTrainer } from "./teaching-letters.server";

/** Asks a trainer, or, where they have said so already, confirms it; inside the caller's transaction. */
export function greetTrainer(ctx: Context, session: Session, trainer: AssignedTrainer): void {
  const facts = teachingFacts(session, trainer);
  writeToTrainer(ctx, trainer, facts.confirmed ? "trainer confirmed" : "trainer invited", facts);
  writeFurtherDays(ctx, trainer, facts, "REQUEST");
}

/** Asks all who are on a session, once it is published. */
export function inviteTrainers(ctx: Context, session: Session): void {
  for (const trainer of session.trainers) greetTrainer(ctx, session, trainer);
}

/** Says that somebody is off the session; their entry goes with a number above the last that they may have had. */
export function releaseTrainer(
  ctx: Context,
  session: Session,
  trainer: AssignedTrainer,
  { byThemselves }: { byThemselves: boolean },
): void {
  const facts = { ...teachingFacts(session, trainer), revision: session.revision + 1 };
  writeToTrainer(ctx, trainer, "trainer released", { ...facts, byThemselves });
  writeFurtherDays(ctx, trainer, facts, "CANCEL");
}
