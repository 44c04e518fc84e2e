// What may happen to two sessions of one course, in any order: short plans of deeds, mostly beginning with a rush.
import fc from "fast-check";
import { attendanceMarks } from "~/domain/bookings/bookings";
import { hours } from "~/shared/clock";

/** People are numbered: 0 to 3 work for the police, 4 to 6 for health; 3 and 6 lead their agencies. */
export const mostPeople = 7;
const person = fc.nat(mostPeople - 1);
const session = fc.constantFrom(0, 0, 0, 1);
const who = { person, session };
const mode = fc.constantFrom("in person", "online");
const ifFull = fc.constantFrom("wait", "wait", "wait", "refuse");
const by = fc.constantFrom("self", "self", "self", "lead", "coordinator");

/** What the clock is moved to, never back. */
const moments = [
  "a while",
  "an offer ends",
  "approvals end",
  "places are released",
  "booking closes",
  "the register opens",
  "the session starts",
] as const;

const deeds = {
  book: { ...who, ifFull, mode, by, claim: fc.boolean() },
  cancel: { ...who, by, ourDoing: fc.boolean() },
  accept: { ...who, by },
  decline: { ...who, by },
  move: { ...who, by, mode },
  places: { session, room: fc.constantFrom(-1, 1, 1, 2), online: fc.constantFrom(-1, 0, 1) },
  hold: {
    session,
    mode,
    kind: fc.constantFrom("quota", "reserved"),
    agency: fc.constantFrom("police", "health"),
    places: fc.constantFrom(1, 1, 2),
  },
  giveBack: { session, hold: fc.nat(2) },
  name: { person, session, hold: fc.nat(2), by },
  substitute: { ...who, other: person, by },
  group: {
    session,
    mode,
    ifFull,
    people: fc.constantFrom<number[]>([0, 1], [0, 1, 2], [1, 2], [4, 5], [0, 1, 2, 3], [4, 5, 6]),
    by: fc.constantFrom("lead", "coordinator"),
  },
  outOfTurn: who,
  approve: { ...who, approve: fc.boolean(), by: fc.constantFrom("link", "lead", "coordinator") },
  request: { ...who, accept: fc.constantFrom(true, true, false) },
  wait: { session, until: fc.constantFrom(...moments), by: fc.constantFrom(-hours(5), -1, 0, 0, 30_000) },
  jobs: {},
  standing: { ...who, confirmed: fc.constantFrom(true, false, false) },
  merge: { from: person, into: person },
  register: {
    session,
    marks: fc.array(fc.constantFrom(...attendanceMarks), { minLength: mostPeople, maxLength: mostPeople }),
  },
  walkIn: who,
} as const;

type Deeds = typeof deeds;
type Values<Of> = { -readonly [Key in keyof Of]: Of[Key] extends fc.Arbitrary<infer Value> ? Value : never };
export type DeedName = keyof Deeds;
export type DeedOf<Name extends DeedName> = { deed: Name } & Values<Deeds[Name]>;
export type Deed = { [Name in DeedName]: DeedOf<Name> }[DeedName];

export const deedNames = Object.keys(deeds) as DeedName[];

const weights: Record<DeedName, number> = {
  ...{ book: 7, cancel: 9, accept: 5, decline: 3, move: 3, places: 3, hold: 3, giveBack: 1, name: 3 },
  ...{ substitute: 3, group: 5, outOfTurn: 3, approve: 4, request: 3, wait: 5, jobs: 3, standing: 3 },
  ...{ merge: 1, register: 1, walkIn: 2 },
};

const deed = fc.oneof(
  ...deedNames.map((name) => ({
    weight: weights[name],
    arbitrary: fc.record({ deed: fc.constant(name), ...deeds[name] }) as fc.Arbitrary<Deed>,
  })),
);

export type Plan = {
  /** Which of the stage's courses: its board's policy, approval and prerequisites. */
  course: number;
  sessions: { hybrid: boolean; room: number; online: number; closesHoursBefore: number }[];
  deeds: Deed[];
};

export const courseKinds = 6;

const small = fc.record({
  hybrid: fc.constantFrom(false, false, true),
  room: fc.constantFrom(1, 1, 2, 2, 3),
  online: fc.constantFrom(1, 2),
  closesHoursBefore: fc.constantFrom(0, 0, 12),
});

const here = { session: 0, mode: "in person" } as const;
const booked = (person: number): Deed => ({
  ...{ deed: "book", person, ...here, ifFull: "wait", by: "self", claim: true },
});
const rush = fc.shuffledSubarray([0, 1, 2, 4, 5], { minLength: 2 }).map((people) => people.map(booked));

const unable = fc.record(deeds.standing).map(({ person }): Deed => {
  return { deed: "standing", person, session: 0, confirmed: false };
});

const openings: Record<"rush" | "hold" | "group" | "unable", fc.Arbitrary<Deed[]>> = {
  rush,
  hold: fc
    .tuple(fc.record(deeds.hold), rush)
    .map(([hold, rushed]): Deed[] => [{ deed: "hold", ...hold, ...here }, ...rushed]),
  group: fc
    .record(deeds.group)
    .map((group): Deed[] => [
      ...[0, 6].map(booked),
      { deed: "group", ...group, ...here, people: [1, 2, 3], by: "lead", ifFull: "wait" },
      { deed: "cancel", person: 0, session: 0, by: "self", ourDoing: false },
      { deed: "wait", session: 0, until: "a while", by: 0 },
      { deed: "jobs" },
    ]),
  unable: fc
    .tuple(rush, unable)
    .map(([rushed, standing]): Deed[] => [
      ...rushed,
      standing,
      { deed: "cancel", person: 0, session: 0, by: "self", ourDoing: false },
    ]),
};

const plansThatBegin = (opening: fc.Arbitrary<Deed[]>): fc.Arbitrary<Plan> =>
  fc
    .record({
      course: fc.nat(courseKinds - 1),
      sessions: fc.tuple(small, small),
      opening,
      // Left to itself fast-check prefers lists too short for anything to get full.
      deeds: fc.array(deed, { minLength: 3, maxLength: 8, size: "max" }),
    })
    .map(({ opening, deeds, ...plan }) => ({ ...plan, deeds: [...opening, ...deeds] }));

/** Most plans begin with what makes something full, kept, or waited for by a group: left to chance that is rare. */
export const plans = plansThatBegin(
  fc.oneof(
    { weight: 5, arbitrary: openings.rush },
    { weight: 1, arbitrary: fc.constant<Deed[]>([]) },
    { weight: 2, arbitrary: openings.hold },
    { weight: 1, arbitrary: openings.group },
    { weight: 1, arbitrary: openings.unable },
  ),
);

/** For controls that need not wait for chance. */
export const plansBeginning = (opening: keyof typeof openings) => plansThatBegin(openings[opening]);
