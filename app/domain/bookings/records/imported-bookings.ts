// What a list of bookings comes to, row by row: which are new, which are here already, and which cannot stand. Pure.
import type { CivilDate, WallTime } from "~/shared/civil-time";
import type { BookingState, PlaceMode } from "../bookings";

export const importedOutcomes = [
  "booked",
  "attended",
  "partly attended",
  "did not attend",
  "cancelled",
] as const;
export type ImportedOutcome = (typeof importedOutcomes)[number];

export type ImportedBooking = {
  /** By its title, or by its slug as in the address of its page. */
  course: string;
  /** Of the session's first meeting. */
  date: CivilDate;
  /** Where several sessions of the course begin on that day. */
  startTime: WallTime | null;
  email: string;
  /** Blank: nothing is known but that they are booked. */
  outcome: ImportedOutcome | null;
  /** Of a hybrid session; blank: in the room. */
  mode: PlaceMode | null;
};

/** A session that a row may mean. */
export type SessionMeant = {
  id: string;
  startTime: WallTime;
  endsAt: number;
  status: "draft" | "published" | "closed" | "delivered" | "cancelled";
  modes: readonly PlaceMode[];
  /** Places for newcomers, those that are kept and those who wait considered. */
  left: Record<PlaceMode, number>;
};

export type PersonMeant = {
  id: string;
  /** The address of the account that this one was merged into. */
  mergedInto: string | null;
  left: boolean;
  agencyConfirmed: boolean;
};

export type ImportedBookingProblem =
  | { kind: "no such course"; given: string }
  | { kind: "no such session"; date: CivilDate }
  | { kind: "several sessions"; startTimes: WallTime[] }
  | { kind: "no such person"; given: string }
  | { kind: "merged"; into: string }
  | { kind: "repeated"; firstIndex: number }
  | { kind: "recorded differently"; state: BookingState }
  | { kind: "over without an outcome" }
  | { kind: "not over yet"; outcome: ImportedOutcome }
  | { kind: "not published" }
  | { kind: "called off" }
  | { kind: "no such way to take part"; modes: readonly PlaceMode[] }
  | { kind: "has left" }
  | { kind: "agency not confirmed" }
  | { kind: "full" };

/** `index` counts from 0 in the list that was given. */
export type ImportedBookingRefusal = { index: number; problems: ImportedBookingProblem[] };

/** A booking to add. */
export type NewBooking = {
  sessionId: string;
  personId: string;
  mode: PlaceMode;
  outcome: ImportedOutcome;
};

type Known = {
  now: number;
  /** Undefined where there is no such course. */
  sessionsOn(course: string, date: CivilDate): SessionMeant[] | undefined;
  personAt(email: string): PersonMeant | undefined;
  /** Of the live booking, or else the last that ended. */
  recorded(sessionId: string, personId: string): BookingState | undefined;
};

/** That somebody was booked is as true once the register says what came of it. */
const agreeing: Record<ImportedOutcome, readonly BookingState[]> = {
  booked: ["confirmed", "attended", "partly attended", "did not attend"],
  attended: ["attended"],
  "partly attended": ["partly attended"],
  "did not attend": ["did not attend"],
  cancelled: ["cancelled"],
};

/** The rule: a new booking is added, the same one again changes nothing, and one that says otherwise is refused. */
export function judgeBookings(
  given: readonly ImportedBooking[],
  known: Known,
): { additions: NewBooking[]; refusals: ImportedBookingRefusal[] } {
  const firstIndexes = new Map<string, number>();
  const sold = new Map<string, number>();
  const additions: NewBooking[] = [];
  const refusals: ImportedBookingRefusal[] = [];
  given.forEach((row, index) => {
    const problems: ImportedBookingProblem[] = [];
    const session = sessionMeant(row, known, problems);
    const person = personMeant(row, known, problems);
    if (session && person) {
      const key = `${session.id}\n${person.id}`;
      const firstIndex = firstIndexes.get(key);
      if (firstIndex === undefined) firstIndexes.set(key, index);
      else problems.push({ kind: "repeated", firstIndex });
    }
    if (!session || !person || problems.length > 0) {
      refusals.push({ index, problems });
      return;
    }
    const outcome = row.outcome ?? "booked";
    const state = known.recorded(session.id, person.id);
    if (state !== undefined) {
      if (!agreeing[outcome].includes(state))
        refusals.push({ index, problems: [{ kind: "recorded differently", state }] });
      return;
    }
    const mode = row.mode ?? session.modes[0] ?? "in person";
    const taken = sold.get(`${session.id}\n${mode}`) ?? 0;
    const problem = problemOf({ outcome, mode, session, person, taken, now: known.now });
    if (problem) {
      refusals.push({ index, problems: [problem] });
      return;
    }
    if (outcome === "booked") sold.set(`${session.id}\n${mode}`, taken + 1);
    additions.push({ sessionId: session.id, personId: person.id, mode, outcome });
  });
  return { additions, refusals };
}

function sessionMeant(
  { course, date, startTime }: ImportedBooking,
  known: Known,
  problems: ImportedBookingProblem[],
): SessionMeant | undefined {
  const onThatDay = known.sessionsOn(course, date);
  if (!onThatDay) {
    problems.push({ kind: "no such course", given: course });
    return undefined;
  }
  const fitting = onThatDay.filter((one) => startTime === null || one.startTime === startTime);
  // A draft or a session that was called off is meant only where there is no other.
  const running = fitting.filter(({ status }) => status !== "draft" && status !== "cancelled");
  const [only, ...more] = running.length > 0 ? running : fitting;
  if (only && more.length === 0) return only;
  problems.push(
    only
      ? { kind: "several sessions", startTimes: [only, ...more].map((one) => one.startTime) }
      : { kind: "no such session", date },
  );
  return undefined;
}

function personMeant(
  { email }: ImportedBooking,
  known: Known,
  problems: ImportedBookingProblem[],
): PersonMeant | undefined {
  const person = known.personAt(email.toLowerCase());
  if (!person) problems.push({ kind: "no such person", given: email });
  else if (person.mergedInto !== null) problems.push({ kind: "merged", into: person.mergedInto });
  return person;
}

/** What stands against a booking that is not here yet, or null. */
function problemOf(wish: {
  outcome: ImportedOutcome;
  mode: PlaceMode;
  session: SessionMeant;
  person: PersonMeant;
  /** Places that rows before this one have taken. */
  taken: number;
  now: number;
}): ImportedBookingProblem | null {
  const { outcome, mode, session, person, taken, now } = wish;
  const over = session.endsAt <= now;
  if (session.status === "draft") return { kind: "not published" };
  if (!session.modes.includes(mode)) return { kind: "no such way to take part", modes: session.modes };
  if (outcome === "cancelled") return null;
  if (session.status === "cancelled") return { kind: "called off" };
  if (over) return outcome === "booked" ? { kind: "over without an outcome" } : null;
  if (outcome !== "booked") return { kind: "not over yet", outcome };
  if (person.left) return { kind: "has left" };
  if (!person.agencyConfirmed) return { kind: "agency not confirmed" };
  return session.left[mode] - taken > 0 ? null : { kind: "full" };
}
