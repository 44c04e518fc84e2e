// What share of the people expected came: the one definition, used wherever an attendance rate is shown.

/** How one session went, or many together, in people on settled registers. Nobody is in two of these. */
export type AttendanceCounts = {
  /** Booked, and there for all of it; late counts as there. */
  attended: number;
  /** Booked, and there for part of it. */
  partly: number;
  /** Booked, not there, and not excused. */
  absent: number;
  /** Booked, and excused from every meeting. */
  excused: number;
  /** Came without a booking, and were there for all or part of it. */
  walkIns: number;
};

export const noAttendance: AttendanceCounts = { attended: 0, partly: 0, absent: 0, excused: 0, walkIns: 0 };

export type AttendanceRate = {
  /** People with a booking when the register was settled, less those excused. Whoever cancelled is not among them. */
  expected: number;
  /** Of those expected, how many came to all or part of it. */
  came: number;
  /** Of those who came, how many were there for part of it only. */
  partly: number;
  walkIns: number;
  /** came ÷ expected, 0 to 1: the attendance rate. Null where nobody was expected. */
  withoutWalkIns: number | null;
  /** (came + walkIns) ÷ expected: may pass 1. Null where nobody was expected. */
  withWalkIns: number | null;
};

/**
 * The attendance rate, in people.
 *
 * - Without walk-ins is the rate: of the people who were expected, the share who came. It says how well a booking is
 *   kept, so only bookings count on both sides of the division.
 * - With walk-ins adds those who came unbooked above the line and not below it, as training partnerships often publish
 *   it: Leicester, Leicestershire and Rutland's 96% for the first quarter of 2016–17 is 304 people there to 318 booked,
 *   35 of them walk-ins; without them it is 269 of 318, 85%. It says how full the room was for what was booked, may pass
 *   100%, and is shown only beside the rate. (Their 318 keeps 29 who cancelled; ours does not: 269 of 289, 93%.)
 * - Someone excused from every meeting is on neither side. Excused from some and there for others counts as there for part.
 * - There for part counts as having come, and is shown apart.
 * - A walk-in whose marks were put right to absent is in nothing.
 */
export function attendanceRate(counts: AttendanceCounts): AttendanceRate {
  const came = counts.attended + counts.partly;
  const expected = came + counts.absent;
  const share = (people: number) => (expected === 0 ? null : people / expected);
  return {
    expected,
    came,
    partly: counts.partly,
    walkIns: counts.walkIns,
    withoutWalkIns: share(came),
    withWalkIns: share(came + counts.walkIns),
  };
}
