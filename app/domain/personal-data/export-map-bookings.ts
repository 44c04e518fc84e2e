// What is held about a person’s places: bookings with their history, who had to agree, what they say they have done, and
// why they were offered a place.
import {
  bookingApprovals,
  bookingChanges,
  bookingGroups,
  bookings,
  heldPlaces,
  prerequisiteClaims,
  promotions,
} from "db/schema";
import { aboutNobody, aboutPeople, instant, nameOf, notShown, text, who, whose } from "./export-map";

export const bookingTables = [
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
      mode: text("In person or online"),
      termsId: text("Number of the terms you booked under"),
      groupId: text("Number of the group you were booked with"),
      heldPlacesId: text("Number of the reserved places you were named for"),
      movedToId: text("Number of the booking that took its stead"),
      walkIn: text("Whether you came without a booking"),
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
      actedAs: text("In what capacity they changed it"),
      cause: text("Why, as a kind"),
      notice: text("Notice given, in the unit of the terms"),
      late: text("Whether the notice was too short"),
    },
    deeds: [
      {
        heading: "Changes you made to bookings of others",
        found: [{ by: "person", column: "byPersonId" }],
        columns: { toState: text("State after"), at: instant("When") },
      },
    ],
  }),
  aboutPeople(bookingApprovals, {
    heading: "Who was asked to approve your bookings",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      id: text("Approval number"),
      bookingId: nameOf("booking", "Booking"),
      askedOf: text("Asked of"),
      approverEmail: notShown(
        "Email address that was asked",
        "It is somebody else’s address. The one that you give now stands in your account.",
      ),
      askedAt: instant("Asked"),
      answerBy: instant("To be answered by"),
      answer: text("Answer"),
      answeredAt: instant("Answered"),
      answeredBy: who("Answered by"),
      note: text("What they wrote to you"),
    },
    deeds: [
      {
        heading: "Bookings of others that you were asked to approve",
        found: [{ by: "address", column: "approverEmail" }],
        columns: {
          approverEmail: text("The address that was asked, which is yours"),
          askedAt: instant("Asked"),
        },
      },
      {
        heading: "Bookings of others that you approved or declined",
        found: [{ by: "person", column: "answeredBy" }],
        columns: { answer: text("Answer"), answeredAt: instant("Answered"), note: text("What you wrote") },
      },
    ],
  }),
  aboutPeople(prerequisiteClaims, {
    heading: "What you say you have done before a course",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      bookingId: nameOf("booking", "Booking"),
      prerequisiteId: text("Number of what the course asks for"),
      said: text("What you wrote"),
      madeAt: instant("Written"),
      accepted: text("Whether it was accepted"),
      decidedAt: instant("Decided"),
      decidedBy: who("Decided by"),
    },
    deeds: [
      {
        heading: "What others say they have done that you decided on",
        found: [{ by: "person", column: "decidedBy" }],
        columns: { accepted: text("Whether you accepted it"), decidedAt: instant("Decided") },
      },
    ],
  }),
  aboutPeople(promotions, {
    heading: "Why you were offered places",
    found: [{ by: "booking", column: "bookingId" }],
    columns: {
      id: text("Entry number"),
      bookingId: nameOf("booking", "Booking"),
      sessionId: nameOf("session", "Session"),
      at: instant("When"),
      kind: text("By the rule of the waiting list, or out of turn"),
      policy: text("Rule of the waiting list"),
      termsId: text("Number of the terms with that rule"),
      reason: text("Why it was your turn"),
      inputs: notShown("What the rule went by", "It lists everyone who waited, by number."),
      byPersonId: who("Offered out of turn by"),
      overrideReason: text("Why out of turn"),
    },
    deeds: [
      {
        heading: "Places you offered to others out of turn",
        found: [{ by: "person", column: "byPersonId" }],
        columns: { at: instant("When"), overrideReason: text("What you wrote") },
      },
    ],
  }),
  aboutNobody(
    bookingGroups,
    "That an agency booked several people together; who they are stands with their bookings.",
    ["id", "sessionId", "agencyId", "madeAt", "setAsideSince", "splitAt"],
    [
      {
        heading: "Groups you booked",
        found: [{ by: "person", column: "madeBy" }],
        columns: { sessionId: nameOf("session", "Session"), madeAt: instant("Booked") },
      },
    ],
  ),
  aboutNobody(
    heldPlaces,
    "Places kept for an agency; who is named for them stands with their bookings.",
    ["id", "sessionId", "kind", "agencyId", "mode", "places", "releasesAt", "madeAt", "endedAt"],
    [
      {
        heading: "Places you reserved or kept for an agency",
        found: [{ by: "person", column: "madeBy" }],
        columns: {
          sessionId: nameOf("session", "Session"),
          places: text("Places"),
          madeAt: instant("Made"),
        },
      },
    ],
  ),
];
