// The words of the certificates room. Safe in a browser.
import type { BookingState } from "~/domain/bookings/bookings";
import type { CivilDate } from "~/shared/civil-time";

/** A certificate as its holder sees it. */
export type Certificate = {
  number: string;
  bookingId: string;
  courseId: string;
  courseTitle: string;
  minutes: number;
  completedOn: CivilDate;
  /** The last day it counts; null: it does not run out. */
  expiresOn: CivilDate | null;
  givenAt: number;
  withdrawnAt: number | null;
};

/** What a course asks for before it gives one. */
export type CertificateNeeds = "attendance and evaluation" | "attendance";

/** What a certificate is worth on a day. */
export type CertificateStanding = "valid" | "expired" | "withdrawn";

/**
 * Why somebody who came has no certificate. `evaluation`: it waits for their answers; `evaluation closed`: they did not
 * answer in time; `part of it`: they missed some of it; `on its way`: nothing stands in its way.
 */
export type HeldBackBecause = "evaluation" | "evaluation closed" | "part of it" | "on its way";
export type HeldBack = {
  bookingId: string;
  courseTitle: string;
  completedOn: CivilDate;
  because: HeldBackBecause;
  /** Until when the questions can be answered; null unless it waits for them. */
  closesAt: number | null;
};

export type LearningState = "submitted" | "accepted" | "refused";

/** Learning done elsewhere, as its owner sees it. */
export type Learning = {
  id: string;
  title: string;
  provider: string;
  completedOn: CivilDate;
  minutes: number;
  evidence: string;
  state: LearningState;
  validUntil: CivilDate | null;
  submittedAt: number;
  reviewedAt: number | null;
  reviewNote: string | null;
  competencies: { id: string; name: string }[];
};

/** What someone tells of learning done elsewhere. */
export type LearningTold = Pick<Learning, "title" | "provider" | "completedOn" | "minutes" | "evidence"> & {
  competencyIds: string[];
};

/** A session on somebody's record. */
export type TrainingDone = {
  bookingId: string;
  courseId: string;
  courseTitle: string;
  completedOn: CivilDate;
  minutes: number;
  state: Extract<BookingState, "attended" | "partly attended" | "did not attend">;
  walkIn: boolean;
  competencies: string[];
  certificateNumber: string | null;
  expiresOn: CivilDate | null;
};

const unmistakable = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = 4;
const groupOf = 5;

/** A number as it is kept and printed: four groups of five letters and digits that do not look alike. */
export function writeNumber(letters: string): string {
  return Array.from({ length: groups }, (_, at) => letters.slice(at * groupOf, (at + 1) * groupOf)).join("-");
}

/** The letters and digits that numbers are made of. */
export const numberLetters = unmistakable;
export const numberLength = groups * groupOf;

/** The number in what somebody typed, however they spaced it; null where it can be none. */
export function readNumber(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\-–—.]+/g, "");
  const known = [...letters].every((letter) => unmistakable.includes(letter));
  return known && letters.length === numberLength ? writeNumber(letters) : null;
}
