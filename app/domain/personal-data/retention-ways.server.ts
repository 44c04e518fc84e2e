// How records end by each retention rule, and how many in one transaction.
import { dataComplaints } from "db/schema";
import { inArray } from "drizzle-orm";
import { clearAuthSessions, clearSignInLinks } from "~/domain/accounts/accounts.server";
import { clearSessionNotes } from "~/domain/bookings/bookings.server";
import { clearFeeds } from "~/domain/calendars/calendars.server";
import { clearLearning } from "~/domain/certificates/certificates.server";
import { clearChargeNotes } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import {
  clearComments,
  clearCommitments,
  clearDrafts,
  unlinkAnswers,
} from "~/domain/evaluations/evaluations.server";
import { clearSelfAssessments } from "~/domain/needs/needs.server";
import {
  clearAddressStops,
  clearLetters,
  clearReminders,
  clearReports,
} from "~/domain/notifications/notifications.server";
import { erasePerson } from "./erase-person.server";
import type { RetentionCode } from "./retention-rules";

/** How each rule ends records; it answers how many it ended. */
export const ways: Record<RetentionCode, (ctx: Context, ids: string[]) => number> = {
  letters: clearLetters,
  "delivery reports": clearReports,
  "address stops": clearAddressStops,
  reminders: clearReminders,
  "session notes": clearSessionNotes,
  "sign-in links": clearSignInLinks,
  "sign-ins": clearAuthSessions,
  "calendar addresses": clearFeeds,
  "self-assessments": clearSelfAssessments,
  "learning sent back": clearLearning,
  "charge notes": clearChargeNotes,
  "evaluation drafts": clearDrafts,
  evaluations: unlinkAnswers,
  comments: clearComments,
  "unread comments": clearComments,
  commitments: clearCommitments,
  complaints: (ctx, ids) =>
    ctx.db.delete(dataComplaints).where(inArray(dataComplaints.id, ids)).run().changes,
  "unconfirmed accounts": erasing("never confirmed"),
  leavers: erasing("left long ago"),
};

function erasing(reason: "never confirmed" | "left long ago") {
  return (ctx: Context, ids: string[]) =>
    ids.filter((personId) => erasePerson(ctx, { personId, reason }).ok).length;
}

/** Erasing looks through every letter, so few people go in one transaction; and each respondent has many answers. */
export const atOnce = (code: RetentionCode) =>
  code === "leavers" || code === "unconfirmed accounts" ? 10 : code === "evaluations" ? 100 : 500;
