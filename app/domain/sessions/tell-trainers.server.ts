// Those who teach a session, or are asked to, hear when it changes or is called off; whom it concerns sees it in their
// calendar as well.
import type { Context } from "~/domain/context";
import type { CallOffReason, PlanBefore, PlanChange } from "~/domain/notifications/notifications";
import { addressInWords, type Session } from "./sessions";
import { daysGone, teachingFacts, writeFurtherDays, writeToTrainer } from "./teaching-letters.server";

/** How a session was planned, for words about what was before. */
export const planBefore = (session: Session): PlanBefore => ({
  title: session.courseTitle,
  mode: session.mode === "online" ? "online" : "in person",
  place: addressInWords(session),
  meetings: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
});

/** Posts one message to each trainer for this revision of the session, inside the caller's transaction. */
export function tellTrainers(
  ctx: Context,
  session: Session,
  news: { changed: PlanChange[]; before: Session; calledOff: CallOffReason | null },
): void {
  // Nobody was asked to teach a draft yet.
  if (news.before.status === "draft") return;
  for (const trainer of session.trainers) {
    const facts = teachingFacts(session, trainer);
    const { changed, before, calledOff } = news;
    writeToTrainer(ctx, trainer, "teaching changed", {
      ...facts,
      changed,
      before: planBefore(before),
      calledOff,
    });
    if (calledOff !== null) writeFurtherDays(ctx, trainer, facts, "CANCEL");
    // The joining link never stands in a calendar, so that alone is no news for it.
    else if (changed.some((what) => what !== "link"))
      writeFurtherDays(ctx, trainer, facts, "REQUEST", daysGone(before, session));
  }
}
