// The deeds around messages and calendars, and what each entry says besides: never an address or a word of a letter.
import type { Field, Kind, Nothing } from "./action-parts";

type Undelivered = { kind: Kind; attempts: number };
type Troubled = { kind: Kind; before: "failed" | "unsure" };
type AboutAddress = { because: "bounced" | "complained" };

export type MessageDetails = {
  "notifications.failed": Undelivered;
  "notifications.unsure": Undelivered;
  /** One that failed, or may not have arrived, was sent once more because somebody said so. */
  "notifications.sent again": Troubled;
  "notifications.seen to": Troubled;
  /** By the provider's word: mail to somebody came back, or was called unwanted. */
  "notifications.address stopped": AboutAddress;
  /** Mail arrives there again, they say or have shown. */
  "notifications.address works again": AboutAddress;
  "notifications.topic stopped": { topic: Kind };
  "notifications.topic taken back": { topic: Kind };
  /** How many boards and themes they want news of; 0 ends it. */
  "notifications.news chosen": { chosen: number };
  "notifications.wording saved": { kind: Kind; fields: Field[] };
  "notifications.wording restored": { kind: Kind };
  /** Joining details or a reminder was posted to somebody with a place. */
  "bookings.reminded": { kind: Kind };
  /** Somebody wrote to those on a session; `people`: how many it went to. */
  "bookings.note sent": { audience: Kind; people: number };
  /** A course was renamed or a venue put right: those on its sessions are told. */
  "sessions.announced": { changed: Kind[] };
  "certificates.renewal asked": { number: number };
  /** The secret address of a calendar of their own. */
  "calendars.address made": Nothing;
  "calendars.address ended": Nothing;
};
