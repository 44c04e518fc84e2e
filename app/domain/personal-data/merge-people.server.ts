// One person with two accounts: everything about one of them, in every room, becomes the other's.
import { transact } from "db/client";
import { dataComplaints } from "db/schema";
import { eq } from "drizzle-orm";
import { takeOverAccount } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import { takeOverBookings } from "~/domain/bookings/bookings.server";
import { forgetFeedsOf } from "~/domain/calendars/calendars.server";
import { takeOverCertificates } from "~/domain/certificates/certificates.server";
import { takeOverCharges } from "~/domain/charges/charges.server";
import { actorPersonId, type Context } from "~/domain/context";
import { takeOverAnswers } from "~/domain/evaluations/evaluations.server";
import { takeOverSelfAssessments } from "~/domain/needs/needs.server";
import { readdressLetters, takeOverMail } from "~/domain/notifications/notifications.server";
import { takeOverAssignments } from "~/domain/sessions/sessions.server";
import { leavePool, takeOverPoolPlace } from "~/domain/trainers/trainers.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayMerge } from "./keeping-policy";
import { readMergeSide } from "./merge-queries.server";
import { type MergeCounts, type MergeRefusal, mayBeMerged } from "./merge-rules";

/** `ended`: bookings, of either account, for a session that both had booked. */
export type MergeResult = { moved: MergeCounts; ended: number };

/**
 * Moves everything about `from` to `into`; who did what, and history, stay under the account that did it. `from` is
 * disabled and leads to `into`. It cannot be undone.
 * @throws Forbidden, NotFound
 */
export function mergePeople(
  ctx: Context,
  ids: { fromId: string; intoId: string },
): Result<MergeResult, MergeRefusal> {
  if (!mayMerge(ctx.actor)) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const { fromId, intoId } = ids;
    const from = readMergeSide(ctx, fromId);
    const into = readMergeSide(ctx, intoId);
    const refusal = mayBeMerged(from, into, actorPersonId(ctx.actor));
    if (refusal) return refused(refusal);
    const places = takeOverBookings(ctx, ids);
    if (!places.ok) return refused(places.reason);
    takeOverAnswers(ctx, { intoId, ended: places.value.ended });

    const approvals = takeOverPoolPlace(ctx, ids);
    const sessionsTaught = takeOverAssignments(ctx, ids).length;
    leavePool(ctx, fromId);
    forgetFeedsOf(ctx, fromId);
    takeOverMail(ctx, ids);
    const complaints = ctx.db
      .update(dataComplaints)
      .set({ personId: intoId })
      .where(eq(dataComplaints.personId, fromId))
      .run().changes;
    const { moved: bookings, ended } = places.value;
    const moved: MergeCounts = {
      bookings: bookings.length,
      charges: takeOverCharges(ctx, ids),
      ...takeOverCertificates(ctx, ids),
      selfAssessments: takeOverSelfAssessments(ctx, ids),
      sessionsTaught,
      approvals,
      messages: readdressLetters(ctx, { fromId, into: { id: intoId, email: into.email } }),
      complaints,
      ...takeOverAccount(ctx, ids),
    };
    recordAudit(ctx, {
      action: "personal-data.merged",
      subjectKind: "person",
      subjectId: fromId,
      aboutPersonId: intoId,
      detail: { from: fromId, into: intoId, moved, bookings, ended },
    });
    return done({ moved, ended: ended.length });
  });
}
