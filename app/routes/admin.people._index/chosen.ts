// The filters in force, in words, each with the address without it.
import { paths } from "~/web/paths";
import { peopleFilterNames, type TypedPeopleFilters } from "~/web/people-filters";
import { isGivenRole, isUnsettled, roleInWords, standingInWords } from "~/web/people-words";

export function filtersInWords(
  typed: TypedPeopleFilters,
  agencies: { id: string; name: string }[],
): { label: string; href: string }[] {
  const words: Record<keyof TypedPeopleFilters, (value: string) => string> = {
    q: (value) => `“${value}”`,
    agency: (value) => agencies.find(({ id }) => id === value)?.name ?? value,
    role: (value) => (isGivenRole(value) ? roleInWords[value] : value),
    standing: (value) => (isUnsettled(value) ? standingInWords[value] : value),
    left: (value) => (value === "left" ? "Left" : "Here or left"),
  };
  return peopleFilterNames.flatMap((name) => {
    const value = typed[name];
    if (!value) return [];
    return [{ label: words[name](value), href: paths.adminPeople({ ...typed, [name]: undefined }) }];
  });
}
