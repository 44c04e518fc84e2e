// Why something cannot be done with a session, in words.
import type {
  CloseRefusal,
  GoAheadRefusal,
  MaterialRefusal,
  PublishRefusal,
  ReopenRefusal,
} from "~/domain/sessions/sessions.server";

export const publishInWords: Record<PublishRefusal, string> = {
  "not a draft": "Only a draft can be published. This session is past that.",
  "starts in the past": "This draft starts in the past. Schedule a new session with a date to come.",
};

export const closeInWords: Record<CloseRefusal, string> = {
  "not published": "Booking can only be closed while a session is published.",
};

export const reopenInWords: Record<ReopenRefusal, string> = {
  "not closed": "Booking is not closed.",
  "booking has ended":
    "Booking was to close before now. Change the session first, so that booking closes later.",
};

export const goAheadInWords: Record<GoAheadRefusal, string> = {
  "no minimum": "This session needs no number of people. It goes ahead anyway.",
  "session is over": "This session is over or cancelled.",
};

export const materialInWords: Record<MaterialRefusal, string> = {
  "not a web address": "Enter a web address that starts with https://",
  "there already": "Enter another web address: this one is on the session already",
};
