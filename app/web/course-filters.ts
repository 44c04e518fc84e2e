// The filters of the list of courses as they stand in an address; the page and its download read them alike.
import { courseSorts } from "~/domain/catalogue/catalogue";
import type { ManagedCourseFilter } from "~/domain/catalogue/catalogue.server";

export const courseFilterNames = ["q", "board", "theme", "offered"] as const;

/** What was typed or chosen, blank fields left out; `sort` only where it is not by title. */
export type TypedCourseFilters = Partial<Record<(typeof courseFilterNames)[number] | "sort", string>>;

/** Reads an address; what is none of the choices does not filter, and is not shown as if it did. */
export function readCourseFilters(query: URLSearchParams): {
  filter: ManagedCourseFilter;
  typed: TypedCourseFilters;
} {
  const given = (name: string) => query.get(name)?.trim().slice(0, 100) || undefined;
  const offered = (["yes", "no"] as const).find((one) => one === given("offered"));
  const sort = courseSorts.find((one) => one === given("sort"));
  const filter = { q: given("q"), board: given("board"), theme: given("theme"), offered, sort };
  const shown = { ...filter, sort: sort === "title" ? undefined : sort };
  return {
    filter,
    typed: Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)),
  };
}
