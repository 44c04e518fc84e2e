// One letter that says that a certificate runs out, and the note that it was sent.
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import {
  type KeptReminder,
  postMessage,
  reminderSent,
  takeBackReminder,
} from "~/domain/notifications/notifications.server";
import { addMonths, civilDateAt } from "~/shared/civil-time";
import { oneToRenew } from "./renew-queries.server";
import { renewalLetters } from "./renew-rules";

export const kind = "renewal due";
const monthsAhead = 4;

export const keyOf = (certificateId: string, number: number) => `${kind}/${certificateId}/${number}`;

/** Last days that a letter may be planned for. */
export const span = (now: number) => ({
  now,
  from: civilDateAt(now),
  to: addMonths(civilDateAt(now), monthsAhead),
});

/** Looks again under the write lock: they may have booked since. @returns 1 if it posted a letter */
export function askToRenewOne(ctx: Context, due: KeptReminder): number {
  const [, certificateId = ""] = due.key.split("/");
  const now = ctx.clock.now();
  const found = oneToRenew(ctx.db).get({ ...span(now), id: certificateId });
  const letter =
    found &&
    renewalLetters(found.expiresOn, now).find(({ number }) => keyOf(certificateId, number) === due.key);
  if (!found || !letter) {
    takeBackReminder(ctx, due.id);
    return 0;
  }
  if (letter.dueAt > now || !reminderSent(ctx, due.id)) return 0;
  const { personId, personName, email, courseTitle, courseSlug, expiresOn } = found;
  const { number } = letter;
  postMessage(ctx, {
    kind,
    key: due.key,
    to: { personId, email },
    facts: { personName, courseTitle, courseSlug, expiresOn, number },
  });
  recordAudit(ctx, {
    action: "certificates.renewal asked",
    subjectKind: "certificate",
    subjectId: certificateId,
    aboutPersonId: personId,
    detail: { number },
  });
  return 1;
}
