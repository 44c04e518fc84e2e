// The filters of the list of people as they stand in an address; the page and its download read them alike.
import type { PeopleFilter } from "~/domain/accounts/accounts.server";
import { isGivenRole, isUnsettled } from "./people-words";

export const peopleFilterNames = ["q", "agency", "role", "standing", "left"] as const;

/** What was typed or chosen, blank fields left out. */
export type TypedPeopleFilters = Partial<Record<(typeof peopleFilterNames)[number], string>>;

/** Reads an address; what is none of the choices does not filter, and is not shown as if it did. */
export function readPeopleFilters(query: URLSearchParams): {
  filter: PeopleFilter;
  typed: TypedPeopleFilters;
} {
  const given = (name: (typeof peopleFilterNames)[number]) =>
    query.get(name)?.trim().slice(0, 100) || undefined;
  const one = <Choice extends string>(text: string | undefined, is: (text: string) => text is Choice) =>
    text !== undefined && is(text) ? text : undefined;
  const q = given("q");
  const agencyId = given("agency");
  const role = one(given("role"), isGivenRole);
  const standing = one(given("standing"), isUnsettled);
  const left = one(given("left"), (text): text is "left" | "either" => text === "left" || text === "either");
  const all: TypedPeopleFilters = { q, agency: agencyId, role, standing, left };
  return {
    filter: { q, agencyId, role, standing, left },
    typed: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  };
}
