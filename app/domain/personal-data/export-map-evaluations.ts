// What is held about a person’s answers before and after training, until they are parted from who gave them.
import { answers, evaluationReceipts, respondents, responses } from "db/schema";
import { aboutPeople, instant, nameOf, notShown, text } from "./export-map";

const stage = text(
  "Stage: T0 before training, T1 on arrival, T2 after it, T3 and T4 later, M your line manager",
);
const standsFor = notShown(
  "Number that stands for you among the answers",
  "It is there so that answers can be parted from who gave them.",
);

export const evaluationTables = [
  aboutPeople(evaluationReceipts, {
    heading: "When you answered questions about training",
    found: [{ by: "booking", column: "bookingId" }],
    columns: { bookingId: nameOf("booking", "Booking"), stage, answeredAt: instant("Sent") },
  }),
  aboutPeople(respondents, {
    heading: "Training about which your answers can still be told to be yours",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      id: standsFor,
      bookingId: nameOf("booking", "Booking"),
      sessionId: nameOf("session", "Session"),
      agencyId: nameOf("agency", "Counted with"),
      managerMayBeAsked: text("Whether your line manager may be asked"),
      unlinkedAt: instant("Parted from your booking"),
    },
  }),
  aboutPeople(responses, {
    heading: "Questions about training that you answered",
    found: [{ by: "respondent", column: "respondentId" }],
    columns: {
      respondentId: standsFor,
      stage,
      instrumentId: nameOf("question set", "Questions"),
      courseInstrumentId: nameOf("question set", "Questions about this course"),
      submittedAt: instant("Sent"),
      keptApart: text("Why it is not compared with others"),
      confidence: text("Average confidence, 0 to 10"),
      scenarios: text("Share of scenarios answered rightly, 0 to 1"),
    },
  }),
  aboutPeople(answers, {
    heading: "Your answers about training",
    found: [{ by: "respondent", column: "respondentId" }],
    columns: {
      respondentId: standsFor,
      stage,
      itemId: nameOf("question", "Question"),
      value: text("Answer; where one of several was picked, which of them"),
    },
  }),
];
