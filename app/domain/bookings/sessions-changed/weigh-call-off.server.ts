import type { Context } from "~/domain/context";
import { mayRunProgramme, readSession } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { listLive } from "./weigh-change.server";

/** Whom calling a session off would reach. */
export type CallOffReach = {
  withPlace: number;
  offered: number;
  waiting: number;
  asked: number;
  trainers: number;
};

/** How many people would be told, by how their booking stands. @throws Forbidden, NotFound */
export function weighCallOff(ctx: Context, sessionId: string): CallOffReach {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const live = listLive(ctx, sessionId);
  const { status, trainers } = readSession(ctx, sessionId);
  const count = (...states: string[]) => live.filter((booking) => states.includes(booking.state)).length;
  return {
    withPlace: count("confirmed"),
    offered: count("offered"),
    waiting: count("waiting"),
    asked: count("requested", "awaiting approval"),
    // Nobody was asked to teach a draft yet.
    trainers: status === "draft" ? 0 : trainers.length,
  };
}
