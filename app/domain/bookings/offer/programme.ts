// The programme as coordinators look through it: filters, orders, and what a session still lacks. Safe in a browser.
import type { SessionMode, SessionStatus } from "~/domain/sessions/sessions";

export const programmeStatuses = ["draft", "published", "closed", "delivered", "cancelled"] as const;
export const programmeOrders = ["date", "course", "free", "waiting"] as const;
export type ProgrammeOrder = (typeof programmeOrders)[number];

export type ProgrammeFilters = {
  /** Instants between which the first meeting starts: from the first, until before the second. */
  from?: number;
  to?: number;
  courseId?: string;
  boardCode?: string;
  /** A venue, or "online" for sessions that can be joined from anywhere. */
  venueId?: string;
  /** Left out: all but cancelled ones. */
  status?: SessionStatus | "all";
  /** Only sessions that have not ended. */
  toCome?: boolean;
};

export type ProgrammeSession = {
  id: string;
  courseTitle: string;
  status: SessionStatus;
  mode: SessionMode;
  venueName: string | null;
  roomName: string | null;
  /** Rooms of its venue that could be chosen. */
  venueRooms: number;
  hasLink: boolean;
  /** Places in all, in the room and online together. */
  capacity: number;
  taken: number;
  takenOnline: number;
  onlineCapacity: number | null;
  confirmed: number;
  waiting: number;
  minimum: number | null;
  decideBy: number | null;
  goAheadAt: number | null;
  trainers: number;
  trainerAgencies: number;
  /** Trainers who have not said yet whether they can. */
  trainersAsked: number;
  /** People with a place, or offered one, whose address mail comes back from. */
  unreached: number;
  meetings: number;
  firstDate: string;
  firstStart: string;
  firstEnd: string;
  bookingClosesAt: number;
};

/** What somebody has to see to before a session can be given well. */
export const lacks = ["trainers", "answers", "minimum", "room", "link", "reach"] as const;
export type Lack = (typeof lacks)[number];

/** Two teach together, of two agencies: one can stay with someone whom the subject distresses, and each sees another side. */
const shortOfTrainers = (session: Pick<ProgrammeSession, "trainers" | "trainerAgencies">) =>
  session.trainers < 2 || session.trainerAgencies < 2;

export const minimumOpen = (
  session: Pick<ProgrammeSession, "minimum" | "goAheadAt" | "confirmed">,
): session is { minimum: number; goAheadAt: null; confirmed: number } =>
  session.minimum !== null && session.goAheadAt === null && session.confirmed < session.minimum;

/** What a session lacks, most pressing first; nothing for one that is over or called off. */
export function lacksOf(session: ProgrammeSession): Lack[] {
  if (session.status === "delivered" || session.status === "cancelled") return [];
  const found: Lack[] = [];
  if (minimumOpen(session)) found.push("minimum");
  if (shortOfTrainers(session)) found.push("trainers");
  if (session.trainersAsked > 0 && session.status !== "draft") found.push("answers");
  if (session.mode !== "online" && session.roomName === null && session.venueRooms > 0) found.push("room");
  if (session.mode !== "in person" && !session.hasLink) found.push("link");
  if (session.unreached > 0) found.push("reach");
  return found;
}
