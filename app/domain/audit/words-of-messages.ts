// The deeds around messages and calendars in plain words.
import { counted } from "~/shared/format";
import type { AuditAction, AuditDetails } from "./actions";
import type { WordsOf } from "./wording";

type MessageAction = Extract<AuditAction, `${"calendars" | "notifications"}.${string}`>;

const undelivered = ({ kind, attempts }: AuditDetails["notifications.failed"]) =>
  `${kind}, after ${counted(attempts, "try", "tries")}`;
const troubled = ({ kind, before }: AuditDetails["notifications.seen to"]) =>
  `${kind}, ${before === "failed" ? "which could not be sent" : "which may not have arrived"}`;
const about = ({ because }: AuditDetails["notifications.address stopped"]) =>
  because === "bounced" ? "mail came back" : "mail was called unwanted";
const topic = (detail: { topic: string }) => detail.topic;

export const messageWords: WordsOf<MessageAction> = {
  "notifications.failed": ["A message could not be sent", undelivered],
  "notifications.unsure": ["A message may not have arrived", undelivered],
  "notifications.sent again": ["Sent a message again", troubled],
  "notifications.seen to": ["Saw to a message that was in trouble", troubled],
  "notifications.address stopped": ["Stopped optional email to an address", about],
  "notifications.address works again": ["Address works again", about],
  "notifications.topic stopped": ["Stopped a kind of optional email", topic],
  "notifications.topic taken back": ["Wants a kind of optional email again", topic],
  "notifications.news chosen": [
    "Chose news of the offer",
    ({ chosen }) => (chosen === 0 ? "none" : counted(chosen, "choice")),
  ],
  "notifications.wording saved": [
    "Changed the words of a letter",
    ({ kind, fields }) => `${kind}: ${fields.join(", ")}`,
  ],
  "notifications.wording restored": ["Gave a letter back the words it came with", ({ kind }) => kind],
  "calendars.address made": "Made a secret address for a calendar",
  "calendars.address ended": "Ended a secret address for a calendar",
};
