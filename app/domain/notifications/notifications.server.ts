// The notifications room's door: commands put messages in the outbox; the worker sends them.

export { chooseNews, listNewsChoices } from "./choices/choose-news.server";
export { chooseTopics } from "./choices/choose-topics.server";
export {
  clearAddressStops,
  clearReports,
  forgetChoicesOf,
} from "./choices/keep-choices.server";
export { readStopByLink, stopByLink } from "./choices/stop-by-link.server";
export { takeOverMail } from "./choices/take-over-mail.server";
export { isStopped, isTopicStopped, readChoices } from "./choices/topics.server";
export { readUnsubscribeToken, type Topic, unsubscribeToken } from "./choices/unsubscribe-token";
export { clearLetters, forgetLettersOf } from "./letters/clear-letters.server";
export { followAddress } from "./letters/follow-address.server";
export { listMessages } from "./letters/list-messages.server";
export { readdressLetters } from "./letters/readdress-letters.server";
export { sendAgain, type WhyNotAgain } from "./letters/send-again.server";
export { settle } from "./letters/settle.server";
export { type Invited, takeBackLetters } from "./letters/take-back-letters.server";
export { takeBackQuestions } from "./letters/take-back-questions.server";
export { listPlannedFor, readTimeline, withFates } from "./letters/timeline.server";
export { postMessage } from "./post-message.server";
export { listLetters, listMessagesTo, readLetter } from "./queries.server";
export { clearReminders, forgetRemindersOf } from "./reminders/clear-reminders.server";
export { keepReminders } from "./reminders/keep-reminders.server";
export { reminderSent, takeBackReminder } from "./reminders/reminder-sent.server";
export type { KeptReminder, WantedReminder } from "./reminders/reminders";
export { dueReminders, listPlannedOf } from "./reminders/reminders-queries.server";
export { forTouchedSessions } from "./reminders/touched.server";
export { isAddressStopped, releaseAddress } from "./reports/address-stops.server";
export { readReach, trustAddress } from "./reports/reach.server";
export { receiveReport } from "./reports/receive-reports.server";
export { fetchReceived } from "./reports/received-letters.server";
export { deliverDue } from "./sending/deliver-due.server";
export { topicOf } from "./sending/joining";
export { resendTransport } from "./sending/resend-transport.server";
export { smtpTransport } from "./sending/smtp-transport.server";
export { type Letter, mailTray, type Outcome, type Transport } from "./sending/transports.server";
export { lastTurns, recordTurn } from "./sending/worker-turns.server";
export { restoreWording } from "./wording/restore-wording.server";
export { saveWording } from "./wording/save-wording.server";
export { currentWords, listChangedWordings, listWordings } from "./wording/wording.server";
