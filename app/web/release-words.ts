// What a release is called, and how far it has come, in words.
import type { ReleaseState } from "~/domain/impact/impact";
import { periodInWords } from "~/domain/impact/wording";
import { plainDateAt } from "~/shared/format";

type Named = { number: number | null; title: string };
type Standing = {
  state: ReleaseState;
  signedOffAt: number | null;
  publicAt: number | null;
  withdrawnAt: number | null;
};

/** "Release 3: Training and its impact"; the title alone before it has a number */
export const releaseName = ({ number, title }: Named) =>
  number === null ? title : `Release ${number}: ${title}`;

/** "release-3", for a file's name */
export const releaseFileName = ({ number, id }: { number: number | null; id: string }) =>
  number === null ? `draft-release-${id.slice(-6)}` : `impact-release-${number}`;

export function standingInWords({ state, signedOffAt, publicAt, withdrawnAt }: Standing): string {
  if (state === "draft")
    return "Draft: its figures are those of today and change until it is sent for review";
  if (state === "in review")
    return "In review: its figures and words are frozen, and nobody has signed it yet";
  if (state === "withdrawn" && withdrawnAt !== null) return `Withdrawn on ${plainDateAt(withdrawnAt)}`;
  const signed = signedOffAt === null ? "Signed off" : `Signed off on ${plainDateAt(signedOffAt)}`;
  return publicAt === null ? signed : `${signed}, public since ${plainDateAt(publicAt)}`;
}

/** In a list, where dates stand beside it. */
export function standingInShort({ state, publicAt }: Pick<Standing, "state" | "publicAt">): string {
  if (state === "signed off") return publicAt === null ? "Signed off" : "Public";
  return state.charAt(0).toUpperCase() + state.slice(1);
}

/** "April to June 2026", from the first day to the day after the last */
export const shortPeriod = (period: { from: string; until: string }) => periodInWords(period);
