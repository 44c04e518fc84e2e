// What is held of somebody's own words about training: comments, commitments and what became of them, forms begun, and
// which letters asked. What their line manager wrote stands among it, and is given by a person who looks at it first.
import { comments, commitmentFollowUps, commitments, evaluationDrafts, evaluationLetters } from "db/schema";
import { aboutPeople, instant, nameOf, notShown, ownWords, text, who } from "./export-map";

const stage = text(
  "Stage: T0 before training, T1 on arrival, T2 after it, T3 and T4 later, M your line manager",
);
const standsFor = notShown(
  "Number that stands for you among the answers",
  "It is there so that answers can be parted from who gave them.",
);
const managersWords =
  "Where the stage is M, your line manager wrote it about you. It is about them too, so somebody looks at it before it is given. Ask the partnership for it.";

export const wordTables = [
  aboutPeople(comments, {
    heading: "What was written about your training",
    found: [{ by: "respondent", column: "respondentId" }],
    columns: {
      id: text("Number"),
      respondentId: standsFor,
      stage,
      itemId: nameOf("question", "Question"),
      text: ownWords("What was written", managersWords),
      quotable: text("Whether it may be quoted"),
      state: text("What a coordinator did with it"),
      redacted: ownWords("As it is quoted", managersWords),
      readAt: instant("Read"),
      readBy: who("Read by"),
    },
    deeds: [
      {
        heading: "Comments of others that you read",
        found: [{ by: "person", column: "readBy" }],
        columns: { state: text("What you did with it"), readAt: instant("Read") },
      },
    ],
  }),
  aboutPeople(commitments, {
    heading: "What you said you would do because of training",
    found: [{ by: "respondent", column: "respondentId" }],
    columns: {
      id: text("Number"),
      respondentId: standsFor,
      position: text("Which of them"),
      what: text("What"),
      byWhen: text("By when"),
      withWhom: text("With whom"),
      sure: text("How sure you were, 0 to 10"),
      obstacle: text("What might stop you"),
      quotable: text("Whether it may be quoted"),
      state: text("What a coordinator did with it"),
      redacted: text("As it is quoted"),
      madeAt: instant("Written"),
    },
  }),
  aboutPeople(commitmentFollowUps, {
    heading: "What became of what you said you would do",
    found: [{ by: "commitment", column: "commitmentId" }],
    columns: {
      commitmentId: text("Number"),
      stage,
      outcome: text("What became of it"),
      evidence: text("How it can be seen"),
      opportunity: text("Whether there was an opportunity"),
      seen: text("What your line manager saw"),
      answeredAt: instant("Sent"),
    },
  }),
  aboutPeople(evaluationDrafts, {
    heading: "Questions about training that were begun and not sent",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      stage,
      fields: ownWords("What was typed", managersWords),
      savedAt: instant("Saved"),
    },
  }),
  aboutPeople(evaluationLetters, {
    heading: "When you, or your line manager, were asked questions about training",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      stage,
      number: text("Letter: 0 the first, the others remind"),
      sentAt: instant("Written"),
    },
  }),
];
