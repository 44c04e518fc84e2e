// What happens around a session, through the service's own commands: it is put on, booked, given up, held and answered.
import type { AttendanceMark } from "~/domain/bookings/bookings";
import {
  acceptOffer,
  addWalkIn,
  cancelBooking,
  declineOffer,
  endWaiting,
  expireOffers,
  finishRegister,
  markAttendance,
  readChances,
} from "~/domain/bookings/bookings.server";
import { nothingGiven } from "~/domain/evaluations/evaluations";
import { bookAndAnswer } from "~/domain/evaluations/evaluations.server";
import type { AssignedTrainer } from "~/domain/sessions/sessions";
import { assignTrainer, meetingsOf, scheduleSession } from "~/domain/sessions/sessions.server";
import { days, hours, minutes } from "~/shared/clock";
import { answerAtTheEnd, answerBefore, answerOnArrival } from "./answering";
import { answersOf } from "./answers";
import { asksOnArrival } from "./asked-besides";
import { blackpool } from "./blackpool";
import { bookingsIn, stateOf } from "./bookings-in";
import { chanceFrom } from "./chance";
import type { Comer } from "./comers";
import type { Diary } from "./diary";
import { planAnswerToTeach } from "./messages";
import { planAnswer, planCallingOff, planTeam } from "./others-say";
import type { Learner } from "./people";
import type { Teachers } from "./pool";
import type { PlannedSession } from "./programme";
import { roomFor } from "./rooms-in";
import { must, type Seeding } from "./seeding";
import { bookingTimes, byDay } from "./times";

export type Means = {
  seeding: Seeding;
  diary: Diary;
  coordinatorId: string;
  courseId: string;
  teachers: Teachers;
  lead: { personId: string; agencyId: string };
  learners: readonly Learner[];
};

/** A session once it is put on, and whose bookings are whose. */
export type Live = {
  session: PlannedSession;
  sessionId: string;
  trainerId: string;
  comers: Map<string, Comer>;
};

/** Puts everything about one session into the diary. */
export function planLife(means: Means, session: PlannedSession, comers: readonly Comer[]): void {
  const { diary, seeding } = means;
  diary.plan(session.opensAt, () => {
    const live: Live = { session, comers: new Map(), ...putOn(means, session) };
    const at = bookingTimes(session, comers.length, seeding.now);
    const guests = new Set(session.situation === "approval" ? session.guests : []);
    comers.forEach((comer, index) => {
      const when = guests.has(comer.email) ? seeding.now - hours(5) : (at[index] ?? session.opensAt);
      diary.plan(when, () => book(means, live, comer));
    });
    if (session.situation === "called off") planCallingOff(means, live);
    if (session.team) planTeam(means, live, session.team, new Set(comers.map(({ personId }) => personId)));
    if (session.situation === "offer") planGivingUp(means, live);
    diary.plan(session.closesAt, () => leaveQueue(means));
    planRegisters(means, live);
  });
}

