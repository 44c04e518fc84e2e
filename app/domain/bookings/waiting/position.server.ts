// Someone's place in the queue, by the policy that will be applied: the honest one, not the order of joining.
import type { Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { readPlaces } from "../places.server";
import { readAllocation } from "./queue.server";

/** 1 for whoever is next; null for one who cannot take a place, or does not wait. */
export function positionOf(
  ctx: Pick<Context, "db" | "clock">,
  sessionId: string,
  bookingId: string,
  given?: Pick<Terms, "rules">,
): number | null {
  const session = readPlaces(ctx, sessionId);
  const terms = given ?? termsOfCourse(ctx, session.courseId);
  const index = readAllocation(ctx, session, terms).order.findIndex(
    ({ waiting }) => waiting.bookingId === bookingId,
  );
  return index < 0 ? null : index + 1;
}
