// A report as disclosure control could let it through, with a bit of everything.
import type { Report } from "~/domain/impact/impact";

const change = (by: number, low: number | null, high: number | null, pairs = 412, before = 5.2) => ({
  before,
  after: before + by,
  change: by,
  low,
  high,
  pairs,
  sessions: 31,
  method: "pooled sessions",
});
export const share = (part: number, whole: number) => ({
  part,
  whole,
  share: part / whole,
  low: Math.max(0, part / whole - 0.06),
  high: Math.min(1, part / whole + 0.06),
});
const tooFew = { withheld: true, reason: "fewer than 10" };

const sample = {
  slice: { kind: "partnership", key: "", name: "Anytown partnership" },
  period: { label: "2026-27", from: "2026-04-01", until: "2027-04-01" },
  method: "1",
  workedOutAt: Date.UTC(2026, 10, 20),
  activity: {
    sessions: 34,
    booked: 702,
    came: 611,
    absent: 74,
    walkIns: 9,
    byBoard: [
      { key: "KIDS", label: "Children’s board", sessions: 20, came: 390, absent: 51 },
      { key: "ADULTS", label: "Adults’ board", sessions: 14, came: 221, absent: 23 },
    ],
    byTheme: [
      { key: "neglect", label: "Neglect", sessions: 12, came: 240, absent: 30 },
      { key: "voice", label: "The child’s voice", sessions: 10, came: 190, absent: 20 },
      { key: "self-neglect", label: "Self-neglect and hoarding", sessions: 3, came: null, absent: null },
    ],
    byAgency: [{ key: "a", label: "Anytown Council", sessions: 30, came: 300, absent: 40 }],
  },
  reactions: [
    {
      slug: "relevant",
      wording: "This was relevant to my work",
      highest: 5,
      lowestLabel: "disagree",
      highestLabel: "agree",
      mean: 4.3,
      answers: 431,
      bands: {
        n: 431,
        bands: [
          { labels: ["low", "middle"], count: 60, percent: 14 },
          { labels: ["high"], count: 371, percent: 86 },
        ],
      },
    },
  ],
  returns: [
    { stage: "T0", owed: 702, answered: 560, rate: 560 / 702, keptApart: 12, aim: 0.7 },
    { stage: "T2", owed: 611, answered: 470, rate: 470 / 611, keptApart: 20, aim: 0.7 },
    { stage: "T3", owed: 500, answered: 180, rate: 0.36, keptApart: 0, aim: 0.4 },
    { stage: "M", owed: 60, answered: tooFew, rate: tooFew, keptApart: 0, aim: 0.3 },
  ],
  confidence: {
    change: change(1.9, 1.6, 2.2),
    matchedRate: 412 / 611,
    direction: {
      n: 412,
      bands: [
        { labels: ["improved"], count: 330, percent: 80 },
        { labels: ["same"], count: 52, percent: 13 },
        { labels: ["declined"], count: 30, percent: 7 },
      ],
    },
    size: { value: 0.9, low: 0.75, high: 1.05 },
    startedNearTop: false,
  },
  scenarios: {
    change: change(12.4, 6.1, 18.7, 380, 54),
    matchedRate: 380 / 611,
    direction: tooFew,
    size: { value: 0.4, low: 0.2, high: 0.6 },
    startedNearTop: null,
  },
  items: [
    {
      slug: "recognise",
      wording: "Recognise signs of abuse and neglect",
      ofCourse: false,
      change: change(2.1, 1.7, 2.5),
    },
    {
      slug: "challenge",
      wording: "Challenge a decision I do not agree with",
      ofCourse: false,
      change: change(-0.4, -0.7, -0.1),
    },
  ],
  baseline: {
    people: 40,
    drift: { value: 0.1, low: -0.2, high: 0.4 },
    change: { value: 1.8, low: 1.2, high: 2.4 },
    excess: { value: 1.7, low: 1, high: 2.4 },
  },
  responseShift: null,
  followUp: {
    people: 150,
    held: { value: 1.2, low: 0.9, high: 1.5 },
    fade: { value: -0.6, low: -0.9, high: -0.3 },
    retention: { value: 0.66, low: 0.5, high: 0.82 },
  },
  nonResponse: {
    answered: 150,
    silent: 262,
    before: { value: 0.5, low: 0.1, high: 0.9 },
    change: { value: 0.1, low: -0.3, high: 0.5 },
    differ: true,
  },
  practice: {
    people: 210,
    made: 480,
    doneOfAsked: share(150, 480),
    doneOfAnswered: share(150, 260),
    confirmedOfAsked: tooFew,
    outcomes: {
      n: 260,
      bands: [
        { labels: ["done"], count: 150, percent: 58 },
        { labels: ["partly"], count: 70, percent: 27 },
        { labels: ["not yet", "no longer relevant"], count: 40, percent: 15 },
      ],
    },
    opportunity: share(200, 250),
    managersSaw: tooFew,
    managersNoOpportunity: 0,
  },
  courses: [
    {
      slug: "neglect",
      title: "Neglect: graded care profile",
      sessions: 6,
      change: change(2.3, 1.4, 3.2, 80),
    },
    { slug: "self-neglect", title: "Self-neglect and hoarding", sessions: 1, change: tooFew },
    { slug: "curiosity", title: "Professional curiosity", sessions: 7, change: change(-0.6, -1, -0.2, 90) },
    { slug: "slavery", title: "Trafficking", sessions: 2, change: change(0.4, -0.9, 1.7, 14) },
  ],
  overTime: {
    kind: "XmR",
    points: Array.from({ length: 14 }, (_, index) => ({
      label: String(index + 1),
      value: index === 4 ? null : 1.5 + Math.sin(index) * 0.6 + (index === 11 ? 2 : 0),
      pairs: index === 4 ? null : 14,
      flags: index === 11 ? ["outside"] : [],
    })),
    middle: 1.7,
    lower: 0.1,
    upper: 3.1,
  },
  funnel: {
    overall: 0.8,
    points: Array.from({ length: 14 }, (_, index) => ({
      pairs: 10 + index * 2,
      share: index === 3 ? 0.4 : 0.72 + (index % 5) * 0.05,
      outside: index === 3 ? "99.8%" : "no",
    })),
  },
  measures: [
    {
      number: "4",
      name: "The child’s voice",
      unit: "% of audited files",
      source: "audit",
      question: "Is the child’s voice in the plan?",
      better: "higher",
      points: [
        { period: "2025-10", target: null, outcome: 48, cases: 40 },
        ...[50, 52, 51, 55, 58, 57, 61].map((outcome, index) => ({
          period: `2026-0${index + 1}`,
          target: 70,
          outcome: index === 2 ? null : outcome,
          cases: 30,
        })),
      ],
      training: [{ title: "Voice of the child", deliveries: 3, attended: 40, unrecorded: 1 }],
    },
  ],
  quotes: [{ text: "We now ask the child first.", about: "family", stage: "weeks later" }],
};

/** A year of the whole partnership, with a bit of everything. */
export const sampleReport = sample as unknown as Report;
