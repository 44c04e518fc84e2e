// The year around now as a table: which course is put on in which week, how many want to come, and what it is to show.

import { leavers, twoAccounts } from "./people";

/**
 * What a session is there to show:
 * - register open: its first meeting is running now
 * - just finished: its register was finished within the last 48 hours, so the end evaluation is open
 * - full: every place is taken and people wait
 * - offer: full until someone gave up a place, which is offered to the first in the queue
 * - approval: its guests booked a few hours ago, and nobody has approved it yet
 * - called off: two days ago, with people booked
 */
export type Situation = "register open" | "just finished" | "full" | "offer" | "approval" | "called off";

export type Row = {
  course: string;
  /** Whole weeks from this one: -1 is last week. For a situation that is tied to today, 0. */
  week: number;
  /** 0 for Monday. */
  day: number;
  /** How many want to come. */
  wanted: number;
  /** Places; without it, enough for all and some over. */
  places?: number;
  situation?: Situation;
  /** Those who come besides, by address: they never cancel or stay away. */
  guests?: string[];
  shortOfTrainers?: boolean;
  draft?: boolean;
  /** Places online besides those in the room. */
  onlinePlaces?: number;
  /** With fewer people somebody has to decide tomorrow whether it goes ahead. */
  minimum?: number;
  /** Whom the demonstration's agency lead books together, and how many places they reserve besides. */
  team?: { people: number; reserved: number };
};

const practitioner = "practitioner@example.org";
const practitioner2 = "practitioner2@example.org";
const manager = "manager@example.org";
const lead = "lead@example.org";
/** Each is somebody's, but their owner is one person: both accounts have bookings. */
const [oldAccount, newAccount] = twoAccounts;
/** Two learners who have told what they need to take part. */
const withNeeds = ["learner0016@example.org", "learner0055@example.org"];

const row = (course: string, week: number, day: number, wanted: number, more: Partial<Row> = {}): Row => ({
  course,
  week,
  day,
  wanted,
  ...more,
});

export const year: Row[] = [
  row("neglect-gcp2", -46, 1, 16),
  row("domestic-abuse", -44, 3, 22),
  row("working-well", -43, 2, 18),
  row("impact-chronology", -42, 0, 13),
  row("contextual-safeguarding", -40, 2, 18),
  row("making-safeguarding-personal", -39, 3, 15),
  row("learning-from-reviews", -36, 4, 24),
  row("domestic-abuse", -33, 1, 26, { places: 18 }),
  row("motivational-interviewing", -31, 3, 14),
  row("working-well", -30, 0, 17),
  row("neglect-gcp2", -29, 2, 16),
  row("impact-chronology", -27, 1, 12),
  row("gcp2-antenatal", -25, 2, 5),
  row("domestic-abuse", -24, 0, 20),
  row("contextual-safeguarding", -22, 3, 16),
  row("making-safeguarding-personal", -21, 1, 16),
  row("neglect-gcp2", -20, 0, 22, { places: 16, guests: [practitioner] }),
  row("child-sexual-abuse-pathway", -18, 2, 11),
  row("missing-from-home", -17, 4, 24, { guests: [oldAccount] }),
  row("working-well", -16, 3, 23, { places: 16 }),
  row("domestic-abuse", -15, 2, 21),
  row("motivational-interviewing", -14, 1, 13),
  row("impact-chronology", -13, 3, 14, { guests: [manager] }),
  row("learning-from-reviews", -12, 4, 24, { guests: [lead, "sdg@example.org", ...leavers] }),
  row("neglect-gcp2", -11, 1, 17),
  row("contextual-safeguarding", -9, 2, 17),
  row("making-safeguarding-personal", -8, 0, 15, { guests: [practitioner2] }),
  row("missing-from-home", -7, 4, 22, { guests: [newAccount] }),
  row("domestic-abuse", -6, 3, 27, { places: 20 }),
  row("motivational-interviewing", -5, 2, 14),
  row("neglect-gcp2", -4, 0, 16),
  row("learning-from-reviews", -3, 4, 25),
  row("working-well", 0, 0, 16, { situation: "just finished", guests: [practitioner, practitioner2] }),
  row("neglect-gcp2", 0, 0, 11, { situation: "register open", guests: withNeeds }),
  row("missing-from-home", 1, 3, 14, { guests: [practitioner2] }),
  row("learning-from-reviews", 1, 4, 17, { guests: [lead, oldAccount, newAccount], shortOfTrainers: true }),
  row("child-sexual-abuse-pathway", 2, 1, 9, { guests: [practitioner] }),
  row("contextual-safeguarding", 2, 3, 14, { places: 12, situation: "offer", guests: [practitioner] }),
  row("domestic-abuse", 3, 2, 20, { places: 16, situation: "full", guests: [practitioner2] }),
  row("making-safeguarding-personal", 3, 4, 8, { minimum: 12 }),
  row("impact-chronology", 4, 0, 7),
  row("neglect-gcp2", 5, 1, 10),
  row("working-well", 6, 3, 6),
  row("motivational-interviewing", 8, 2, 4, { guests: [manager] }),
  row("gcp2-antenatal", 9, 3, 3),
  row("domestic-abuse", 11, 1, 5),
  row("child-sexual-abuse-pathway", 12, 2, 0, { draft: true }),
  row("impact-chronology", 6, 1, 5, { situation: "approval", guests: [practitioner] }),
  row("domestic-abuse", 7, 2, 14, { places: 16, onlinePlaces: 20 }),
  row("contextual-safeguarding", 7, 3, 6, { team: { people: 3, reserved: 2 } }),
  row("motivational-interviewing", 4, 3, 9, { situation: "called off" }),
];
