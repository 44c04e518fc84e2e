// Every kind of personal information in the database, why it is there and who sees it.
export const kept: { what: string; why: string; who: string }[] = [
  {
    what: "Your name, work email address, agency and kind of work",
    why: "To know who books, and to reach you.",
    who: "You, coordinators, and the trainers of sessions you book. Trainers do not see your address or kind of work.",
  },
  {
    what: "Your password, and where you are signed in",
    why: "So that only you can use your account.",
    who: "Nobody. They are kept in a form that cannot be turned back.",
  },
  {
    what: "Access and dietary needs, if you tell us",
    why: "So that the room, the day and the food are right for you.",
    who: "You, coordinators, and the trainers of sessions you book.",
  },
  {
    what: "Bookings, waiting lists and offers, with each change",
    why: "To keep your place and be fair to those who wait.",
    who: "You and coordinators. Trainers see who has a place.",
  },
  {
    what: "Attendance at each meeting",
    why: "To prove your training, and to ask for your view afterwards.",
    who: "You, coordinators, and the trainers of that session.",
  },
  {
    what: "Your answers before and after training",
    why: "To show what difference the training makes.",
    who: "Nobody sees them one by one. They are shown only in totals and averages with those of others.",
  },
  {
    what: "What you say about your own training needs",
    why: "To plan what training is offered.",
    who: "You. Others see only totals.",
  },
  {
    what: "If you teach: your place in the training pool, what you may teach, and your sessions",
    why: "To plan who teaches.",
    who: "You, coordinators, and the trainers beside you. Others see your agency, not your name.",
  },
  {
    what: "Messages we send you",
    why: "To know that they were sent, and to put right those that were not.",
    who: "Coordinators see the address and subject of a message that failed.",
  },
  {
    what: "Your roles here, and a record of who changed what and when, with each sign-in",
    why: "To find out what went wrong, and to protect your account.",
    who: "Coordinators see changes to bookings. Those who run the service can see all of it.",
  },
];
