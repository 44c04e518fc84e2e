// Pure rules: when a certificate is given, held back or withdrawn, what it is worth, and what hours come to.
import type { BookingState } from "~/domain/bookings/bookings";
import { addMonths, type CivilDate } from "~/shared/civil-time";
import type { CertificateNeeds, CertificateStanding, HeldBackBecause, TrainingDone } from "./certificates";

export type CertificateFacts = {
  state: BookingState;
  needs: CertificateNeeds;
  /** The end evaluation is answered. */
  answered: boolean;
  /** One is in force for this booking. */
  inForce: boolean;
  erased: boolean;
};

export type CertificateDecision = "give" | "withdraw" | "keep" | "hold back";

/**
 * What becomes of a booking's certificate as things stand. It is given for the whole training and, where the course
 * asks, the end evaluation. Once given it goes only with the attendance: a rule made stricter takes nothing away.
 */
export function decideCertificate(facts: CertificateFacts, { despite = false } = {}): CertificateDecision {
  const attended = facts.state === "attended";
  if (facts.inForce) return attended ? "keep" : "withdraw";
  if (!attended || facts.erased) return "hold back";
  return despite || facts.needs === "attendance" || facts.answered ? "give" : "hold back";
}

/** Why someone who came has none. @param closesAt until when the questions can be answered, null when they cannot */
export function heldBackBecause(
  facts: Pick<CertificateFacts, "state" | "needs" | "answered">,
  closesAt: number | null,
): HeldBackBecause {
  if (facts.state !== "attended") return "part of it";
  if (facts.needs === "attendance" || facts.answered) return "on its way";
  return closesAt === null ? "evaluation closed" : "evaluation";
}

/** The last day a certificate counts; the last day of a shorter month. */
export const expiryOf = (completedOn: CivilDate, months: number | null): CivilDate | null =>
  months === null ? null : addMonths(completedOn, months);

export function standingOn(
  certificate: { expiresOn: CivilDate | null; withdrawnAt: number | null },
  on: CivilDate,
): CertificateStanding {
  if (certificate.withdrawnAt !== null) return "withdrawn";
  return certificate.expiresOn !== null && certificate.expiresOn < on ? "expired" : "valid";
}

const soon = 3;

/** Whether a last day is near enough to book again: within three months, or past. */
export const isToRenew = (expiresOn: CivilDate | null, on: CivilDate): expiresOn is CivilDate =>
  expiresOn !== null && expiresOn <= addMonths(on, soon);

export type Hours = { minutes: number; sessions: number };

/**
 * Hours of whole training. In all and by year each session counts once. By competency a session counts in full under
 * each that its course teaches, so these do not add up to the total.
 */
export function hoursOf(record: readonly TrainingDone[]): {
  total: Hours;
  years: ({ year: string } & Hours)[];
  competencies: ({ name: string } & Hours)[];
} {
  const years = new Map<string, Hours>();
  const competencies = new Map<string, Hours>();
  const total: Hours = { minutes: 0, sessions: 0 };
  for (const done of record) {
    if (done.state !== "attended") continue;
    add(total, done);
    add(of(years, done.completedOn.slice(0, 4)), done);
    for (const name of done.competencies) add(of(competencies, name), done);
  }
  return {
    total,
    years: [...years]
      .map(([year, hours]) => ({ year, ...hours }))
      .sort((a, b) => b.year.localeCompare(a.year)),
    competencies: [...competencies]
      .map(([name, hours]) => ({ name, ...hours }))
      .sort((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, "en-GB")),
  };
}

function of(counts: Map<string, Hours>, key: string): Hours {
  const hours = counts.get(key) ?? { minutes: 0, sessions: 0 };
  counts.set(key, hours);
  return hours;
}

function add(hours: Hours, done: { minutes: number }): void {
  hours.minutes += done.minutes;
  hours.sessions += 1;
}
