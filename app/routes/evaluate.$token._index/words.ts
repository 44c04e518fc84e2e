// What is true of answers that come late.
import type { KeptApart } from "~/domain/evaluations/evaluations";

export const keptApartInWords: Record<KeptApart, string> = {
  "training had begun":
    "The training has begun, so these answers cannot stand for before. You can still give them: they are kept, and counted apart.",
  "after 48 hours":
    "The 48 hours after the training are over, so these answers are not compared with those from before. You can still give them, and what you write is still read.",
  "after week 12":
    "The twelve weeks after the training are over, so these answers are not compared with the earlier ones. You can still give them, and what you write is still read.",
  "after month 8":
    "The time for these questions is over, so these answers are not compared with the earlier ones. You can still give them, and what you write is still read.",
};
