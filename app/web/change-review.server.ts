// Weighs a change of a session for the page that shows it before it is made.

import { weighChange } from "~/domain/bookings/bookings.server";
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import type { Session } from "~/domain/sessions/sessions";
import {
  type ChangedPlan,
  type ChangeRefusal,
  listVenuesWithRooms,
  planOf,
} from "~/domain/sessions/sessions.server";
import { done, type Result } from "~/shared/result";
import type { Review } from "./plan-review";
import { planInWords } from "./plan-words";

/** What a change comes to; null where it changes nothing. */
export function reviewOf(
  ctx: Context,
  session: Session,
  plan: ChangedPlan,
): Result<Review | null, ChangeRefusal> {
  const weighed = weighChange(ctx, { sessionId: session.id, plan });
  if (!weighed.ok) return weighed;
  const { fields, changed, told, trainers, clashes } = weighed.value;
  if (fields.length === 0) return done(null);
  const venues = listVenuesWithRooms(ctx);
  const [before, after] = [planInWords(planOf(session), venues), planInWords(plan, venues)];
  const newDays = changed.includes("when") ? plan.meetings.map(({ date }) => date) : [];
  return done({
    rows: fields.map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" })),
    changed,
    told,
    trainers,
    clashes,
    daysOff: newDays.filter((date) => !isWorkingDay(date)),
  });
}

/** Whether somebody should look before it is saved. */
export const needsLook = ({ told, trainers, clashes, daysOff }: Review) =>
  told > 0 || trainers > 0 || clashes.length > 0 || daysOff.length > 0;
