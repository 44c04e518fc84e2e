// The calendar's address: which month, how it is laid out, and which filters are in force.
import type { CalendarFilters } from "~/domain/bookings/bookings.server";
import { modeInWords, type PlaceMode } from "~/domain/sessions/sessions";
import { type Month, readMonth } from "./calendar-month";
import { paths } from "./paths";

const placeModes: readonly PlaceMode[] = ["in person", "online"];

const names = ["board", "theme", "mode"] as const;

export type CalendarView = "month" | "list";

/** What the address says; a blank one is left out. */
export type TypedCalendar = Partial<Record<(typeof names)[number] | "month" | "view", string>>;

/** What can be chosen, with its names. */
type Choices = { boards: { code: string; name: string }[]; themes: { slug: string; name: string }[] };

/**
 * What is none of the choices, such as a theme that is gone since somebody kept the address, does not filter and is not
 * shown as if it did; a month that is none is null.
 */
export function readCalendar(
  query: URLSearchParams,
  { boards, themes }: Choices,
): {
  typed: TypedCalendar;
  month: Month | null;
  view: CalendarView;
  filters: CalendarFilters;
} {
  const given = (name: (typeof names)[number]) => query.get(name)?.trim();
  const board = boards.find(({ code }) => code === given("board"))?.code;
  const theme = themes.find(({ slug }) => slug === given("theme"))?.slug;
  const mode = placeModes.find((one) => one === given("mode"));
  const typed: TypedCalendar = { ...(board && { board }), ...(theme && { theme }), ...(mode && { mode }) };
  const month = readMonth(query.get("month"));
  const view = query.get("view") === "list" ? "list" : "month";
  if (month) typed.month = month;
  if (view === "list") typed.view = view;
  return {
    typed,
    month,
    view,
    filters: { board, theme, mode },
  };
}

export const calendarWith = (typed: TypedCalendar, change: TypedCalendar) =>
  paths.calendar({ ...typed, ...change });

/** The calendar without any filter, in the same month and layout. */
export const calendarWithout = ({ month, view }: TypedCalendar) => paths.calendar({ month, view });

/** Each filter in force, with the address without it. */
export function calendarFiltersInWords(
  typed: TypedCalendar,
  { boards, themes }: Choices,
): { label: string; href: string }[] {
  const mode = placeModes.find((one) => one === typed.mode);
  const labels: Record<(typeof names)[number], string | undefined> = {
    board: boards.find(({ code }) => code === typed.board)?.name,
    theme: themes.find(({ slug }) => slug === typed.theme)?.name,
    mode: mode && modeInWords[mode],
  };
  return names.flatMap((name) => {
    const label = labels[name];
    return label ? [{ label, href: calendarWith(typed, { [name]: undefined }) }] : [];
  });
}