function putOn(means: Means, session: PlannedSession) {
  const { seeding, coordinatorId, courseId, teachers } = means;
  const ctx = seeding.as(coordinatorId);
  const { mode, venueId, joiningLink, capacity, onlineCapacity, minimum, decideBy, meetings, status } =
    session;
  const places = { capacity, onlineCapacity, minimum, decideBy };
  // One coming session is left without a room, for the coordinators to choose.
  const roomId = session.situation === "offer" ? null : roomFor(seeding.db, venueId, capacity);
  const plan = { courseId, mode, venueId, roomId, joiningLink, ...places, meetings, status };
  const { sessionId } = must(scheduleSession(ctx, { ...plan, bookingClosesAt: session.closesAt }));

  // The draft, and what is furthest ahead, still lack a trainer.
  if (status === "draft" || session.startsAt > seeding.now + days(70))
    return { sessionId, trainerId: coordinatorId };
  // In turn, so that everyone in the pool teaches; one who teaches elsewhere at that time is passed over.
  const mayLead = teachers.filter((teacher) => !teacher.livedExperience);
  const turn = session.situation ? 0 : Math.floor(chanceFrom(session.key).between(0, mayLead.length));
  const inTurn = [...mayLead.slice(turn), ...mayLead.slice(0, turn)];
  const assign = ({ personId }: Teachers[number], part: AssignedTrainer["part"]) => {
    const { ok } = assignTrainer(ctx, { sessionId, personId, part, agreed: !session.coming });
    if (ok && session.coming) planAnswerToTeach(means, session, { sessionId, personId });
    return ok;
  };
  const lead = inTurn.find((teacher) => assign(teacher, "lead"));
  // One coming session is left with a single trainer, for the coordinators to find another.
  if (!session.shortOfTrainers) inTurn.some((teacher) => assign(teacher, "co-trainer"));
  const other = teachers.find((teacher) => teacher.livedExperience);
  if (other) assign(other, "lived experience");
  return { sessionId, trainerId: lead?.personId ?? coordinatorId };
}

/** The slugs of courses that somebody has to approve, or that ask for something first. */
const asksForMore = new Set(
  blackpool.courses
    .filter(
      ({ bookingRules: rules }) => rules && (rules.approval !== "none" || rules.prerequisites.length > 0),
    )
    .map(({ slug }) => slug),
);

function book(means: Means, live: Live, comer: Comer): void {
  const { seeding, diary, coordinatorId } = means;
  const { session, sessionId } = live;
  const answers = answersOf(comer.email, session).before;
  const { personId } = comer;
  const chances = asksForMore.has(session.course)
    ? readChances(seeding.asSystem, { sessionId, personId })
    : { unmet: [], approval: null, lineManagerEmail: null };
  const { unmet, approval, lineManagerEmail } = chances;
  // Who names no line manager is booked by a coordinator, who knows that they may come.
  const byThemselves = approval?.askedOf !== "line manager" || lineManagerEmail !== null;
  const mode = session.mode === "hybrid" && comer.chance.happens(0.4) ? ("online" as const) : undefined;
  const { bookingId, state } = must(
    bookAndAnswer(
      seeding.as(byThemselves ? personId : coordinatorId),
      {
        ...{ sessionId, personId, ifFull: "wait", accessNeeds: comer.accessNeeds, mode },
        claims: unmet.map(({ id }) => ({ prerequisiteId: id, said: "With my last employer, two years ago" })),
      },
      byThemselves && comer.before === "when booking" ? answers : nothingGiven,
    ),
  );
  live.comers.set(bookingId, comer);
  if (state === "requested" || state === "awaiting approval") planAnswer(means, live, bookingId);
  if (comer.before === "on arrival" && state === "confirmed") {
    diary.plan(Math.round(session.startsAt + comer.chance.between(minutes(-20), minutes(25))), () =>
      answerBefore({ seeding }, live, bookingId),
    );
  }
  if (asksOnArrival.has(session.course) && comer.chance.happens(0.75)) {
    diary.plan(Math.round(session.startsAt + comer.chance.between(minutes(-15), minutes(20))), () =>
      answerOnArrival({ seeding }, live, bookingId),
    );
  }
  if (comer.cancels) {
    const from = seeding.clock.now() + minutes(40);
    const to = Math.max(from, session.startsAt - hours(3));
    diary.plan(byDay(comer.chance.between(from, to), from, to), () =>
      giveUp({ seeding, diary }, live, bookingId),
    );
  }
}

const reasons = [
  "A court hearing that day",
  "On leave that week",
  "Short-staffed",
  "Another date suits better",
];

