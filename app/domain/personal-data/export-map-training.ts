// What is held about a person as somebody who is trained, trains others, or says what they need.
import {
  answers,
  attendanceMarks,
  bookingChanges,
  bookings,
  registers,
  responses,
  selfAssessmentAnswers,
  selfAssessments,
  trainerApprovals,
  trainerAssignments,
  trainers,
} from "db/schema";
import { aboutNobody, aboutPeople, instant, nameOf, text, who, whose } from "./export-map";

export const trainingTables = [
  aboutPeople(bookings, {
    heading: "Your bookings",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Booking number"),
      reference: text("Reference"),
      sessionId: nameOf("session", "Session"),
      personId: whose,
      state: text("State"),
      createdAt: instant("Made"),
      updatedAt: instant("Last changed"),
      queuedAt: instant("Waiting since"),
      offerEndsAt: instant("Offer of a place ends"),
      revision: text("How often your calendar entry changed"),
    },
  }),
  aboutPeople(bookingChanges, {
    heading: "How your bookings changed",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      id: text("Entry number"),
      bookingId: nameOf("booking", "Booking"),
      fromState: text("State before"),
      toState: text("State after"),
      at: instant("When"),
      byPersonId: who("Changed by"),
      reason: text("Reason"),
    },
    deeds: [
      {
        heading: "Changes you made to bookings of others",
        found: [{ by: "person", column: "byPersonId" }],
        columns: { toState: text("State after"), at: instant("When") },
      },
    ],
  }),
  aboutPeople(attendanceMarks, {
    heading: "Your attendance",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      meetingId: nameOf("meeting", "Meeting"),
      mark: text("Mark"),
      markedAt: instant("Recorded"),
      markedBy: who("Recorded by"),
    },
    deeds: [
      {
        heading: "Attendance of others that you recorded",
        found: [{ by: "person", column: "markedBy" }],
        columns: { meetingId: nameOf("meeting", "Meeting"), markedAt: instant("Recorded") },
      },
    ],
  }),
  aboutNobody(
    registers,
    "That a meeting’s register is finished.",
    ["meetingId", "takenAt"],
    [
      {
        heading: "Registers you finished",
        found: [{ by: "person", column: "takenBy" }],
        columns: { meetingId: nameOf("meeting", "Meeting"), takenAt: instant("Finished") },
      },
    ],
  ),
  aboutPeople(responses, {
    heading: "When you answered questions about training",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      stage: text("Stage: T0 before training, T2 after it"),
      instrumentId: nameOf("question set", "Questions"),
      submittedAt: instant("Sent"),
    },
  }),
  aboutPeople(answers, {
    heading: "Your answers about training",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      stage: text("Stage: T0 before training, T2 after it"),
      itemId: nameOf("question", "Question"),
      value: text("Answer"),
    },
  }),
  aboutPeople(selfAssessments, {
    heading: "When you told us about your training needs",
    found: [{ by: "person", column: "personId" }],
    columns: { id: text("Number"), personId: whose, takenAt: instant("Sent") },
  }),
  aboutPeople(selfAssessmentAnswers, {
    heading: "What you told us about your training needs",
    found: [{ by: "self-assessment", column: "selfAssessmentId" }],
    columns: {
      selfAssessmentId: text("Number"),
      competencyId: nameOf("competency", "Subject"),
      lastTrained: text("Last trained"),
      confidence: text("Confidence, 0 to 10"),
    },
  }),
  aboutPeople(trainers, {
    heading: "Your place in the training pool",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      kind: text("How you teach"),
      joinedOn: text("Joined"),
      leftOn: text("Left"),
    },
  }),
  aboutPeople(trainerApprovals, {
    heading: "Courses you may teach",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      courseId: nameOf("course", "Course"),
      until: text("Last day"),
      approvedAt: instant("Approved"),
      approvedBy: who("Approved by"),
    },
    deeds: [
      {
        heading: "Trainers you approved",
        found: [{ by: "person", column: "approvedBy" }],
        columns: { courseId: nameOf("course", "Course"), approvedAt: instant("Approved") },
      },
    ],
  }),
  aboutPeople(trainerAssignments, {
    heading: "Sessions you teach",
    found: [{ by: "person", column: "personId" }],
    columns: {
      sessionId: nameOf("session", "Session"),
      personId: whose,
      part: text("Your part"),
      assignedAt: instant("Put on it"),
      assignedBy: who("Put on it by"),
    },
    deeds: [
      {
        heading: "Trainers you put on sessions",
        found: [{ by: "person", column: "assignedBy" }],
        columns: { sessionId: nameOf("session", "Session"), assignedAt: instant("Put on it") },
      },
    ],
  }),
];
