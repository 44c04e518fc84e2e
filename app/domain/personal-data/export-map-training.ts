// What is held about a person as somebody who is trained, trains others, or says what they need.
import {
  attendanceMarks,
  bookingTerms,
  certificates,
  chargeChanges,
  charges,
  externalLearning,
  externalLearningCompetencies,
  registers,
  selfAssessmentAnswers,
  selfAssessments,
  trainerApprovals,
  trainerAssignments,
  trainers,
} from "db/schema";
import { aboutNobody, aboutPeople, instant, nameOf, notShown, text, who, whose } from "./export-map";

export const trainingTables = [
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
  aboutPeople(charges, {
    heading: "Charges for places that you did not use",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Charge"),
      bookingId: nameOf("booking", "Booking"),
      sessionId: nameOf("session", "Session"),
      personId: whose,
      agencyId: nameOf("agency", "Charged to"),
      termsId: text("Version of the terms"),
      kind: text("What for"),
      pence: text("Amount in pence"),
      basis: text("How the amount came about"),
      state: text("What became of it"),
      madeAt: instant("Made"),
    },
  }),
  aboutPeople(chargeChanges, {
    heading: "What became of charges for places that you did not use",
    found: [{ by: "charge", column: "chargeId" }],
    columns: {
      id: text("Entry number"),
      chargeId: text("Charge"),
      fromState: text("Before"),
      toState: text("After"),
      note: text("What was written"),
      at: instant("When"),
      byPersonId: who("By"),
    },
    deeds: [
      {
        heading: "What you asked or decided about charges of others",
        found: [{ by: "person", column: "byPersonId" }],
        columns: { toState: text("After"), at: instant("When") },
      },
    ],
  }),
  aboutNobody(
    bookingTerms,
    "What a board asks of everyone who books.",
    ["id", "boardCode", "version", "inForceFrom", "rules", "madeAt"],
    [
      {
        heading: "Terms of booking that you set",
        found: [{ by: "person", column: "madeBy" }],
        columns: { boardCode: text("Board"), version: text("Version"), madeAt: instant("Set") },
      },
    ],
  ),
  aboutPeople(certificates, {
    heading: "Your certificates",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Certificate"),
      number: text("Number that anyone can check"),
      bookingId: nameOf("booking", "Booking"),
      personId: whose,
      courseId: nameOf("course", "Course"),
      courseTitle: text("Course as it was called then"),
      minutes: text("Length in minutes"),
      completedOn: text("Completed"),
      expiresOn: text("Last day it counts"),
      givenAt: instant("Given"),
      withdrawnAt: instant("Withdrawn"),
    },
  }),
  aboutPeople(externalLearning, {
    heading: "Your learning elsewhere",
    found: [{ by: "person", column: "personId" }],
    columns: {
      id: text("Number"),
      personId: whose,
      title: text("Title"),
      provider: text("Given by"),
      completedOn: text("Completed"),
      minutes: text("Length in minutes"),
      evidence: text("How it can be seen"),
      courseId: nameOf("course", "Counts as"),
      state: text("State"),
      validUntil: text("Last day it counts"),
      submittedAt: instant("Sent"),
      reviewedAt: instant("Looked at"),
      reviewedBy: who("Looked at by"),
      reviewNote: text("Our note"),
    },
    deeds: [
      {
        heading: "Learning of others that you looked at",
        found: [{ by: "person", column: "reviewedBy" }],
        columns: { state: text("State"), reviewedAt: instant("Looked at") },
      },
    ],
  }),
  aboutPeople(externalLearningCompetencies, {
    heading: "What your learning elsewhere taught",
    found: [{ by: "external learning", column: "externalLearningId" }],
    columns: {
      externalLearningId: text("Number"),
      competencyId: nameOf("competency", "Subject"),
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
      confirmedAt: instant("You said that you can"),
      entryOf: notShown("Name of the calendar entry", "It is a number of ours and says nothing more."),
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
