// Who may do what with a release of the impact report.
import { type Actor, holds } from "~/domain/context";
import { mayReadImpact } from "./policy";
import type { ReleaseState } from "./release";

type Release = { state: ReleaseState; draftedBy: string; publicAt: number | null };

/** Those who read impact figures read every release, drafts too; others what was made public and still stands. */
export const mayReadRelease = (actor: Actor, release: Release) => mayReadImpact(actor) || isPublic(release);

export const isPublic = ({ state, publicAt }: Pick<Release, "state" | "publicAt">) =>
  state === "signed off" && publicAt !== null;

/** Others may learn that it was withdrawn, and why, where they could once read it. */
export const mayReadWithdrawal = (actor: Actor, { state, publicAt }: Release) =>
  state === "withdrawn" && (mayReadImpact(actor) || publicAt !== null);

export const mayDraftRelease = (actor: Actor) => holds(actor, "coordinator");
export const mayComment = (actor: Actor) => holds(actor, "coordinator", "sdg_member", "scrutineer");
/** Back to the drafter: by them, or by those who would have to sign. */
export const maySendBack = (actor: Actor) => holds(actor, "coordinator", "sdg_member");

/** A second pair of eyes: a member of the delivery group who did not draft it. */
export const maySignOff = (actor: Actor, { draftedBy }: Pick<Release, "draftedBy">) =>
  holds(actor, "sdg_member") && actor.kind === "person" && actor.personId !== draftedBy;

export const mayPublish = (actor: Actor) => holds(actor, "coordinator", "sdg_member");
export const mayWithdraw = (actor: Actor) => mayPublish(actor);
export const mayCloseAction = (actor: Actor) => mayPublish(actor);
