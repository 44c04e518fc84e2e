// Samples of letters to trainers, to agency leads and to subscribers of the offer's news.
import {
  type Sample,
  sampleBooking,
  sampleInstant,
  sampleMeetings,
  samplePlan,
  sampleRecipient,
  twoDays,
} from "./sample-facts";

export type TeachingKind =
  | "trainer invited"
  | "trainer confirmed"
  | "trainer declined"
  | "trainer released"
  | "teaching changed"
  | "teaching entry"
  | "teaching reminder"
  | "agency digest"
  | "offer news";

const sampleTeaching = {
  personName: sampleRecipient.name,
  part: "lead",
  personId: "sample-trainer",
  assignedAt: sampleInstant,
  revision: 0,
  confirmed: true,
  sessionId: sampleBooking.sessionId,
  courseTitle: sampleBooking.courseTitle,
  mode: sampleBooking.mode,
  place: sampleBooking.place,
  access: sampleBooking.access,
  meetings: sampleBooking.meetings,
} as const satisfies Sample<"trainer confirmed">["facts"];

const overTwoDays = { ...sampleTeaching, meetings: twoDays.meetings };
const secondDay = twoDays.meetings.slice(1);
const asked = { ...sampleTeaching, confirmed: false };
const declined = {
  personName: sampleRecipient.name,
  trainerName: "Toni Trainer",
  hadConfirmed: false,
  sessionId: sampleBooking.sessionId,
  courseTitle: sampleBooking.courseTitle,
  date: "2026-11-24",
  confirmed: 1,
  asked: 0,
};
const fresh = {
  sessionId: "sample-session",
  courseTitle: sampleBooking.courseTitle,
  date: "2026-11-24",
  startTime: "09:30",
  endTime: "16:30",
  days: 1,
  where: "Sample Hall",
  left: 6,
  isNew: true,
};

export const teachingSamples: { [Kind in TeachingKind]: Sample<Kind>[] } = {
  "trainer invited": [
    { title: "to lead", facts: asked },
    {
      title: "beside others, over two days",
      facts: { ...overTwoDays, part: "lived experience", confirmed: false },
    },
  ],
  "trainer confirmed": [
    { title: "one day", facts: sampleTeaching },
    { title: "two days, across a clock change", facts: overTwoDays },
  ],
  "trainer declined": [
    { title: "one other can", facts: declined },
    { title: "nobody else is on it", facts: { ...declined, hadConfirmed: true, confirmed: 0 } },
    { title: "others have not answered", facts: { ...declined, asked: 2 } },
  ],
  "trainer released": [
    { title: "by a coordinator", facts: { ...sampleTeaching, revision: 1, byThemselves: false } },
    { title: "who cannot after all", facts: { ...sampleTeaching, revision: 1, byThemselves: true } },
    { title: "before they had answered", facts: { ...asked, revision: 1, byThemselves: false } },
  ],
  "teaching changed": [
    {
      title: "another day and place",
      facts: {
        ...sampleTeaching,
        revision: 1,
        changed: ["when", "where"],
        before: samplePlan,
        calledOff: null,
      },
    },
    {
      title: "another day, before they have answered",
      facts: { ...asked, revision: 1, changed: ["when"], before: samplePlan, calledOff: null },
    },
    {
      title: "the course has another name",
      facts: {
        ...sampleTeaching,
        revision: 1,
        changed: ["title"],
        before: { ...samplePlan, title: "An Invented Course about Hearing" },
        calledOff: null,
      },
    },
    {
      title: "called off",
      facts: { ...sampleTeaching, revision: 1, changed: [], before: samplePlan, calledOff: "no venue" },
    },
  ],
  "teaching entry": [
    { title: "the second day", facts: { ...overTwoDays, meetings: secondDay, method: "REQUEST" } },
    {
      title: "a day that is no longer part of it",
      facts: { ...overTwoDays, meetings: secondDay, method: "CANCEL" },
    },
    {
      title: "a double entry, of somebody who had two accounts",
      facts: {
        ...sampleTeaching,
        revision: 1,
        meetings: sampleMeetings("2026-11-24"),
        method: "CANCEL",
        twice: true,
      },
    },
  ],
  "teaching reminder": [
    { title: "two of nine need something", facts: { ...sampleTeaching, booked: 9, needs: 2 } },
    {
      title: "nobody has booked, and they have not answered",
      facts: { ...asked, meetings: sampleMeetings("2026-11-24"), booked: 0, needs: 0 },
    },
  ],
  "agency digest": [
    {
      title: "a full week",
      facts: {
        personName: sampleRecipient.name,
        agencyName: "Sampletown Hospice",
        from: "2026-11-23",
        coming: [
          {
            sessionId: "sample-session",
            courseTitle: sampleBooking.courseTitle,
            date: "2026-11-24",
            booked: 4,
          },
          {
            sessionId: "sample-other-session",
            courseTitle: "Another Invented Course",
            date: "2026-12-03",
            booked: 1,
          },
        ],
        moreComing: 2,
        waiting: 3,
        approvals: 2,
        missed: 1,
        renewals: 4,
        overdue: 12,
      },
    },
    {
      title: "one thing to answer",
      facts: {
        personName: sampleRecipient.name,
        agencyName: "Sampletown Hospice",
        from: "2026-11-23",
        coming: [],
        moreComing: 0,
        waiting: 0,
        approvals: 1,
        missed: 0,
        renewals: 0,
        overdue: 0,
      },
    },
  ],
  "offer news": [
    {
      title: "of a board",
      facts: {
        personName: sampleRecipient.name,
        month: "2026-11",
        about: ["Sampletown Children’s Board"],
        sessions: [
          fresh,
          { ...fresh, sessionId: "sample-other-session", date: "2026-12-08", days: 2, left: 1, isNew: false },
        ],
        more: 3,
      },
    },
    {
      title: "of everything",
      facts: {
        personName: sampleRecipient.name,
        month: "2026-11",
        about: [],
        sessions: [{ ...fresh, where: "Online" }],
        more: 0,
      },
    },
  ],
};
