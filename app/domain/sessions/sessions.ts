// The words of the sessions room. "Session" always means training.
import type { CivilDate, WallTime } from "~/shared/civil-time";

export type SessionStatus = "draft" | "published" | "closed" | "delivered" | "cancelled";

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
};

export type Session = {
  id: string;
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  status: SessionStatus;
  mode: "in person" | "online";
  venue: { name: string; address: string; postcode: string; access: string } | null;
  /** Only for people with a confirmed place and those who run the session. */
  joiningLink: string | null;
  capacity: number;
  bookingClosesAt: number;
  startsAt: number;
  endsAt: number;
  revision: number;
  meetings: Meeting[];
  trainers: AssignedTrainer[];
};
