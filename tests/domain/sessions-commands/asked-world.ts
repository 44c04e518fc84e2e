// A session whose trainer is asked, and how the letters to trainers look in short.
import { answerInvitation, assignTrainer, changePlan, readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import type { watch } from "../support-check/ledger";
import { sessionsWorld } from "./sessions-world";

/** The day of the world's clock. */
const today = "2026-11-03";

export const onTwoDays = (first = 14) =>
  [first, first + 1].map((later) => ({ date: addDays(today, later), startTime: "09:30", endTime: "16:30" }));

export function askedWorld(plan: Parameters<ReturnType<typeof sessionsWorld>["session"]>[0] = {}) {
  const world = sessionsWorld();
  const sessionId = world.session(plan);
  const personId = world.trainer("Tess");
  const ask = (agreed = false) =>
    assignTrainer(world.asCoordinator, { sessionId, personId, part: "lead", agreed });
  const say = (can: boolean, as = personId) => answerInvitation(world.as(as), { sessionId, can });
  const change = (wish: Parameters<typeof world.planWith>[1]) =>
    changePlan(world.asCoordinator, {
      sessionId,
      plan: world.planWith(sessionId, wish),
      taken: { "in person": 0, online: 0 },
    });
  const trainers = () => readSession(world, sessionId).trainers;
  return { ...world, sessionId, personId, ask, say, change, trainers };
}

/** What a letter says to a calendar: its method follows from the kind. */
export const entries = (messages: ReturnType<ReturnType<typeof watch>>["messages"]) =>
  messages.map(({ kind, toPersonId, facts }) => ({
    kind,
    to: toPersonId,
    confirmed: facts.confirmed,
    revision: facts.revision,
    days: (facts.meetings as { number: number }[]).map(({ number }) => number),
  }));
