// The filters of an agency's bookings as an address has them, and what they ask for.
import type { TeamBookingFilter } from "~/domain/bookings/bookings.server";
import { addDays, isCivilDate, startOfDay } from "~/shared/civil-time";
import { isStateToCome } from "./team-words";

export type TypedTeamFilters = { course: string; state: string; from: string; to: string };

/** Dates as a browser's date field writes them; anything else asks for nothing. */
export function readTeamFilters(query: URLSearchParams): {
  filter: TeamBookingFilter;
  typed: TypedTeamFilters;
} {
  const date = (name: string) => {
    const text = query.get(name) ?? "";
    return isCivilDate(text) ? text : "";
  };
  const state = query.get("state") ?? "";
  const typed = {
    course: query.get("course")?.slice(0, 60) ?? "",
    state: isStateToCome(state) ? state : "",
    from: date("from"),
    to: date("to"),
  };
  return {
    typed,
    filter: {
      courseId: typed.course || undefined,
      states: isStateToCome(typed.state) ? [typed.state] : undefined,
      from: typed.from ? startOfDay(typed.from) : undefined,
      before: typed.to ? startOfDay(addDays(typed.to, 1)) : undefined,
    },
  };
}
