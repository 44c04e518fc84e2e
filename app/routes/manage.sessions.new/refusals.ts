// Where each refusal of the schedule is told, and in which words.
import type { ScheduleRefusal } from "~/domain/sessions/sessions.server";

export const refusalAtField: Record<ScheduleRefusal, Record<string, string>> = {
  "no such course": { courseId: "Select a course from the list" },
  "no such venue": { venueId: "Select a venue from the list" },
  "no places": { capacity: "Enter the number of places, 1 or more" },
  "starts in the past": { "date-1": "Enter a start that is still to come" },
  "no meetings": { "date-1": "Enter the date of meeting 1" },
  "not a date": { "date-1": "Enter real dates and times for every meeting" },
  "ends before it starts": { "end-1": "Enter an end of each meeting that is after its start" },
  "meetings overlap": { "date-2": "Enter meetings that do not overlap: one starts before another has ended" },
  "booking closes after the start": {
    closesDate: "Enter a date for booking to close that is before the first meeting starts",
  },
};
