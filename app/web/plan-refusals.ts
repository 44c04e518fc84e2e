// Where each refusal of a plan is told, and in which words.
import type { ChangeRefusal, ScheduleRefusal } from "~/domain/sessions/sessions.server";
import { counted } from "~/shared/format";

export const refusalAtField: Record<ScheduleRefusal, Record<string, string>> = {
  "no such course": { courseId: "Select a course from the list" },
  "no such venue": { venueId: "Select a venue from the list" },
  "no such room": { venueId: "Select a room from the list" },
  "room too small": { venueId: "Select a room that holds as many people as there are places in it" },
  "no places": { capacity: "Enter the number of places, 1 or more" },
  "no places online": { onlineCapacity: "Enter how many can join online, 1 or more" },
  "minimum above places": { minimum: "Enter a number of people that is no more than the places" },
  "no day to decide": { decideDate: "Enter the day to decide, such as 17/11/2026" },
  "decided after the start": { decideDate: "Enter a day to decide that is before the first meeting starts" },
  "starts in the past": { "date-1": "Enter a start that is still to come" },
  "no meetings": { "date-1": "Enter the date of meeting 1" },
  "not a date": { "date-1": "Enter real dates and times for every meeting" },
  "ends before it starts": { "end-1": "Enter an end of each meeting that is after its start" },
  "meetings overlap": { "date-2": "Enter meetings that do not overlap: one starts before another has ended" },
  "booking closes after the start": {
    closesDate: "Enter a date for booking to close that is before the first meeting starts",
  },
  "booking opens after it closes": {
    opensDate: "Enter a date for booking to open that is before it closes",
  },
};

const atMeeting: Record<
  "session is over" | "meeting has begun" | "meetings taken out",
  Record<string, string>
> = {
  "session is over": { "": "This session is over or cancelled, so it cannot be changed" },
  "meeting has begun": { "date-1": "Keep the meetings that have begun as they are" },
  "meetings taken out": {
    "date-1": "Keep as many meetings as before: the session has begun",
  },
};

export function changeRefusalAtField(refusal: ChangeRefusal): Record<string, string> {
  if (refusal.why === "places taken") {
    const where = refusal.mode === "online" ? " online" : "";
    const taken = `${counted(refusal.taken, "place")}${where} ${refusal.taken === 1 ? "is" : "are"} taken`;
    return { capacity: `Enter at least ${refusal.taken}: ${taken}` };
  }
  if (refusal.why in atMeeting) return atMeeting[refusal.why as keyof typeof atMeeting];
  return refusalAtField[refusal.why as ScheduleRefusal];
}
