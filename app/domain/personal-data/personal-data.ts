// The words of the personal-data room: complaints with their clock and form, and the files of an export. Safe in a browser.
export type { ComplaintStanding } from "./complaint-clock";
export { complaintAnswerForm, complaintForm } from "./complaint-forms";
export { type ErasureRefusal, type ErasureStanding, mayBeErased } from "./erasure-rules";
export { exportAsJson, exportAsLines, exportColumns } from "./export-shape";
export {
  type MergeCounts,
  type MergeRefusal,
  type MergeSide,
  mergeKinds,
} from "./merge-rules";
export {
  isRetentionCode,
  mostMonths,
  type RetentionCode,
  retentionCodes,
  retentionRules,
} from "./retention-rules";
