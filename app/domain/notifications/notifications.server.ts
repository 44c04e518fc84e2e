// The notifications room's door: commands put messages in the outbox; the worker sends them.

export { isAddressStopped, releaseAddress } from "./address-stops.server";
export { chooseNews, listNewsChoices } from "./choose-news.server";
export { chooseTopics } from "./choose-topics.server";
export { clearLetters, forgetLettersOf } from "./clear-letters.server";
export { clearReminders, forgetRemindersOf } from "./clear-reminders.server";
export { deliverDue } from "./deliver-due.server";
export { topicOf } from "./joining";
export {
  clearAddressStops,
  clearReports,
  forgetChoicesOf,
} from "./keep-choices.server";
export { keepReminders } from "./keep-reminders.server";
export { listMessages } from "./list-messages.server";
export { postMessage } from "./post-message.server";
export { listLetters, listMessagesTo, readLetter } from "./queries.server";
export { readReach, trustAddress } from "./reach.server";
export { readdressLetters } from "./readdress-letters.server";
export { receiveReport } from "./receive-reports.server";
export { fetchReceived } from "./received-letters.server";
export { reminderSent, takeBackReminder } from "./reminder-sent.server";
export type { KeptReminder, WantedReminder } from "./reminders";
export { dueReminders, listPlannedOf } from "./reminders-queries.server";
export { resendTransport } from "./resend-transport.server";
export { restoreWording } from "./restore-wording.server";
export { saveWording } from "./save-wording.server";
export { sendAgain, type WhyNotAgain } from "./send-again.server";
export { settle } from "./settle.server";
export { smtpTransport } from "./smtp-transport.server";
export { readStopByLink, stopByLink } from "./stop-by-link.server";
export { takeOverMail } from "./take-over-mail.server";
export { listPlannedFor, readTimeline, withFates } from "./timeline.server";
export { isStopped, isTopicStopped, readChoices } from "./topics.server";
export { forTouchedSessions } from "./touched.server";
export { type Letter, mailTray, type Outcome, type Transport } from "./transports.server";
export { readUnsubscribeToken, type Topic, unsubscribeToken } from "./unsubscribe-token";
export { currentWords, listChangedWordings, listWordings } from "./wording.server";
export { lastTurns, recordTurn } from "./worker-turns.server";
