// Why a session does not take place, as its letters say it to those who booked and to those who teach it.
import type { CallOffReason } from "~/domain/notifications/notifications";

export const callOffInWords: Record<CallOffReason, string> = {
  "too few people": "Too few people have booked.",
  "no trainer": "We have no trainer for it.",
  "no venue": "We cannot use the place.",
  "weather or travel": "The weather or travel makes it unsafe.",
  "something else": "Something came up that we cannot change.",
};

/** Whoever teaches it is a trainer whom we have; it is others that are missing. */
export const callOffToTrainers: Record<CallOffReason, string> = {
  ...callOffInWords,
  "no trainer": "We do not have all the trainers that it needs.",
};
