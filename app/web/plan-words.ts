// A session's plan as a form shows it and as words say it.

import { modeInWords } from "~/domain/sessions/sessions";
import type { ListedVenue, SessionPlan } from "~/domain/sessions/sessions.server";
import { type CivilDate, civilDateAt, instantOf, wallTimeAt } from "~/shared/civil-time";
import type { FormState } from "~/shared/form-state";
import { counted, longDateTimeAt, meetingTime } from "~/shared/format";

/** As many meetings as a form can have. */
export const mostMeetings = 12;

export const planFieldOrder = [
  "courseId",
  "mode",
  "venueId",
  "joiningLink",
  "capacity",
  "onlineCapacity",
  ...Array.from({ length: mostMeetings }, (_, index) => index + 1).flatMap((number) => [
    `date-${number}`,
    `start-${number}`,
    `end-${number}`,
  ]),
  "opensDate",
  "opensTime",
  "closesDate",
  "closesTime",
  "minimum",
  "decideDate",
  "status",
];

/** "24/11/2026" */
export const typedDate = (date: CivilDate) => date.split("-").reverse().join("/");

/** The venues and rooms that can be chosen, as one list; also the one that a session has already. */
export function placesToChoose(
  venues: ListedVenue[],
  kept: Pick<SessionPlan, "venueId" | "roomId"> = { venueId: null },
): { value: string; label: string }[] {
  return venues.flatMap((venue) => {
    if (venue.archivedAt !== null && venue.id !== kept.venueId) return [];
    const rooms = venue.rooms.filter((room) => room.archivedAt === null || room.id === kept.roomId);
    return [
      {
        value: venue.id,
        label: `${venue.name}, ${venue.postcode}${rooms.length > 0 ? ": room not said" : ""}`,
      },
      ...rooms.map((room) => ({
        value: `${venue.id}/${room.id}`,
        label: `${venue.name}: ${room.name}, holds ${room.capacity}`,
      })),
    ];
  });
}

/** What a form shows of a plan before anything was typed. `dated`: with its dates, for the session itself. */
export function shownPlan(plan: SessionPlan, dated: boolean): FormState {
  const first = plan.meetings[0];
  const closesWithStart =
    first !== undefined && plan.bookingClosesAt === instantOf(first.date, first.startTime);
  const moment = (name: string, at: number | null | undefined) =>
    at == null || !dated
      ? {}
      : { [`${name}Date`]: typedDate(civilDateAt(at)), [`${name}Time`]: wallTimeAt(at) };
  return {
    errors: {},
    values: {
      courseId: plan.courseId,
      mode: plan.mode,
      venueId: [plan.venueId, plan.roomId].filter(Boolean).join("/"),
      joiningLink: plan.joiningLink ?? "",
      capacity: String(plan.capacity),
      onlineCapacity: plan.onlineCapacity == null ? "" : String(plan.onlineCapacity),
      minimum: plan.minimum == null ? "" : String(plan.minimum),
      ...Object.fromEntries(
        plan.meetings.flatMap((meeting, index) => [
          [`date-${index + 1}`, dated ? typedDate(meeting.date) : ""],
          [`start-${index + 1}`, meeting.startTime],
          [`end-${index + 1}`, meeting.endTime],
        ]),
      ),
      ...moment("opens", plan.opensAt),
      ...(closesWithStart ? {} : moment("closes", plan.bookingClosesAt)),
      ...(dated && plan.decideBy != null ? { decideDate: typedDate(civilDateAt(plan.decideBy)) } : {}),
    },
  };
}

/** What each field of a plan says, by the name that the sessions room gives it. */
export function planInWords(
  plan: Omit<SessionPlan, "courseId" | "status">,
  venues: ListedVenue[],
): Record<string, string> {
  const venue = venues.find((listed) => listed.id === plan.venueId);
  const room = venue?.rooms.find((listed) => listed.id === plan.roomId);
  const moment = (at: number | null | undefined, none: string) => (at == null ? none : longDateTimeAt(at));
  return {
    meetings: plan.meetings.map(meetingTime).join("; "),
    "how it takes place": modeInWords[plan.mode],
    venue: venue?.name ?? "None",
    room: room?.name ?? "None",
    "joining link": plan.joiningLink ?? "None",
    places: String(plan.capacity),
    "places online": plan.onlineCapacity == null ? "None" : String(plan.onlineCapacity),
    minimum: plan.minimum == null ? "None" : counted(plan.minimum, "person", "people"),
    "day to decide": moment(plan.decideBy, "None"),
    "opening of booking": moment(plan.opensAt, "With publication"),
    "close of booking": moment(plan.bookingClosesAt, ""),
  };
}
