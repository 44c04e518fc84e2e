// The needs room's door.
export { type NeedsAnalysis, needsAnalysis } from "./analysis.server";
export { needsOf } from "./queries.server";
export { recordSelfAssessment, type SelfAssessmentRefusal } from "./record-self-assessment.server";
export { rankByNeed, type ShownCounts } from "./rules";
