// What a release's files hold, for whoever may read its page: made once and kept, because it is the same bytes each time.
import type { Paper } from "~/domain/impact/impact";
import { type ReleaseView, readRelease } from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";
import type { Visit } from "./enter.server";
import { releaseAsDocument } from "./release-document.server";
import { releaseAsCsv, releaseAsWorkbook } from "./release-files.server";
import { releaseFileName } from "./release-words";

/**
 * A release as frozen: a draft has no files, since its figures are not those that will be signed.
 * @throws NotFound
 */
export function frozenRelease(
  visit: Visit,
  id: string,
): { release: ReleaseView; paper: Paper; name: string } {
  const release = readRelease(visit, id);
  if (release.state === "draft" || !release.paper) throw new NotFound("files of a release");
  return { release, paper: release.paper, name: releaseFileName(release) };
}

const mostKept = 12;
type Bytes = Uint8Array<ArrayBuffer>;
const kept = new WeakMap<Visit["db"], Map<string, Promise<Bytes>>>();

/** Its bytes, made once for each state that it can be in. */
function once(visit: Visit, kind: string, release: ReleaseView, make: () => Promise<Bytes>): Promise<Bytes> {
  const { id, number, state, frozenAt, publicAt } = release;
  const key = [kind, id, number, state, frozenAt, publicAt].join("/");
  const files = kept.get(visit.db) ?? new Map<string, Promise<Bytes>>();
  kept.set(visit.db, files);
  const ready = files.get(key) ?? make();
  // The oldest goes first, and one that could not be made is tried again.
  files.delete(key);
  files.set(key, ready);
  ready.catch(() => files.delete(key));
  if (files.size > mostKept) files.delete(files.keys().next().value ?? "");
  return ready;
}

export const csvOfRelease = ({ paper }: { paper: Paper }) => releaseAsCsv(paper);
export const workbookOfRelease = (visit: Visit, { release, paper }: { release: ReleaseView; paper: Paper }) =>
  once(visit, "xlsx", release, () => releaseAsWorkbook(release, paper));
export const documentOfRelease = (visit: Visit, { release, paper }: { release: ReleaseView; paper: Paper }) =>
  once(visit, "docx", release, () => releaseAsDocument(release, paper));
