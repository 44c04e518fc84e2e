// What is held about a person as somebody with an account here: who they are, what was done, sent and complained of.
import {
  auditEntries,
  dataComplaints,
  erasures,
  outbox,
  people,
  retentionRules,
  roleGrants,
} from "db/schema";
import {
  aboutNobody,
  aboutPeople,
  instant,
  letter,
  nameOf,
  notShown,
  page,
  text,
  who,
  whose,
  withoutOthers,
} from "./export-map";

export const accountTables = [
  aboutPeople(people, {
    heading: "Your account",
    found: [{ by: "person", column: "id" }],
    columns: {
      id: text("Account number"),
      email: text("Email address"),
      name: text("Name"),
      agencyId: nameOf("agency", "Agency"),
      agencyStanding: text("Whether your agency has confirmed you"),
      agencyStandingSince: instant("Since when that has been so, if not since the account was made"),
      roleGroupId: nameOf("kind of work", "Kind of work"),
      jobTitle: text("Job title"),
      team: text("Team"),
      lineManagerEmail: text("Email address that you gave for your line manager"),
      accessNeeds: text("Access needs"),
      dietaryNeeds: text("Dietary needs"),
      passwordHash: notShown(
        "Password",
        "Only a scrambled form of it is kept. It cannot be turned back, and it protects your account.",
      ),
      createdAt: instant("Account made"),
      disabledAt: instant("Account closed"),
      mergedIntoId: text("Account that took this one over"),
      erasedAt: instant("Erased"),
    },
    deeds: [
      {
        heading: "Colleagues who name you as their line manager",
        found: [{ by: "address", column: "lineManagerEmail" }],
        columns: { lineManagerEmail: text("The address they gave, which is yours") },
      },
    ],
  }),
  aboutPeople(roleGrants, {
    heading: "Roles you have been given",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      role: text("Role"),
      grantedAt: instant("Given"),
      grantedBy: who("Given by"),
    },
    deeds: [
      {
        heading: "Roles you gave to others",
        found: [{ by: "person", column: "grantedBy" }],
        columns: { role: text("Role"), grantedAt: instant("Given") },
      },
    ],
  }),
  aboutPeople(auditEntries, {
    heading: "What was done with your records, and your sign-ins",
    found: [{ by: "person", column: "aboutPersonId" }],
    columns: {
      id: text("Entry number"),
      at: instant("When"),
      actorKind: text("Done by a person, the system or someone not signed in"),
      actorPersonId: who("Done by"),
      action: text("What was done"),
      subjectKind: text("Kind of record"),
      subjectId: withoutOthers("Number of the record"),
      aboutPersonId: whose,
      screen: page("From which page"),
      detail: withoutOthers("Detail"),
    },
    deeds: [
      {
        heading: "What you did in the service",
        found: [{ by: "person", column: "actorPersonId" }],
        columns: {
          at: instant("When"),
          action: text("What was done"),
          subjectKind: text("Kind of record"),
          screen: page("From which page"),
        },
      },
    ],
  }),
  aboutPeople(outbox, {
    heading: "Messages to you",
    found: [
      { by: "person", column: "toPersonId" },
      { by: "address", column: "toEmail", unless: "toPersonId" },
    ],
    columns: {
      id: text("Message number"),
      key: notShown("What caused it", "It is made of numbers of records and says nothing more."),
      kind: text("Kind"),
      toPersonId: whose,
      toEmail: text("Sent to"),
      facts: letter("What it was made from"),
      priority: text("Order of sending: lower goes first"),
      state: text("State"),
      attempts: text("Tries"),
      createdAt: instant("Written"),
      dueAt: instant("To be sent"),
      leasedUntil: instant("Being sent until"),
      firstTriedAt: instant("First tried"),
      sentAt: instant("Sent"),
      sentBy: text("Sent by way of"),
      lastProblem: text("Last problem with sending"),
      subject: letter("Subject"),
      html: notShown("The same words laid out", "The words are given as plain text."),
      text: letter("Words"),
      calendar: notShown("Calendar entry", "It says the same as the words and your bookings."),
      calendarMethod: text("What the calendar entry does"),
    },
    deeds: [
      {
        heading: "Messages to others that tell of you",
        found: [{ by: "letter's key", column: "key" }],
        columns: { kind: text("Kind"), createdAt: instant("Written"), sentAt: instant("Sent") },
      },
    ],
  }),
  aboutPeople(dataComplaints, {
    heading: "Your complaints about how your data is used",
    found: [
      { by: "person", column: "personId" },
      { by: "address", column: "email", unless: "personId" },
    ],
    columns: {
      id: text("Complaint number"),
      reference: text("Reference"),
      receivedAt: instant("Received"),
      personId: whose,
      name: text("Name you gave"),
      email: text("Email address you gave"),
      text: text("What you wrote"),
      acknowledgedAt: instant("Acknowledged"),
      acknowledgedBy: who("Acknowledged by"),
      answeredAt: instant("Answered"),
      answeredBy: who("Answered by"),
      answer: text("Our answer"),
    },
    deeds: [
      {
        heading: "Complaints you acknowledged",
        found: [{ by: "person", column: "acknowledgedBy" }],
        columns: { acknowledgedAt: instant("Acknowledged") },
      },
      {
        heading: "Complaints you answered",
        found: [{ by: "person", column: "answeredBy" }],
        columns: { answeredAt: instant("Answered") },
      },
    ],
  }),
  aboutPeople(erasures, {
    heading: "Your erasure",
    found: [{ by: "person", column: "personId" }],
    columns: {
      personId: whose,
      erasedAt: instant("Erased"),
      reason: text("Reason"),
      erasedBy: who("Erased by"),
    },
    deeds: [
      {
        heading: "Erasures you carried out",
        found: [{ by: "person", column: "erasedBy" }],
        columns: { erasedAt: instant("Erased"), reason: text("Reason") },
      },
    ],
  }),
  aboutNobody(
    retentionRules,
    "How long the partnership keeps each kind of record.",
    ["rule", "months", "changedAt"],
    [
      {
        heading: "Retention rules you changed",
        found: [{ by: "person", column: "changedBy" }],
        columns: { rule: text("Rule"), months: text("Months"), changedAt: instant("Changed") },
      },
    ],
  ),
];
