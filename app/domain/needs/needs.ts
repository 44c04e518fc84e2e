// The words of the needs room: what a kind of work requires, what someone has of it, and the self-assessment. Safe in a browser.
import type { OfferedSession } from "~/domain/bookings/bookings.server";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import type { CivilDate } from "~/shared/civil-time";

/** What a person may answer to "When were you last trained in this?" */
export const lastTrainedAnswers = [
  "within a year",
  "one to three years ago",
  "over three years ago",
  "never",
  "not sure",
] as const;
export type LastTrained = (typeof lastTrainedAnswers)[number];

/** What someone said of themselves, and the day they said it. */
export type Said = { lastTrained: LastTrained; on: CivilDate };

/**
 * How someone stands with one requirement.
 * held: whole course attended here, or learning elsewhere that was accepted, and in date; `until` is the last day that counts, null where once is enough.
 * reported: no record here that is in date, but they say they were trained: said, not seen.
 * gap: known not to be in date. `ran out`: our record; `said …`: their own answer.
 * unknown: nobody has said, or what was said does not settle it.
 */
export type NeedStatus =
  | { kind: "held"; trainedOn: CivilDate; until: CivilDate | null }
  | { kind: "reported"; saidOn: CivilDate; until: CivilDate | null }
  | { kind: "gap"; because: "ran out"; until: CivilDate }
  | { kind: "gap"; because: "said never" | "said out of date"; saidOn: CivilDate }
  | { kind: "unknown"; because: "nothing said" }
  | { kind: "unknown"; because: "not sure" | "cannot tell"; saidOn: CivilDate };
export type NeedKind = NeedStatus["kind"];

/** A course that teaches a competency, with its best session to book: one with a free place, else the next one. */
export type CourseToBook = { slug: string; title: string; next: OfferedSession | null };

/** One requirement of a person's kind of work. */
export type Need = {
  competencyId: string;
  name: string;
  description: string;
  board: BoardMark;
  /** Months until it must be renewed; null where once is enough. */
  renewMonths: number | null;
  status: NeedStatus;
  /** Held, but to be renewed within three months. */
  dueSoon: boolean;
  /** What they last said, and how confident they last said they were (0 to 10), each with its day. */
  said: Said | null;
  confidence: { value: number; on: CivilDate } | null;
  /** A place they already have on a course that teaches it. */
  booked: { bookingId: string; courseTitle: string; on: CivilDate } | null;
  /** At most two, the soonest with a free place first. */
  courses: CourseToBook[];
};

export type PersonNeeds = {
  /** Null until they have said what kind of work they do: then nobody knows what they need. */
  kindOfWork: string | null;
  needs: Need[];
};

/** The same without what to book: for a page that says where someone stands. */
export type NeedsInBrief = {
  kindOfWork: string | null;
  needs: Pick<Need, "competencyId" | "name" | "status" | "dueSoon">[];
};

/** People (or requirements) by how they stand; the four add up to `required`. */
export type NeedCounts = Record<NeedKind, number> & { required: number };

export type AssessmentAnswer = {
  competencyId: string;
  lastTrained: LastTrained | null;
  /** 0 (not at all) to 10 (fully). */
  confidence: number | null;
};

/** The names of a competency's two fields in the form. */
export const trainedField = (competencyId: string) => `trained-${competencyId}`;
export const confidenceField = (competencyId: string) => `confidence-${competencyId}`;

/**
 * Reads a posted self-assessment. Blank stays blank and is left out; anything that is not one of the answers, or not
 * a whole number from 0 to 10, is an error beside its field.
 */
export function readAssessment(
  competencyIds: readonly string[],
  posted: FormData,
): { ok: true; answers: AssessmentAnswer[] } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const answers = competencyIds.flatMap((competencyId): AssessmentAnswer[] => {
    const typedTrained = posted.get(trainedField(competencyId)) || null;
    const typedConfidence = posted.get(confidenceField(competencyId)) || null;
    const lastTrained = lastTrainedAnswers.find((answer) => answer === typedTrained) ?? null;
    // A space or "1e1" is no point on the scale, though Number would read one.
    const confidence =
      typedConfidence === null
        ? null
        : /^\d{1,2}$/.test(String(typedConfidence))
          ? Number(typedConfidence)
          : Number.NaN;
    if (typedTrained !== lastTrained) {
      errors[trainedField(competencyId)] = "Select when you were last trained, or leave it blank";
    }
    if (confidence !== null && !isConfidence(confidence)) {
      errors[confidenceField(competencyId)] = "Select a number from 0 to 10, or leave it blank";
    }
    return lastTrained === null && confidence === null ? [] : [{ competencyId, lastTrained, confidence }];
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}

/** Whether a number is a point on the confidence scale. */
export const isConfidence = (value: number) => Number.isInteger(value) && value >= 0 && value <= 10;
