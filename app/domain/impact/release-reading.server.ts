// Releases as people may read them: by their rights and by how far a release has come.
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayReadImpact } from "./policy";
import type { Paper, ReleaseState } from "./release";
import { draftFigures, recomputes } from "./release-figures.server";
import {
  isPublic,
  mayCloseAction,
  mayComment,
  mayDraftRelease,
  mayPublish,
  mayReadRelease,
  mayReadWithdrawal,
  maySendBack,
  maySignOff,
  mayWithdraw,
} from "./release-policy";
import {
  actionsOf,
  commentsOf,
  findRelease,
  listSigned,
  listStoredReleases,
  nameOfPerson,
  narrativesOf,
  openActionRows,
  readFigures,
  type StoredRelease,
  slicesOf,
} from "./release-queries.server";
import { isStanding, mayBeChanged, stateAfter, takesComments } from "./release-rules";
import { methodVersion } from "./report-inputs.server";

export type ReleaseInShort = Pick<
  StoredRelease,
  "id" | "number" | "title" | "from" | "until" | "signedOffAt" | "publicAt" | "withdrawnAt"
> & { state: ReleaseState };

const inShort = ({
  id,
  number,
  title,
  from,
  until,
  state,
  signedOffAt,
  publicAt,
  withdrawnAt,
}: StoredRelease): ReleaseInShort => ({
  id,
  number,
  title,
  from,
  until,
  state,
  signedOffAt,
  publicAt,
  withdrawnAt,
});

/** What may be done with a release by whoever asks. */
export type ReleaseDeeds = Record<
  "change" | "send" | "sendBack" | "comment" | "signOff" | "publish" | "withdraw" | "closeActions",
  boolean
>;

/** What those who read impact figures see besides the paper. */
export type InsideRelease = {
  draftedBy: string | null;
  signedOffBy: string | null;
  comments: { id: string; section: string; text: string; writtenAt: number; writtenBy: string }[];
  actions: ReturnType<typeof actionsOf>;
  may: ReleaseDeeds;
  /** Another release was signed or withdrawn since this one was frozen: it has to be frozen anew. */
  outOfDate: boolean;
};

export type ReleaseView = ReleaseInShort & {
  frozenAt: number | null;
  withdrawnBecause: string | null;
  /** What it says; null where only its withdrawal may be read, and in a draft of which a part is gone. */
  paper: Paper | null;
  /** Null for those who read it only because it is public. */
  inside: InsideRelease | null;
};

/** @throws NotFound where it does not exist, or is not for whoever asks to know of */
export function readRelease(ctx: Context, id: string): ReleaseView {
  const release = findRelease(ctx, id);
  if (!release) throw new NotFound("release");
  const reads = mayReadRelease(ctx.actor, release);
  if (!reads && !mayReadWithdrawal(ctx.actor, release)) throw new NotFound("release");
  const paper = !reads ? null : (figuresOf(ctx, release)?.paper ?? null);
  return {
    ...inShort(release),
    frozenAt: release.frozenAt,
    withdrawnBecause: release.withdrawnBecause,
    paper,
    inside: mayReadImpact(ctx.actor) ? insideOf(ctx, release, paper) : null,
  };
}

/** Exactly what somebody who is not signed in would read of a signed release. @throws NotFound */
export function readAsStranger(ctx: Context, id: string): ReleaseView {
  const release = findRelease(ctx, id);
  if (!release || !mayPublish(ctx.actor) || !isStanding(release.state)) throw new NotFound("release");
  return {
    ...inShort(release),
    frozenAt: release.frozenAt,
    withdrawnBecause: null,
    paper: readFigures(ctx, id)?.paper ?? null,
    inside: null,
  };
}

const figuresOf = (ctx: Context, release: StoredRelease) =>
  mayBeChanged(release.state) ? draftFigures(ctx, release) : readFigures(ctx, release.id);

function insideOf(ctx: Context, release: StoredRelease, paper: Paper | null): InsideRelease {
  const { actor } = ctx;
  const { state } = release;
  const draft = mayBeChanged(state);
  return {
    draftedBy: nameOfPerson(ctx, release.draftedBy),
    signedOffBy: nameOfPerson(ctx, release.signedOffBy),
    comments: commentsOf(ctx, release.id).map(({ writerId: _writer, ...comment }) => comment),
    actions: actionsOf(ctx, release.id),
    may: {
      change: draft && mayDraftRelease(actor),
      send: draft && mayDraftRelease(actor),
      sendBack: stateAfter(state, "send back") !== null && maySendBack(actor),
      comment: takesComments(state) && mayComment(actor),
      signOff: stateAfter(state, "sign off") !== null && maySignOff(actor, release),
      publish: isStanding(state) && release.publicAt === null && mayPublish(actor),
      withdraw: stateAfter(state, "withdraw") !== null && mayWithdraw(actor),
      closeActions: isStanding(state) && mayCloseAction(actor),
    },
    outOfDate:
      state === "in review" && (listSigned(ctx)[0]?.id ?? null) !== (paper?.since?.releaseId ?? null),
  };
}

/** What its writers may change. @throws NotFound, also for one that is no longer a draft; Forbidden */
export function readDraft(ctx: Context, id: string) {
  if (!mayDraftRelease(ctx.actor)) throw new Forbidden("releases");
  const release = findRelease(ctx, id);
  if (!release || !mayBeChanged(release.state)) throw new NotFound("draft release");
  return {
    title: release.title,
    from: release.from,
    until: release.until,
    parts: slicesOf(ctx, id).map(({ kind, key }) => `${kind}/${key}`),
    narratives: narrativesOf(ctx, id),
    actions: actionsOf(ctx, id).map(({ releaseId: _release, position: _position, ...action }) => action),
  };
}

/** All for those who read impact figures; for others those that are public and stand. */
export const listReleases = (ctx: Context): ReleaseInShort[] =>
  listStoredReleases(ctx)
    .filter((release) => mayReadImpact(ctx.actor) || isPublic(release))
    .map(inShort);

export type OpenAction = ReturnType<typeof openActionRows>[number];

/** What signed releases decided and is still to be done, the soonest first; none for those who may not read figures. */
export const listOpenActions = (ctx: Context): OpenAction[] =>
  mayReadImpact(ctx.actor) ? openActionRows(ctx) : [];

/** Whether its figures come to the same bytes when worked out again; null where that cannot be tried. @throws NotFound */
export function recomputeRelease(ctx: Context, id: string): boolean | null {
  const release = findRelease(ctx, id);
  if (!release || !mayReadImpact(ctx.actor)) throw new NotFound("release");
  return recomputes(ctx, release, methodVersion);
}
