// The sessions room's door.
export { type AssignRefusal, assignTrainer, unassignTrainer } from "./assign-trainer.server";
export { markDelivered } from "./mark-delivered.server";
export { mayDeliver, mayRunProgramme } from "./policy";
export { type PublishRefusal, publishSession } from "./publish-session.server";
export * from "./queries.server";
export {
  type DeliveryDifference,
  type DeliveryRefusal,
  deliveryTotals,
  mostAttended,
  type RecordedDelivery,
  recordDeliveries,
  weighDeliveries,
} from "./record-deliveries.server";
export { type ScheduleRefusal, type SessionPlan, scheduleSession } from "./schedule-session.server";
export { takeOverAssignments } from "./take-over-assignments.server";
