// Everything that tells who one account's person was goes, in every room, and a tombstone says that it went.
import { transact } from "db/client";
import { erasures } from "db/schema";
import { forgetPerson } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import { forgetApprover, forgetReasons } from "~/domain/bookings/bookings.server";
import { forgetFeedsOf } from "~/domain/calendars/calendars.server";
import { forgetLearning } from "~/domain/certificates/certificates.server";
import { forgetChargeNotes } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { forgetAnswers } from "~/domain/evaluations/evaluations.server";
import { forgetReleaseComments } from "~/domain/impact/impact.server";
import {
  forgetChoicesOf,
  forgetLettersOf,
  forgetRemindersOf,
} from "~/domain/notifications/notifications.server";
import { leavePool } from "~/domain/trainers/trainers.server";
import { keysThatTellOf } from "./export-letters";

export type Tombstone = typeof erasures.$inferSelect;

/**
 * What erasing and erasing again have in common; whether it may be is the caller's to decide. What stays: bookings,
 * attendance, certificates and charges, and who did what, all as those of nobody; what they answered about training, parted
 * from their bookings; and complaints, which have a rule of their own because they may be needed to answer a claim.
 */
export function takeOut(ctx: Context, tombstone: Tombstone): void {
  transact(ctx.db, () => {
    const { personId, reason } = tombstone;
    forgetReasons(ctx, personId);
    forgetChargeNotes(ctx, personId);
    forgetLearning(ctx, personId);
    forgetAnswers(ctx, personId);
    forgetReleaseComments(ctx, personId);
    leavePool(ctx, personId);
    forgetFeedsOf(ctx, personId);
    const { emails, instead } = forgetPerson(ctx, personId);
    forgetApprover(ctx, emails);
    forgetRemindersOf(ctx, personId);
    forgetChoicesOf(ctx, { personId, emails });
    forgetLettersOf(ctx, { personId, emails, keys: keysThatTellOf(personId), instead });
    ctx.db.insert(erasures).values(tombstone).onConflictDoNothing().run();
    recordAudit(ctx, {
      action: "personal-data.erased",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { reason },
    });
  });
}
