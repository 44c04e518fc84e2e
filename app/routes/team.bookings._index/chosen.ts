// The filters in force, in words, each with the list without it.
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { TypedTeamFilters } from "~/web/team-booking-filters";
import { isStateToCome, stateToComeInWords } from "~/web/team-words";

export function filtersInWords(
  typed: TypedTeamFilters,
  courses: { id: string; title: string }[],
): { label: string; href: string }[] {
  const words: Record<keyof TypedTeamFilters, string> = {
    course: courses.find(({ id }) => id === typed.course)?.title ?? "One course",
    state: isStateToCome(typed.state) ? stateToComeInWords[typed.state] : "",
    from: typed.from && `From ${plainDate(typed.from)}`,
    to: typed.to && `Until ${plainDate(typed.to)}`,
  };
  return (["course", "state", "from", "to"] as const)
    .filter((name) => typed[name])
    .map((name) => ({ label: words[name], href: paths.teamBookings({ ...typed, [name]: undefined }) }));
}
