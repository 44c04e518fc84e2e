// The calendar's address: which month, how it is laid out, and which filters are in force.
import type { CalendarFilters } from "~/domain/bookings/bookings.server";
import { type Month, readMonth } from "./calendar-month";
import {
  filtersInForce,
  type OfferChoices,
  offerFilterLabels,
  readOfferFilters,
  type TypedOfferFilters,
  typedOf,
} from "./offer-filters";
import { paths } from "./paths";

export type CalendarView = "month" | "list";

/** What the address says; a blank one is left out. */
export type TypedCalendar = TypedOfferFilters & Partial<Record<"month" | "view", string>>;

/** A month that is none is null. */
export function readCalendar(
  query: URLSearchParams,
  choices: OfferChoices,
): {
  typed: TypedCalendar;
  month: Month | null;
  view: CalendarView;
  filters: CalendarFilters;
} {
  const filters = readOfferFilters(query, choices);
  const month = readMonth(query.get("month"));
  const view = query.get("view") === "list" ? "list" : "month";
  const layout = { month: month ?? undefined, view: view === "list" ? view : undefined };
  return { typed: typedOf({ ...filters, ...layout }), month, view, filters };
}

export const calendarWith = (typed: TypedCalendar, change: TypedCalendar) =>
  paths.calendar({ ...typed, ...change });

/** The calendar without any filter, in the same month and layout. */
export const calendarWithout = ({ month, view }: TypedCalendar) => paths.calendar({ month, view });

/** Each filter in force, with the address without it. */
export const calendarFiltersInWords = (typed: TypedCalendar, choices: OfferChoices) =>
  filtersInForce(["board", "theme", "mode"], offerFilterLabels(typed, choices), (name) =>
    calendarWith(typed, { [name]: undefined }),
  );
