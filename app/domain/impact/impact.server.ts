// The impact room's door.
export { addPracticeMeasure, changePracticeMeasure } from "./change-practice-measure.server";
export { readCourseImpact } from "./course-impact.server";
export {
  isPeriod,
  type MeasureDifference,
  type MeasureRefusal,
  type PracticeMeasurePoint,
} from "./practice-measures";
export { listPracticeMeasures, summariseRecordedDeliveries } from "./practice-measures.server";
export { recordPracticeMeasures, weighPracticeMeasures } from "./record-practice-measures.server";
export { type ActivityRow, type ImpactReport, listReportingYears, readImpactReport } from "./report.server";
export { reportingYearLabelled } from "./reporting-years";
export { type MeasurePoint, type PointRefusal, writeMeasurePoint } from "./write-measure-point.server";
