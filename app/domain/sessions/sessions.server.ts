// The sessions room's door.
export { announceCorrection, findCorrected } from "./announce.server";
export { type AnswerRefusal, answerInvitation } from "./answer-invitation.server";
export { type AssignRefusal, assignTrainer } from "./assign-trainer.server";
export { type CloseRefusal, closeBooking, type ReopenRefusal, reopenBooking } from "./booking-window.server";
export { type CallOffRefusal, cancelSession } from "./cancel-session.server";
export { changePlan } from "./change-plan.server";
export type { ChangeRefusal, Taken } from "./change-rules";
export { type Clash, findClashes } from "./clashes.server";
export { teachingParts } from "./feed-entries.server";
export { wasPublished } from "./feed-rows";
export { type GoAheadRefusal, goAhead } from "./go-ahead.server";
export { markDelivered } from "./mark-delivered.server";
export { addMaterial, type MaterialRefusal, removeMaterial } from "./materials.server";
export { isOpenToAll, readOpenSession } from "./open-session.server";
export { type ChangedPlan, planOf, planOn, type SessionPlan } from "./plan";
export { asksTrainers, mayDeliver, mayRunProgramme, maySeeTeaching } from "./policy";
export { type FeedAbout, type FeedChoice, publicFeed, sessionFeed } from "./public-entries.server";
export {
  type PublishRefusal,
  publishSession,
  publishSessions,
} from "./publish-session.server";
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
export { remindTrainers } from "./remind-trainers.server";
export { teachingRemindersWanted } from "./remind-trainers-queries.server";
export type { RoomRefusal } from "./room-queries.server";
export { addRoom, archiveRoom, changeRoom } from "./rooms.server";
export { type SeriesRefusal, scheduleSeries } from "./schedule-series.server";
export { type ScheduleRefusal, scheduleSession } from "./schedule-session.server";
export { takeOverAssignments } from "./take-over-assignments.server";
export { planBefore } from "./tell-trainers.server";
export { unassignTrainer } from "./unassign-trainer.server";
export { type ListedVenue, listVenues, listVenuesWithRooms, readVenue } from "./venue-queries.server";
export { addVenue, archiveVenue, changeVenue, type VenueRefusal } from "./venues.server";
export { weighPlanChange } from "./weigh-plan-change.server";
export { type WeighedDay, weighSeries } from "./weigh-series.server";
export { whereColumns, whereOf } from "./where";
