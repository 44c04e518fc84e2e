// Who stands for a booking among those who answered: made with the first answer, and by chance, so that its id says
// nothing about when or whose.
import { prepared } from "db/client";
import { bookings, people, respondents } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";

const ofBooking = prepared((db) =>
  db
    .select({ id: respondents.id })
    .from(respondents)
    .where(eq(respondents.bookingId, sql.placeholder("bookingId")))
    .prepare(),
);
const belongingOf = prepared((db) =>
  db
    .select({ sessionId: bookings.sessionId, agencyId: people.agencyId })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);

/**
 * The respondent of a booking; with `make`, one is made where there is none, of the agency that the person is at now.
 * `make` belongs in the transaction of what hangs on it.
 * @throws NotFound for a booking that is not there
 */
export function respondentOf(ctx: Context, bookingId: string, how: { make: true }): string;
export function respondentOf(ctx: Pick<Context, "db">, bookingId: string): string | null;
export function respondentOf(
  ctx: Pick<Context, "db"> & Partial<Context>,
  bookingId: string,
  { make = false } = {},
): string | null {
  const found = ofBooking(ctx.db).get({ bookingId });
  if (found || !make || !ctx.ids) return found?.id ?? null;
  const belonging = belongingOf(ctx.db).get({ bookingId });
  if (!belonging) throw new NotFound("booking");
  const id = ctx.ids.secret();
  ctx.db
    .insert(respondents)
    .values({ id, bookingId, ...belonging })
    .run();
  return id;
}
