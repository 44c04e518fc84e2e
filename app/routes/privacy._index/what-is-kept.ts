// Every kind of personal information there is, why, and who sees it. A test holds it to the map of personal data.
export type Kept = {
  what: string;
  why: string;
  who: string;
  /** The tables that the line tells of; of people, whose columns are of many kinds, each column. */
  tells: readonly string[];
};

export const kept: readonly Kept[] = [
  {
    what: "Your name, work email address, agency, team, job title and kind of work",
    why: "To know who books, and to reach you.",
    who: "You, coordinators, administrators, your agency’s lead and your line manager. Trainers of sessions you book see your name and agency.",
    tells: [
      ...[
        "id",
        "name",
        "email",
        "agencyId",
        "agencyStanding",
        "agencyStandingSince",
        "team",
        "jobTitle",
        "roleGroupId",
      ],
      ...["createdAt", "disabledAt", "mergedIntoId", "erasedAt"],
    ].map((column) => `people.${column}`),
  },
  {
    what: "Your line manager’s email address, if you give it",
    why: "So that they can see that you are trained.",
    who: "You, coordinators, administrators, and that line manager.",
    tells: ["people.lineManagerEmail"],
  },
  {
    what: "Access and dietary needs, if you tell us",
    why: "So that the room, the day and the food are right for you.",
    who: "You, coordinators, and the trainers of sessions you book.",
    tells: ["people.accessNeeds", "people.dietaryNeeds"],
  },
  {
    what: "Your password, the key of your authenticator app, and your recovery codes",
    why: "So that only you can use your account.",
    who: "Nobody: they are scrambled or sealed. Administrators see that you have them.",
    tells: ["people.passwordHash", "second_factors", "recovery_codes"],
  },
  {
    what: "Where you are signed in, what your browser calls itself, and links sent to you to sign in",
    why: "So that you can see it, and end what is not yours.",
    who: "You. Administrators see on how many devices, and can sign you out.",
    tells: ["auth_sessions", "sign_in_links"],
  },
  {
    what: "The secret address of your calendar, if you make one, and when it was last asked for",
    why: "So that your bookings and your teaching stand in your own calendar. Whoever has the address can read it.",
    who: "You. Only a scrambled form of it is kept.",
    tells: ["calendar_feeds"],
  },
  {
    what: "If your organisation signs you in: which one it is, and your number there",
    why: "So that it is you who is let in. Your organisation learns that you signed in here.",
    who: "You. Administrators see that you sign in this way.",
    tells: ["external_identities"],
  },
  {
    what: "Bookings, waiting lists and offers, with each change and why it was your turn",
    why: "To keep your place and be fair to those who wait.",
    who: "You, coordinators, administrators, your agency’s lead and your line manager. Trainers see who has a place.",
    tells: ["bookings", "booking_changes", "promotions", "booking_groups", "held_places"],
  },
  {
    what: "Where a course asks for approval: whose was asked, by address for a line manager, and what they answered",
    why: "So that your line manager or your agency’s lead agrees before you have the place.",
    who: "You, coordinators, your agency’s lead and the line manager who was asked. They see your name, your agency, the course and its dates.",
    tells: ["booking_approvals"],
  },
  {
    what: "What you say you have done before a course, where our record does not show it, and whether it was accepted",
    why: "So that a coordinator can look before you are given a place.",
    who: "You, and coordinators.",
    tells: ["prerequisite_claims"],
  },
  {
    what: "Attendance at each meeting",
    why: "To prove your training, and to ask for your view afterwards.",
    who: "You, coordinators, administrators, your agency’s lead, your line manager, and the trainers of that session.",
    tells: ["attendance_marks", "registers"],
  },
  {
    what: "Charges to your agency for places you did not use, with appeals and our answers. We take no payment.",
    why: "So that places are used, and that every charge can be looked at again.",
    who: "You, coordinators, and the lead of the agency charged.",
    tells: ["charges", "charge_changes", "booking_terms"],
  },
  {
    what: "Your certificates",
    why: "To prove your training, and to tell you when to renew it.",
    who: "You. Anyone to whom you give the number of a certificate sees your name on it and whether it counts.",
    tells: ["certificates"],
  },
  {
    what: "What you tell us of learning elsewhere, and our answer",
    why: "To count it for what your role needs.",
    who: "You, and coordinators.",
    tells: ["external_learning", "external_learning_competencies"],
  },
  {
    what: "Your answers before and after training, and when you gave them. Some months after the last questions have closed they are parted from you for good: then nobody can tell whose they were.",
    why: "To show what difference the training makes. One answer is compared with the next, so they are kept with your booking until then.",
    who: "You. Others see only totals and averages with those of others.",
    tells: ["evaluation_receipts", "respondents", "responses", "answers"],
  },
  {
    what: "What you write about training, what you say you will do because of it, and what became of that",
    why: "To learn what helps in practice and what stands in the way. Your words are quoted only if you agree, after a coordinator has taken out names, and without saying whose they are.",
    who: "You. Coordinators read your words without your name. Your line manager sees what you said you would do, if you let us ask them. Others see totals, and what is quoted.",
    tells: ["comments", "commitments", "commitment_follow_ups"],
  },
  {
    what: "If you let us ask your line manager: what they saw of your training at work",
    why: "To know what training changes, from somebody besides those who were trained.",
    who: "Others see only totals. What your manager ticked is in your own data. What they wrote is read by coordinators; ask us if you want it, and we look at it first.",
    // Kept in the tables of the line before.
    tells: [],
  },
  {
    what: "Questions about training that you began to answer, and which letters asked you to",
    why: "So that you can go on where you stopped, and are not asked again once you have answered.",
    who: "You.",
    tells: ["evaluation_drafts", "evaluation_letters"],
  },
  {
    what: "That you drafted or signed a report on what training changed, and what you write about it before it is signed",
    why: "So that it can be put right, and the partnership can tell who agreed to it.",
    who: "You, coordinators, members of the strategic delivery group and the scrutineer.",
    tells: ["releases", "release_comments"],
  },
  {
    what: "What you say about your own training needs",
    why: "To plan what training is offered.",
    who: "You. Others see only totals.",
    tells: ["self_assessments", "self_assessment_answers"],
  },
  {
    what: "If you teach: your place in the training pool, what you may teach, your sessions, and materials you add",
    why: "To plan who teaches.",
    who: "You, coordinators, and the trainers beside you. Others see your agency, not your name.",
    tells: ["trainers", "trainer_approvals", "trainer_assignments", "session_materials"],
  },
  {
    what: "Messages we send you",
    why: "To know that they were sent, and to put right those that were not.",
    who: "You and coordinators see the subject of each message and what became of it.",
    tells: ["outbox"],
  },
  {
    what: "What the mail provider says of messages to you: delivered, opened, came back or called unwanted. If email to your address came back, that it did.",
    why: "To tell you and coordinators when we cannot reach you before a course.",
    who: "You, coordinators and administrators.",
    tells: ["delivery_reports", "address_stops"],
  },
  {
    what: "Which reminders are planned for you, and which were sent",
    why: "To remind you of training in time, and only once.",
    who: "You and coordinators. Of a session, coordinators see how many.",
    tells: ["reminders"],
  },
  {
    what: "If you write to those on a session: what you wrote, to how many, and when",
    why: "So that it can be told what people were told.",
    who: "Coordinators and the trainers of that session. Those you wrote to have their own copy.",
    tells: ["session_notes"],
  },
  {
    what: "Which optional emails you stopped, and what you asked for news of",
    why: "To send you what you want, and nothing else.",
    who: "You.",
    tells: ["topic_stops", "news_subscriptions"],
  },
  {
    what: "If you look after the messages: which wordings you saved",
    why: "So that it can be told who changed what a message says.",
    who: "Coordinators.",
    tells: ["wordings"],
  },
  {
    what: "Your roles here",
    why: "To show you what you need for your work, and nothing else.",
    who: "You, coordinators and administrators.",
    tells: ["role_grants"],
  },
  {
    what: "A record of who did what, to whom and when, with each sign-in. It holds no names or addresses, only numbers.",
    why: "To find out what went wrong, and to protect your account.",
    who: "Coordinators and administrators, who see the names that belong to the numbers.",
    tells: ["audit_entries"],
  },
  {
    what: "Complaints you make about how your data is used, and our answers",
    why: "The law asks us to answer them.",
    who: "Coordinators and administrators.",
    tells: ["data_complaints"],
  },
  {
    what: "That you were erased, and who changed how long records are kept",
    why: "So that what is erased stays erased when a backup is put back.",
    who: "Administrators.",
    tells: ["erasures", "retention_rules"],
  },
  {
    what: "A log of sign-ins, refusals and errors: your network address, the page and your account’s number",
    why: "To notice attacks and faults.",
    who: "Those who run the server.",
    tells: [],
  },
];
