// The needs room's door.
export { type NeedsAnalysis, needsAnalysis } from "./analysis.server";
export { clearSelfAssessments } from "./clear-self-assessments.server";
export { needsInBrief, needsOf } from "./queries.server";
export { recordSelfAssessment, type SelfAssessmentRefusal } from "./record-self-assessment.server";
export { rankByNeed, type ShownCounts } from "./rules";
export { sendWeeklyDigests } from "./send-weekly-digests.server";
export { takeOverSelfAssessments } from "./take-over-self-assessments.server";
