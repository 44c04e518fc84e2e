// Where the house leaves a rule, and why. One that is no longer needed fails, so the list cannot grow stale.
export type Exception = {
  /** The rule's name. */
  rule: string;
  path: string;
  /** Words of the breach that is meant; without them any breach of the rule in this file. */
  about?: string;
  /** For a length: how many lines it may have and no more. */
  upTo?: number;
  reason: string;
};

export const exceptions: Exception[] = [
  {
    rule: "each part of the house imports only what it may",
    path: "app/web/health.server.ts",
    about: "db/migrations",
    reason: "Whether the database has every migration is a question to the database, and no room owns it.",
  },
  {
    rule: "the domain has no clock, no timer and no chance of its own",
    path: "app/domain/notifications/sending/transports.server.ts",
    about: "node:timers/promises",
    reason:
      "It keeps the mail provider's pace by waiting between two requests; nothing is decided or stored by it.",
  },
  {
    rule: "the domain has no clock, no timer and no chance of its own",
    path: "app/domain/notifications/sending/resend-transport.server.ts",
    about: "AbortSignal.timeout",
    reason: "It gives up on a silent mail provider; a request to another machine ends by real time only.",
  },
  {
    rule: "the domain has no clock, no timer and no chance of its own",
    path: "app/domain/notifications/sending/smtp-transport.server.ts",
    about: "AbortSignal.timeout",
    reason: "It gives up on a silent relay; a conversation with another machine ends by real time only.",
  },
  {
    rule: "every route says who may open it, and lets nobody in otherwise",
    path: "app/routes/$/route.tsx",
    about: "meta",
    reason: "Its page is never shown: its loader always answers 404, and the page around it gives the title.",
  },
  {
    rule: "no page counts on a script (none is shipped)",
    path: "app/routes/trainer.registers.$id._index/offline-script.tsx",
    about: "<script",
    reason:
      "A room may have no signal: this script keeps marks on the phone. The page does not count on it: its form does the same work.",
  },
  {
    rule: "no page counts on a script (none is shipped)",
    path: "app/routes/evaluate.$token._index/draft-script.tsx",
    about: "<script",
    reason:
      "Answers are given on a phone between visits: this script saves them as they are given. The page does not count on it: “Save and finish later” does the same work.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/notifications/sending/deliver-due.server.ts",
    upTo: 160,
    reason:
      "One message's way from claimed to sent, unsure or failed reads as one story; a piece of it says nothing alone.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/bookings/teams/book-group.server.ts",
    upTo: 85,
    reason: "Whom a group's booking refuses and whom it books is one decision about all of them.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/bookings/places/hold-places.server.ts",
    upTo: 95,
    reason: "What may hinder a hold is one list, and most of the file is its words.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/bookings/places/move-booking.server.ts",
    upTo: 90,
    reason: "A move ends one booking and begins another: apart, neither half says what it leaves behind.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/sessions/record-deliveries.server.ts",
    upTo: 200,
    reason:
      "Weighing a file and recording it share the comparison that makes a second import change nothing.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/impact/record-practice-measures.server.ts",
    upTo: 120,
    reason:
      "Weighing a file and recording it share the comparison that makes a second import change nothing.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/domain/sessions/schedule-session.server.ts",
    upTo: 100,
    reason:
      "The plan's fields, each refusal in turn, and the two inserts: nothing in it can be used elsewhere.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/styles/_charts.scss",
    upTo: 320,
    reason: "One look for every chart; split, its parts would have to repeat one another's measures.",
  },
  {
    rule: "no file is longer than reads well",
    path: "app/styles/_header.scss",
    upTo: 290,
    reason:
      "The header on a phone, on a desk, in print and in forced colours, side by side so that they stay alike.",
  },
  {
    rule: "no file is longer than reads well",
    path: "tests/domain/impact/paired.test.ts",
    upTo: 270,
    reason: "One list of edge cases for one result; each case is a few lines.",
  },
  {
    rule: "no file is longer than reads well",
    path: "tests/routes/register.test.ts",
    upTo: 270,
    reason: "Every case of one page or figure, each a few lines, on one small world.",
  },
  {
    rule: "no file is longer than reads well",
    path: "tests/support/world.ts",
    upTo: 290,
    reason: "The one small partnership that every test lives in, read from top to bottom.",
  },
  {
    rule: "no file is longer than reads well",
    path: "tests/routes/book.test.ts",
    upTo: 265,
    reason: "Every case of one page or figure, each a few lines, on one small world.",
  },
];
