// Plays a plan with the real commands on real SQLite, and checks every promise after each deed.
import fc from "fast-check";
import { carryOutDeed } from "./acts";
import { type Deed, type DeedName, type Plan, plans } from "./deeds";
import * as promises from "./promises";
import { ledgerOf, see } from "./seen";
import { makeStage, type Stage, setScene } from "./stage";
import * as turns from "./turns";

/** Deeds done, by name: a deed that is never done proves nothing. */
export type Tally = Map<DeedName, number>;

const perStage = 250;

/** @throws when a promise is broken */
export function playOut(stage: Stage, plan: Plan, tally: Tally): void {
  const scene = setScene(stage, plan);
  const read = ledgerOf(scene);
  const asked = new Set<string>();
  const lastly: Deed[] = [{ deed: "jobs" }];
  const all = [...plan.deeds, ...lastly];
  let before = see(scene);
  all.forEach((deed, index) => {
    // Long after the sessions nothing is left hanging, and the next plan begins with a clean table.
    if (index === plan.deeds.length) scene.world.clock.set(scene.afterwards);
    if (carryOutDeed(scene, deed)) tally.set(deed.deed, (tally.get(deed.deed) ?? 0) + 1);
    const after = see(scene);
    const step = { deed, course: plan.course, before, after, added: read() };
    promises.neverOversold(step);
    promises.oneLiveBookingEach(step);
    promises.endedStaysEnded(step);
    promises.approvalsAgree(step);
    promises.historyAgrees(step);
    promises.messagesAgree(step, asked);
    promises.keptPlacesStay(step);
    promises.newcomersComeLast(step);
    promises.nobodyWaitsForAFreePlace(step);
    promises.onlyTheAbleAreOffered(step);
    turns.offersFollowTheOrder(step);
    turns.groupsStayTogether(step);
    turns.groupsDoNotBlock(step);
    before = after;
    // So that no two join the queue at the same instant; what follows a wait happens at that very instant.
    if (deed.deed !== "wait") scene.world.clock.forward(1000);
  });
  for (const { personId } of stage.people)
    stage.world.db.$client
      .prepare("update people set agency_standing = 'confirmed' where id = ?")
      .run(personId);
}

/** Ten thousand in all, in four files so that they can run at once. MODEL_RUNS asks for another number per file. */
const perFile = Number(process.env.MODEL_RUNS ?? 2500);

/** Plays a quarter of the plans, on a fresh stage now and then. @returns what was done. @throws when a promise is broken */
export function playQuarter(): Tally {
  const tally: Tally = new Map();
  for (let left = perFile; left > 0; left -= perStage) {
    const stage = makeStage();
    fc.assert(
      fc.property(plans, (plan) => playOut(stage, plan, tally)),
      { numRuns: Math.min(left, perStage) },
    );
  }
  return tally;
}
