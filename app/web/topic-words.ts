// The kinds of optional mail in plain words: what each is, and what still comes without it.
import type { Topic } from "~/domain/notifications/notifications.server";

export const topicInWords: Record<Topic, { name: string; what: string }> = {
  "evaluation reminders": {
    name: "Reminders to answer questions about training",
    what: "A second and third request when you have not answered. The first still comes.",
  },
  renewals: {
    name: "Certificates that run out",
    what: "Three months and one month before a certificate of yours runs out.",
  },
  "weekly digest": {
    name: "The weekly summary for your agency",
    what: "For agency leads: who is booked, what waits for you, and what is overdue.",
  },
  "offer news": {
    name: "News of the training on offer",
    what: "Once a month, what is new and where there are places, for what you asked about.",
  },
};
