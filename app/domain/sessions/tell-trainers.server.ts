// Those who teach a session hear once when it changes or is called off.
import { prepared } from "db/client";
import { people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { CallOffReason, PlanBefore, PlanChange } from "~/domain/notifications/notifications";
import { postMessage } from "~/domain/notifications/notifications.server";
import { addressInWords, type Session } from "./sessions";

const addressOf = prepared((db) =>
  db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/** How a session was planned, for words about what was before. */
export const planBefore = (session: Session): PlanBefore => ({
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
  for (const trainer of session.trainers) {
    const email = addressOf(ctx.db).get({ id: trainer.personId })?.email;
    if (email === undefined) continue;
    postMessage(ctx, {
      kind: "teaching changed",
      key: `teaching changed/${session.id}/${session.revision}/${trainer.personId}`,
      to: { personId: trainer.personId, email },
      facts: {
        personName: trainer.name,
        sessionId: session.id,
        courseTitle: session.courseTitle,
        mode: session.mode === "online" ? "online" : "in person",
        place: addressInWords(session),
        access: [session.venue?.access, session.room?.access].filter(Boolean).join(" ") || null,
        meetings: session.meetings.map((meeting) => ({ ...meeting, of: session.meetings.length })),
        changed: news.changed,
        before: planBefore(news.before),
        calledOff: news.calledOff,
      },
    });
  }
}
