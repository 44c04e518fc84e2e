// What comers answer around a session: before it, on arrival and at its end.
import { recordResponse } from "~/domain/evaluations/evaluations.server";
import { hours, minutes } from "~/shared/clock";
import { answersOf } from "./answers";
import { stateOf } from "./bookings-in";
import type { Live, Means } from "./lives";
import { must } from "./seeding";
import { byDay } from "./times";
import { planWeeksLater } from "./weeks-later";

type Little = Pick<Means, "seeding">;

export function answerBefore({ seeding }: Little, { comers, session }: Live, bookingId: string): void {
  const comer = comers.get(bookingId);
  if (!comer || stateOf(seeding.db, bookingId) !== "confirmed") return;
  const { before } = answersOf(comer.email, session);
  must(recordResponse(seeding.as(comer.personId), { bookingId, stage: "T0" }, before));
}

/** Only of those who come. */
export function answerOnArrival({ seeding }: Little, { comers, session }: Live, bookingId: string): void {
  const comer = comers.get(bookingId);
  if (!comer || !comes(comer.marks) || stateOf(seeding.db, bookingId) !== "confirmed") return;
  const { onArrival } = answersOf(comer.email, session);
  must(recordResponse(seeding.as(comer.personId), { bookingId, stage: "T1" }, onArrival));
}

const comes = (marks: readonly string[]) => marks.some((mark) => mark !== "absent" && mark !== "excused");

/** Most answer in the room; the evaluation stays open for 48 hours. */
export function answerAtTheEnd(
  { seeding, diary }: Pick<Means, "seeding" | "diary">,
  { comers, session }: Live,
  bookingId: string,
): void {
  const comer = comers.get(bookingId);
  if (!comer?.after || !comes(comer.marks)) return;
  const { chance } = comer;
  const taken = seeding.clock.now();
  const later = byDay(taken + chance.between(hours(1), hours(46)), taken + minutes(30), taken + hours(47));
  const at = chance.happens(0.6) ? taken + chance.between(minutes(2), minutes(25)) : later;
  const { after } = answersOf(comer.email, session);
  diary.plan(Math.round(at), () => {
    must(recordResponse(seeding.as(comer.personId), { bookingId, stage: "T2" }, after));
    planWeeksLater({ seeding, diary }, { bookingId, comer, session });
  });
}
