// What is held of how messages fare with a person, of what they chose, and of what is still to come.
import {
  addressStops,
  deliveryReports,
  newsSubscriptions,
  reminders,
  sessionNotes,
  topicStops,
  wordings,
} from "db/schema";
import { aboutNobody, aboutPeople, instant, nameOf, notShown, text, whose } from "./export-map";

export const messageTables = [
  aboutPeople(deliveryReports, {
    heading: "What the mail provider said of messages to you",
    found: [{ by: "letter", column: "messageId" }],
    columns: {
      id: text("Number of the report"),
      messageId: text("About message number"),
      kind: text("What it said"),
      lasting: text("Whether a message that came back would come back again"),
      at: instant("When that was"),
      receivedAt: instant("When we were told"),
    },
  }),
  aboutPeople(addressStops, {
    heading: "That email to you came back, or was called unwanted",
    found: [{ by: "address", column: "email" }],
    columns: {
      email: text("Address"),
      because: text("Why optional email does not go there"),
      since: instant("Since"),
    },
  }),
  aboutPeople(topicStops, {
    heading: "Emails you stopped",
    found: [{ by: "person", column: "personId" }],
    columns: { personId: whose, topic: text("Which"), stoppedAt: instant("Stopped") },
  }),
  aboutPeople(newsSubscriptions, {
    heading: "News of training that you asked for",
    found: [{ by: "person", column: "personId" }],
    columns: { personId: whose, about: text("Of what"), since: instant("Since") },
  }),
  aboutPeople(reminders, {
    heading: "Reminders planned for you",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Number of the reminder"),
      key: notShown("What it is known by", "It repeats the numbers of your booking."),
      kind: text("Kind of message"),
      personId: whose,
      sessionId: nameOf("session", "Session"),
      bookingId: nameOf("booking", "Booking"),
      dueAt: instant("Due"),
      state: text("How it stands"),
      changedAt: instant("Since"),
    },
  }),
  aboutNobody(
    sessionNotes,
    "What was written to all those on a session; each person’s own copy stands with their messages.",
    ["id", "sessionId", "audience", "subject", "body", "people", "sentAt"],
    [
      {
        heading: "Notes you wrote to those on a session",
        found: [{ by: "person", column: "sentBy" }],
        columns: {
          sessionId: nameOf("session", "Session"),
          audience: text("Whom it was for"),
          subject: text("Subject"),
          body: text("What it said"),
          sentAt: instant("Sent"),
        },
      },
    ],
  ),
  aboutNobody(
    wordings,
    "The words of letters, the same for everyone.",
    ["id", "kind", "subject", "heading", "body", "savedAt"],
    [
      {
        heading: "Wordings of letters that you saved",
        found: [{ by: "person", column: "savedBy" }],
        columns: { kind: text("Kind of letter"), savedAt: instant("Saved") },
      },
    ],
  ),
];
