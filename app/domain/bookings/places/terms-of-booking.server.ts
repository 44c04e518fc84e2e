// The terms that a booking was made under; of one made before there were any, those that hold now.
import type { Context } from "~/domain/context";
import { readSession } from "~/domain/sessions/sessions.server";
import type { Terms } from "~/domain/terms/terms";
import { readTerms, termsOfCourse } from "~/domain/terms/terms.server";

export const termsOfBooking = (
  ctx: Pick<Context, "db" | "clock">,
  booking: { termsId: string | null; sessionId: string },
): Terms =>
  booking.termsId === null
    ? termsOfCourse(ctx, readSession(ctx, booking.sessionId).courseId)
    : readTerms(ctx, booking.termsId);