function giveUp({ seeding, diary }: Pick<Means, "seeding" | "diary">, live: Live, bookingId: string): void {
  const comer = live.comers.get(bookingId);
  const state = stateOf(seeding.db, bookingId);
  if (!comer || (state !== "confirmed" && state !== "waiting" && state !== "offered")) return;
  const reason = comer.chance.happens(0.6) ? comer.chance.pick(reasons) : undefined;
  must(cancelBooking(seeding.as(comer.personId), { bookingId, reason }));
  planOfferAnswers({ seeding, diary }, live);
}

/** The first who has a place gives it up three hours before now, so that the first in the queue is offered it. */
function planGivingUp({ seeding, diary }: Means, live: Live): void {
  diary.plan(seeding.now - hours(3), () => {
    const [first] = bookingsIn(seeding.db, live.sessionId, "confirmed");
    if (first) giveUp({ seeding, diary }, live, first.id);
  });
}

/** Most say yes within the day, some say no, some let it pass. Sign-ins leave theirs for whoever tries them out. */
function planOfferAnswers({ seeding, diary }: Pick<Means, "seeding" | "diary">, live: Live): void {
  for (const { id, personId, offerEndsAt } of bookingsIn(seeding.db, live.sessionId, "offered")) {
    const comer = live.comers.get(id);
    if (!comer || offerEndsAt === null || live.session.situation === "offer") continue;
    const luck = comer.chance.between(0, 1);
    const now = seeding.clock.now();
    const at = byDay(comer.chance.between(now, offerEndsAt), now + minutes(4), offerEndsAt - minutes(1));
    const stillOffered = () => stateOf(seeding.db, id) === "offered";
    diary.plan(luck < 0.85 ? at : offerEndsAt, () => {
      if (!stillOffered()) return;
      if (luck < 0.7) must(acceptOffer(seeding.as(personId), id));
      else if (luck < 0.85) must(declineOffer(seeding.as(personId), id));
      else expireOffers(seeding.asSystem);
      if (luck < 0.7 && comer.before !== "never") answerBefore({ seeding }, live, id);
      planOfferAnswers({ seeding, diary }, live);
    });
  }
}

/** Nothing is offered from the close of booking on: those who still wait are told. */
function leaveQueue({ seeding }: Means): void {
  expireOffers(seeding.asSystem);
  endWaiting(seeding.asSystem);
}

/** To some sessions somebody comes who has not booked. */
function walkIn({ seeding, learners }: Means, live: Live, meetingId: string): void {
  const chance = chanceFrom(`${live.session.key} walk-in`);
  if (!chance.happens(0.25)) return;
  const { email } = chance.pick(learners);
  const booked = [...live.comers.values()].some((comer) => comer.email === email);
  if (!booked) must(addWalkIn(seeding.as(live.trainerId), { meetingId, email, name: "", agencyId: null }));
}

/** Each meeting's register is marked and finished just after its end. */
function planRegisters(means: Means, live: Live): void {
  const { diary, seeding } = means;
  meetingsOf(seeding, live.sessionId).forEach((meeting, index) => {
    const atOnce = meeting.endsAt + minutes(8);
    // Over a weekend it is finished later, so that the 48 hours for the evaluation have not run out.
    const at =
      live.session.situation === "just finished" ? Math.max(atOnce, seeding.now - hours(30)) : atOnce;
    diary.plan(at, () => takeRegister(means, live, meeting.id, index));
  });
}

function takeRegister(means: Means, live: Live, meetingId: string, index: number): void {
  const { seeding } = means;
  const ctx = seeding.as(live.trainerId);
  if (index === 0) walkIn(means, live, meetingId);
  const marks = new Map<string, AttendanceMark>();
  for (const { id } of bookingsIn(seeding.db, live.sessionId, "confirmed")) {
    marks.set(id, live.comers.get(id)?.marks[index] ?? "present");
  }
  must(markAttendance(ctx, { meetingId, marks }));
  const { last } = must(finishRegister(ctx, meetingId));
  if (!last) return;
  for (const id of marks.keys()) answerAtTheEnd(means, live, id);
}
