// The words of the sessions room. "Session" always means training.
import type { CallOffReason } from "~/domain/notifications/notifications";
import type { CivilDate, WallTime } from "~/shared/civil-time";

export type SessionStatus = "draft" | "published" | "closed" | "delivered" | "cancelled";

/** A hybrid session meets in a room and online at once; each place in it is in one or the other. */
export type SessionMode = "in person" | "online" | "hybrid";
/** Where one person's place is. */
export type PlaceMode = Exclude<SessionMode, "hybrid">;

export const modeInWords: Record<SessionMode, string> = {
  "in person": "In person",
  online: "Online",
  hybrid: "In person or online",
};

/** Where a session is, in a few words: "The Hall, Blue room", "Online", "The Hall or online". */
export function whereInWords(session: {
  mode: SessionMode;
  venueName: string | null;
  roomName?: string | null;
}): string {
  if (session.mode === "online") return modeInWords.online;
  const place =
    session.venueName === null
      ? "Venue to be confirmed"
      : [session.venueName, session.roomName].filter(Boolean).join(", ");
  return session.mode === "hybrid" ? `${place}, or online` : place;
}

/** Where a session is, in one line for letters and calendars: room, venue, address, postcode. */
export function addressInWords(session: Pick<Session, "mode" | "venue" | "room">): string {
  if (session.mode === "online") return modeInWords.online;
  const { room, venue } = session;
  return [room?.name, venue?.name, venue?.address, venue?.postcode].filter(Boolean).join(", ");
}

export type Meeting = {
  id: string;
  number: number;
  date: CivilDate;
  startTime: WallTime;
  endTime: WallTime;
  startsAt: number;
  endsAt: number;
};

export type AssignedTrainer = {
  personId: string;
  name: string;
  agencyName: string;
  part: "lead" | "co-trainer" | "lived experience";
  assignedAt: number;
  /** When they said that they can; null: they have been asked, or will be when the session is published. */
  confirmedAt: number | null;
  /** Under whose id it stands in calendars: theirs, or that of the account they took over from. */
  entryOf: string;
};

export const audiencesOfMaterials = ["everyone", "people booked", "trainers"] as const;
/** Who may open a link to slides, handouts or reading. */
export type MaterialAudience = (typeof audiencesOfMaterials)[number];

export type SessionMaterial = { id: string; title: string; url: string; shownTo: MaterialAudience };

export type Venue = { name: string; address: string; postcode: string; access: string };
export type Room = {
  id: string;
  name: string;
  /** How many people it may hold. */
  capacity: number;
  /** What is different from the rest of the venue; null: nothing. */
  access: string | null;
};

export type Session = {
  id: string;
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  status: SessionStatus;
  mode: SessionMode;
  venueId: string | null;
  venue: Venue | null;
  room: Room | null;
  /** Only for people with a confirmed place and those who run the session. */
  joiningLink: string | null;
  /** Places; of a hybrid session, those in the room. */
  capacity: number;
  /** Places online of a hybrid session, null of any other. */
  onlineCapacity: number | null;
  /** Fewer people than this and it is not worth giving; null: it goes ahead with anyone. */
  minimum: number | null;
  /** Until when it is to be decided whether it goes ahead. */
  decideBy: number | null;
  /** When a coordinator said that it goes ahead whatever the number. */
  goAheadAt: number | null;
  /** When booking opens; null: with publication. */
  opensAt: number | null;
  /** Sessions planned together share this. */
  seriesId: string | null;
  bookingClosesAt: number;
  startsAt: number;
  endsAt: number;
  revision: number;
  meetings: Meeting[];
  trainers: AssignedTrainer[];
  /** All of them: pages show those of `materialsFor`. */
  materials: SessionMaterial[];
};

/** The materials that an audience may see: trainers see all, those with a place what is theirs and everyone's. */
export function materialsFor(materials: SessionMaterial[], audience: MaterialAudience): SessionMaterial[] {
  if (audience === "trainers") return materials;
  return materials.filter(
    ({ shownTo }) => shownTo === "everyone" || (audience === "people booked" && shownTo === "people booked"),
  );
}

/** Why a session may be called off, in the words that coordinators choose from. */
export const callOffReasons: Record<CallOffReason, string> = {
  "too few people": "Too few people have booked",
  "no trainer": "There is no trainer",
  "no venue": "The venue cannot be used",
  "weather or travel": "Weather or travel",
  "something else": "Something else",
};
export const isCallOffReason = (text: string): text is CallOffReason => Object.hasOwn(callOffReasons, text);
export { mostInSeries, type Repeat, repeatedDays, repeats } from "./series";
export type { CallOffReason };
