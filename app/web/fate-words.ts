// How a message fared, in plain words, and whether somebody has to look.
import type { TagColour } from "~/components/tag";
import type { Fate } from "~/domain/notifications/notifications";

export const fateInWords: Record<Fate, string> = {
  waiting: "Waiting to be sent",
  sent: "Sent",
  delayed: "Sent, not delivered yet",
  delivered: "Delivered",
  opened: "Opened",
  "came back": "Came back",
  "came back for now": "Came back for now",
  "called unwanted": "Called unwanted",
  failed: "Not sent",
  unsure: "May not have arrived",
  superseded: "Not sent: a later message says it",
  "no longer true": "Not sent: it was no longer true",
  "address stopped": "Not sent: email to this address came back",
  "topic stopped": "Not sent: such messages were stopped",
};

/** Only what is wrong has a colour. */
export const fateColour: Partial<Record<Fate, TagColour>> = {
  "came back": "red",
  "came back for now": "orange",
  "called unwanted": "orange",
  failed: "red",
  unsure: "orange",
};
