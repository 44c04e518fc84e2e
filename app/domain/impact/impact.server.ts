// The impact room's door.
export { addPracticeMeasure, changePracticeMeasure } from "./change-practice-measure.server";
export { changeRelease } from "./change-release.server";
export { type CloseActionRefusal, closeAction } from "./close-impact-action.server";
export { type CommentRefusal, commentOnRelease } from "./comment-on-release.server";
export { draftRelease } from "./draft-release.server";
export { refreshFigures } from "./figures/refresh-figures.server";
export { type ActionRefusal, removeAction, setAction } from "./impact-actions.server";
export {
  isPeriod,
  type MeasureDifference,
  type MeasureRefusal,
  type PracticeMeasurePoint,
} from "./practice-measures";
export { listPracticeMeasures, summariseRecordedDeliveries } from "./practice-measures.server";
export { publishRelease } from "./publish-release.server";
export { recordPracticeMeasures, weighPracticeMeasures } from "./record-practice-measures.server";
export { forgetReleaseComments } from "./release-comments-forgotten.server";
export { type FreezeRefusal, partsOf } from "./release-figures.server";
export { type NarrativeRefusal, writeNarrative } from "./release-narrative.server";
export type { OutlineRefusal } from "./release-outline.server";
export { periodOf } from "./release-period";
export {
  type InsideRelease,
  listOpenActions,
  listReleases,
  type OpenAction,
  type ReleaseView,
  readAsStranger,
  readDraft,
  readRelease,
  recomputeRelease,
} from "./release-reading.server";
export { backToDraft, sendForReview } from "./release-review.server";
export { listPeriods, listReportSlices, readReport } from "./report.server";

export { readSessionResults, type SessionReport, type SessionResults } from "./session-results.server";
export { type SignOffRefusal, signOff } from "./sign-off.server";
export { type WithdrawRefusal, withdrawRelease } from "./withdraw-release.server";
export { type PointRefusal, writeMeasurePoint } from "./write-measure-point.server";
