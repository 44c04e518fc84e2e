// What the worker does for those who teach: keeps their reminders as the sessions are, and sends those that are due.
import { type Db, prepared, transact } from "db/client";
import { bookings, people, sessions, trainerAssignments } from "db/schema";
import { and, asc, count, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
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
  type WantedReminder,
} from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { readSession } from "./queries.server";
import { teachingFacts } from "./teaching-letters.server";
import { type TeachingToCome, teachingReminder } from "./teaching-reminder-rules";

const kind = "teaching reminder";

const parts = (db: Db, more: SQL | undefined) =>
  db
    .select({
      sessionId: sessions.id,
      personId: trainerAssignments.personId,
      assignedAt: trainerAssignments.assignedAt,
      startsAt: sessions.startsAt,
    })
    .from(sessions)
    .innerJoin(trainerAssignments, eq(trainerAssignments.sessionId, sessions.id))
    .innerJoin(people, eq(people.id, trainerAssignments.personId))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gt(sessions.startsAt, sql.placeholder("now")),
        isNull(people.disabledAt),
        more,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id), asc(trainerAssignments.personId))
    .prepare();
const allParts = prepared((db) => parts(db, undefined));
const partsOn = prepared((db) =>
  parts(db, sql`${sessions.id} in (select value from json_each(${sql.placeholder("sessionIds")}))`),
);
const onePart = prepared((db) =>
  parts(db, and(eq(sessions.id, sql.placeholder("sessionId")), eq(people.id, sql.placeholder("personId")))),
);

/** Every reminder of those who teach sessions to come, of these or of all (null), as it is to be kept. */
export function teachingRemindersWanted(
  ctx: Pick<Context, "db" | "clock">,
  sessionIds: readonly string[] | null,
): WantedReminder[] {
  const now = ctx.clock.now();
  const found =
    sessionIds === null
      ? allParts(ctx.db).all({ now })
      : partsOn(ctx.db).all({ now, sessionIds: JSON.stringify(sessionIds) });
  return found.flatMap((part) => {
    const reminder = teachingReminder(part, now);
    const { personId, sessionId } = part;
    return reminder ? [{ ...reminder, personId, sessionId, bookingId: null }] : [];
  });
}

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

const addressee = prepared((db) =>
  db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** Counts alone: what somebody needs stands on the session's page, for those who sign in. */
const comers = prepared((db) =>
  db
    .select({
      booked: count(),
      needs: sql<number>`coalesce(sum(${people.accessNeeds} is not null or ${people.dietaryNeeds} is not null), 0)`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "confirmed")))
    .prepare(),
);
