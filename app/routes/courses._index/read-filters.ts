// The catalogue's filters as they stand in the address.
import type { OfferFilters } from "~/domain/bookings/bookings.server";
import { isCivilDate } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import {
  filtersInForce,
  type OfferChoices,
  offerFilterLabels,
  readOfferFilters,
  typedOf,
} from "~/web/offer-filters";
import { paths } from "~/web/paths";

const names = ["q", "board", "theme", "mode", "from", "to"] as const;

/** What was typed, blank fields left out. */
export type TypedFilters = Partial<Record<(typeof names)[number], string>>;

/** What is no date does not filter, and is not shown as if it did. */
export function readFilters(
  query: URLSearchParams,
  choices: OfferChoices,
): {
  filters: OfferFilters;
  typed: TypedFilters;
  page: number;
} {
  const given = (name: "q" | "from" | "to") => query.get(name)?.trim().slice(0, 100) || undefined;
  const dateIn = (name: "from" | "to") => {
    const date = given(name);
    return date && isCivilDate(date) ? date : undefined;
  };
  const filters = {
    q: given("q"),
    ...readOfferFilters(query, choices),
    from: dateIn("from"),
    to: dateIn("to"),
  };
  return { filters, typed: typedOf(filters), page: Number(query.get("page")) || 1 };
}

export const addressWith = (typed: TypedFilters, change: Record<string, string | undefined>) =>
  paths.courses({ ...typed, ...change });

/** Each filter in force, with the address without it. */
export const filtersInWords = (typed: TypedFilters, choices: OfferChoices) =>
  filtersInForce(
    names,
    {
      ...offerFilterLabels(typed, choices),
      q: typed.q && `“${typed.q}”`,
      from: typed.from && `From ${plainDate(typed.from)}`,
      to: typed.to && `Until ${plainDate(typed.to)}`,
    },
    (name) => addressWith(typed, { [name]: undefined }),
  );
