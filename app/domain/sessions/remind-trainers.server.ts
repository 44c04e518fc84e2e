// What the worker does for those who teach: keeps their reminders as the sessions are, and sends those that are due.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import {
  dueReminders,
  forTouchedSessions,
  type KeptReminder,
  keepReminders,
  postMessage,
  reminderSent,
  takeBackReminder,
} from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { readSession } from "./queries.server";
import { addressee, comers, onePart, teachingRemindersWanted } from "./remind-trainers-queries.server";
import { teachingFacts } from "./teaching-letters.server";
import { type TeachingToCome, teachingReminder } from "./teaching-reminder-rules";

const kind = "teaching reminder";

/**
 * Plans again what follows from the sessions that changed, and sends what is due, each letter in a transaction with the
 * note that it was sent. Again changes nothing.
 * @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function remindTrainers(ctx: Context, most = 50): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("reminders");
  forTouchedSessions(ctx, "reminders of teaching", (sessionIds) =>
    keepReminders(
      ctx,
      kind,
      teachingRemindersWanted(ctx, sessionIds),
      sessionIds ? { sessionIds } : undefined,
    ),
  );
  let posted = 0;
  for (const due of dueReminders(ctx, kind, most)) posted += transact(ctx.db, () => remind(ctx, due));
  return posted;
}

/** Looks again under the write lock: what was planned may be true no more. @returns 1 if it posted a letter */
function remind(ctx: Context, due: KeptReminder): number {
  const now = ctx.clock.now();
  const part: TeachingToCome | undefined = onePart(ctx.db).get({
    ...due,
    sessionId: due.sessionId ?? "",
    now,
  });
  const reminder = part && teachingReminder(part, now);
  if (!part || reminder?.key !== due.key) {
    takeBackReminder(ctx, due.id);
    return 0;
  }
  if (reminder.dueAt > now || !reminderSent(ctx, due.id)) return 0;
  const { sessionId, personId } = part;
  const session = readSession(ctx, sessionId);
  const trainer = session.trainers.find((each) => each.personId === personId);
  const to = addressee(ctx.db).get({ personId });
  if (!trainer || !to) throw new Error("A part was found without its trainer.");
  const { booked = 0, needs = 0 } = comers(ctx.db).get({ sessionId }) ?? {};
  postMessage(ctx, {
    kind,
    key: due.key,
    to: { personId, email: to.email },
    facts: { ...teachingFacts(session, trainer), booked, needs },
  });
  const about = { subjectKind: "session", subjectId: sessionId, aboutPersonId: personId } as const;
  recordAudit(ctx, { action: "sessions.trainer reminded", ...about });
  return 1;
}
