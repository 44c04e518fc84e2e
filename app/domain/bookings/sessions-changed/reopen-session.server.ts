// A coordinator opens booking of a session again.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { type ReopenRefusal, reopenBooking } from "~/domain/sessions/sessions.server";
import type { Result } from "~/shared/result";
import { offerFreePlaces } from "../waiting/offer-free-places.server";

/** Opens booking again; places that are free go to those who wait first. @throws Forbidden, NotFound */
export function reopenForBooking(ctx: Context, sessionId: string): Result<null, ReopenRefusal> {
  return transact(ctx.db, () => {
    const reopened = reopenBooking(ctx, sessionId);
    if (reopened.ok) offerFreePlaces(ctx, sessionId);
    return reopened;
  });
}
