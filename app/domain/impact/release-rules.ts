// What a release may become, and by whom. docs/states.md has this as a table.
import type { ReleaseState } from "./release";

type Deed = "send for review" | "send back" | "sign off" | "withdraw";

/** From each state: what may be done with it and what it is then. Nothing else is possible. */
export const releaseTransitions: Record<ReleaseState, Partial<Record<Deed, ReleaseState>>> = {
  draft: { "send for review": "in review" },
  "in review": { "send back": "draft", "sign off": "signed off" },
  "signed off": { withdraw: "withdrawn" },
  withdrawn: {},
};

/** The state after a deed; null where the deed is not possible. */
export const stateAfter = (state: ReleaseState, deed: Deed): ReleaseState | null =>
  releaseTransitions[state][deed] ?? null;

/** Its words, period and actions may be changed only before they are frozen. */
export const mayBeChanged = (state: ReleaseState) => state === "draft";

/** Comments help to put it right, so they end with the signature. */
export const takesComments = (state: ReleaseState) => state === "draft" || state === "in review";

/** What it said is frozen and stands as it was. */
export const isFrozen = (state: ReleaseState) => state !== "draft";

/** It has a number for good. */
export const hasNumber = (state: ReleaseState) => state === "signed off" || state === "withdrawn";

/** Signed and not withdrawn: it may be made public, and its actions are to be done. */
export const isStanding = (state: ReleaseState) => state === "signed off";
