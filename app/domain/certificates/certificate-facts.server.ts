// Everything that a booking's certificate hangs on, and telling its person what became of it.
import { prepared } from "db/client";
import { bookings, certificates, courses, evaluationReceipts, meetings, people, sessions } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";

const factsOf = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: bookings.personId,
      state: bookings.state,
      courseId: courses.id,
      courseTitle: courses.title,
      minutes: courses.minutes,
      needs: courses.certificateNeeds,
      months: courses.certificateMonths,
      endsAt: sessions.endsAt,
      completedOn: sql<string>`(select max(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      answered: sql<boolean>`exists (select 1 from ${evaluationReceipts}
        where ${evaluationReceipts.bookingId} = ${bookings.id} and ${evaluationReceipts.stage} = 'T2')`.mapWith(
        Boolean,
      ),
      hadOne: sql<boolean>`exists (select 1 from ${certificates}
        where ${certificates.bookingId} = ${bookings.id})`.mapWith(Boolean),
      personName: people.name,
      email: people.email,
      erasedAt: people.erasedAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);
const inForceOf = prepared((db) =>
  db
    .select()
    .from(certificates)
    .where(and(eq(certificates.bookingId, sql.placeholder("bookingId")), isNull(certificates.withdrawnAt)))
    .prepare(),
);

export type Facts = NonNullable<ReturnType<ReturnType<typeof factsOf>["get"]>>;
export type Row = typeof certificates.$inferSelect;

/** The facts, and the certificate in force if there is one. @throws NotFound */
export function readFacts(
  ctx: Pick<Context, "db">,
  bookingId: string,
): { facts: Facts; held: Row | undefined } {
  const facts = factsOf(ctx.db).get({ bookingId });
  if (!facts) throw new NotFound("booking");
  return { facts, held: inForceOf(ctx.db).get({ bookingId }) };
}

/** Records that come in late, such as those of another system, are nobody's news. */
const stillNews = days(90);

/** Belongs in the transaction of the change. */
export function tell(ctx: Context, facts: Facts, row: Row, change: "given" | "withdrawn"): void {
  if (facts.erasedAt !== null || ctx.clock.now() > facts.endsAt + stillNews) return;
  const { courseTitle, completedOn, expiresOn, number } = row;
  postMessage(ctx, {
    kind: "certificate",
    key: `certificate/${row.id}/${change}`,
    to: { personId: facts.personId, email: facts.email },
    facts: {
      personName: facts.personName,
      replaces: change === "given" && facts.hadOne,
      ...{ change, courseTitle, completedOn, expiresOn, number },
    },
  });
}
