// The personal-data room's door.
export { acknowledgeComplaint } from "./acknowledge-complaint.server";
export { type AnswerRefusal, answerComplaint } from "./answer-complaint.server";
export { changeRetention, type RetentionRefusal } from "./change-retention.server";
export { listComplaints, readComplaint, readComplaintProgress } from "./complaint-queries.server";
export { erasePerson } from "./erase-person.server";
export { readErasureStanding } from "./erasure-queries.server";
export { countPersonalData, exportPersonalData } from "./export-personal-data.server";
export { mergePeople } from "./merge-people.server";
export { findOtherAccounts, previewMerge, readMerged, readMergeSide } from "./merge-queries.server";
export { reapplyErasures } from "./reapply-erasures.server";
export { receiveComplaint } from "./receive-complaint.server";
export { isRetentionDue, previewRetention, readMonths } from "./retention-queries.server";
export { retentionSteps, runRetention } from "./run-retention.server";
export type { Tombstone } from "./take-out.server";
