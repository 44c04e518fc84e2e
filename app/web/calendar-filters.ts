// The calendar's address: which month, how it is laid out, and which filters are in force.
import type { CalendarFilters } from "~/domain/bookings/bookings.server";
import { modeInWords, type PlaceMode } from "~/domain/sessions/sessions";
import { type Month, readMonth } from "./calendar-month";
import { paths } from "./paths";

const isPlaceMode = (text: string): text is PlaceMode => text === "in person" || text === "online";

const names = ["board", "theme", "mode"] as const;

export type CalendarView = "month" | "list";

/** What the address says; a blank one is left out. */
export type TypedCalendar = Partial<Record<(typeof names)[number] | "month" | "view", string>>;

/** A mode that is none is shown again but does not filter; a month that is none is null. */
export function readCalendar(query: URLSearchParams): {
  typed: TypedCalendar;
  month: Month | null;
  view: CalendarView;
  filters: CalendarFilters;
} {
  const typed: TypedCalendar = {};
  for (const name of names) {
    const value = query.get(name)?.trim().slice(0, 100);
    if (value) typed[name] = value;
  }
  const month = readMonth(query.get("month"));
  const view = query.get("view") === "list" ? "list" : "month";
  if (month) typed.month = month;
  if (view === "list") typed.view = view;
  return {
    typed,
    month,
    view,
    filters: {
      board: typed.board,
      theme: typed.theme,
      mode: typed.mode && isPlaceMode(typed.mode) ? typed.mode : undefined,
    },
  };
}

export const calendarWith = (typed: TypedCalendar, change: TypedCalendar) =>
  paths.calendar({ ...typed, ...change });

/** The calendar without any filter, in the same month and layout. */
export const calendarWithout = ({ month, view }: TypedCalendar) => paths.calendar({ month, view });

/** Each filter in force, with the address without it. */
export function calendarFiltersInWords(
  typed: TypedCalendar,
  boards: { code: string; name: string }[],
  themes: { slug: string; name: string }[],
): { label: string; href: string }[] {
  const words: Record<(typeof names)[number], (value: string) => string> = {
    board: (value) => boards.find((board) => board.code === value)?.name ?? value,
    theme: (value) => themes.find((theme) => theme.slug === value)?.name ?? value,
    mode: (value) => (isPlaceMode(value) ? modeInWords[value] : value),
  };
  return names.flatMap((name) => {
    const value = typed[name];
    return value ? [{ label: words[name](value), href: calendarWith(typed, { [name]: undefined }) }] : [];
  });
}
