// The pages about letters, as coordinators reach them.
import { by, ends, ofASession, type Reached } from "./ways";

const theWording = [ends("/manage/messages"), ends("/manage/messages/wording")];
export const messages: Record<string, Reached> = {
  "messages to see to": by("/manage", ends("/manage/messages")),
  "all messages": "/manage/messages?state=all",
  "messages that are none": "/manage/messages?who=nobody-is-called-this",
  "the words of the letters": by("/manage", ...theWording),
  "the words of a letter": by("/manage", ...theWording, ends("/wording/booking-confirmed")),
  "the words of a letter with a choice of examples": by(
    "/manage",
    ...theWording,
    ends("/wording/session-changed"),
  ),
  "news of the offer": by("/manage/messages", ends("/manage/messages/news")),
  "writing to those on a session": ofASession(ends("/write")),
};
