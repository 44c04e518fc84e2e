// What runs by itself: ends what nobody answered, offers freed places, gives certificates, warns, delivers messages, and
// once a day ends what has been kept long enough. The same turns serve the server, `npm run jobs` and the tests.
import { Cron } from "croner";
import type { Db } from "db/client";
import { composer } from "emails/compose";
import { linkToken, readPartnership } from "~/domain/accounts/accounts.server";
import {
  announceCorrections,
  answerSilence,
  approvalToken,
  endWaiting,
  expireOffers,
  releaseHeldPlaces,
  remindBooked,
  runQueues,
  sendOfferNews,
  warnOfMinimums,
} from "~/domain/bookings/bookings.server";
import { fixCalendarDomain, keepFeedUse } from "~/domain/calendars/calendars.server";
import { askToRenew, giveDueCertificates } from "~/domain/certificates/certificates.server";
import { type Context, system } from "~/domain/context";
import { askAgain, askEvaluations, evaluationToken } from "~/domain/evaluations/evaluations.server";
import { refreshFigures } from "~/domain/impact/impact.server";
import { sendWeeklyDigests } from "~/domain/needs/needs.server";
import {
  deliverDue,
  mailTray,
  recordTurn,
  resendTransport,
  smtpTransport,
  type Transport,
  unsubscribeToken,
} from "~/domain/notifications/notifications.server";
import { isRetentionDue, retentionSteps } from "~/domain/personal-data/personal-data.server";
import { remindTrainers } from "~/domain/sessions/sessions.server";
import { log } from "~/log.server";
import type { Settings } from "~/settings.server";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";
import { paths } from "~/web/paths";

export type Means = {
  db: Db;
  clock: Clock;
  ids: Ids;
  settings: Settings;
  /** A turn stays short unless it is told otherwise, so that stopping the server need not wait long. */
  lettersAtMost?: number;
};

function transportFor(settings: Settings): Transport {
  if (settings.resend) return resendTransport(settings.resend);
  return settings.smtp ? smtpTransport(settings.smtp) : mailTray;
}

/** Does everything that is due once. */
export async function runDue(
  { settings, lettersAtMost = 20, ...means }: Means,
  transport = transportFor(settings),
): Promise<Done> {
  const ctx: Context = { ...means, actor: system, screen: "worker" };
  const bookings = turnBookings(ctx);
  const compose = composer({
    partnership: readPartnership(ctx),
    publicUrl: settings.publicUrl,
    from: settings.mailFrom,
    domain: fixCalendarDomain(ctx, settings.publicUrl),
    // Only the provider passes them on, and only where it may call us; the demonstration's tray has a button that answers.
    answersAreRead: settings.demo || (settings.resend !== null && settings.webhookSecret !== null),
    evaluationLink: (bookingId, stage) =>
      settings.publicUrl + paths.evaluation(evaluationToken(settings.secret, { bookingId, stage })),
    approvalLink: (approvalId) =>
      settings.publicUrl + paths.approve(approvalToken(settings.secret, approvalId)),
    signInLink: (linkId) => settings.publicUrl + paths.link(linkToken(settings.secret, linkId)),
    addressLink: (linkId) => settings.publicUrl + paths.myAddressLink(linkToken(settings.secret, linkId)),
    unsubscribeLink: (personId, topic) =>
      settings.publicUrl + paths.unsubscribe(unsubscribeToken(settings.secret, { personId, topic })),
  });
  const delivered = await deliverDue(ctx, {
    compose,
    transport,
    from: settings.mailFrom,
    most: lettersAtMost,
  });
  step("calendars in use", () => keepFeedUse(ctx));
  recordTurn(ctx, "worker");
  // Last: should it fail, it fails again with each turn until somebody looks, and offers and messages go on.
  const recordsEnded = isRetentionDue(ctx) ? await endRecords(ctx) : 0;
  return { ...bookings, messagesSent: delivered.sent, recordsEnded };
}

/** How many of each, for a line of output. */
export type Done = ReturnType<typeof turnBookings> & {
  messagesSent: number;
  recordsEnded: number;
};

/** What ends comes first, so that its places are offered in the same turn. */
function turnBookings(ctx: Context) {
  return {
    approvalsEnded: step("approvals", () => answerSilence(ctx)),
    waitingEnded: step("waiting", () => endWaiting(ctx)),
    offersEnded: step("offers", () => expireOffers(ctx)),
    holdsReleased: step("held places", () => releaseHeldPlaces(ctx)),
    placesOffered: step("queues", () => runQueues(ctx)),
    warnings: step("minimums", () => warnOfMinimums(ctx)),
    certificatesGiven: step("certificates", () => giveDueCertificates(ctx)),
    renewalsAsked: step("renewals", () => askToRenew(ctx)),
    evaluationsAsked: step("evaluations", () => askEvaluations(ctx)),
    evaluationsAskedAgain: step("evaluations again", () => askAgain(ctx)),
    corrections: step("corrections", () => announceCorrections(ctx)),
    reminders: step("reminders of bookings", () => remindBooked(ctx)),
    weeklyDigests: step("weekly digests", () => sendWeeklyDigests(ctx)),
    offerNews: step("news of the offer", () => sendOfferNews(ctx)),
    teachingReminders: step("reminders of teaching", () => remindTrainers(ctx)),
    figuresWorkedOut: step("figures", () => refreshFigures(ctx)),
  };
}

/** One that fails is logged with each turn until somebody looks; the others go on. @returns how many it did, 0 if it failed */
function step(name: string, run: () => number): number {
  try {
    return run();
  } catch (problem) {
    log.error({ problem, step: name }, "a step of the worker's turn failed");
    return 0;
  }
}

/** Pages are answered between the steps, however much there is to end. */
async function endRecords(ctx: Context): Promise<number> {
  let ended = 0;
  for (const { rows } of retentionSteps(ctx)) {
    ended += rows;
    await new Promise((resume) => setImmediate(resume));
  }
  return ended;
}

/** Runs what is due every few seconds until stopped; a turn never overlaps the next. */
export function startWorker(means: Means): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  // One for all turns: it keeps the provider's pace.
  const transport = transportFor(means.settings);
  const cron = new Cron("*/5 * * * * *", { protect: true, unref: true }, () => {
    turn = runDue(means, transport).then(
      () => undefined,
      (problem: unknown) => log.error({ problem }, "the worker's turn failed"),
    );
    return turn;
  });
  return {
    async stop() {
      cron.stop();
      await turn;
    },
  };
}
