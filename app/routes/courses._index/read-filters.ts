// The catalogue's filters as they stand in the address.
import type { OfferFilters } from "~/domain/bookings/bookings.server";
import { modeInWords, type PlaceMode } from "~/domain/sessions/sessions";
import { isCivilDate } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";

const placeModes: readonly PlaceMode[] = ["in person", "online"];

const names = ["q", "board", "theme", "mode", "from", "to"] as const;

/** What was typed, blank fields left out. */
export type TypedFilters = Partial<Record<(typeof names)[number], string>>;

/** What can be chosen, with its names. */
type Choices = { boards: { code: string; name: string }[]; themes: { slug: string; name: string }[] };

/**
 * What is none of the choices and no date, such as a theme that is gone since somebody kept the address, does not filter
 * and is not shown as if it did.
 */
export function readFilters(
  query: URLSearchParams,
  { boards, themes }: Choices,
): {
  filters: OfferFilters;
  typed: TypedFilters;
  page: number;
} {
  const given = (name: (typeof names)[number]) => query.get(name)?.trim().slice(0, 100) || undefined;
  const dateIn = (name: "from" | "to") => {
    const date = given(name);
    return date && isCivilDate(date) ? date : undefined;
  };
  const filters = {
    q: given("q"),
    board: boards.find(({ code }) => code === given("board"))?.code,
    theme: themes.find(({ slug }) => slug === given("theme"))?.slug,
    mode: placeModes.find((one) => one === given("mode")),
    from: dateIn("from"),
    to: dateIn("to"),
  };
  return {
    filters,
    typed: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    page: Number(query.get("page")) || 1,
  };
}

export const addressWith = (typed: TypedFilters, change: Record<string, string | undefined>) =>
  paths.courses({ ...typed, ...change });

/** Each filter in force, with the address without it. */
export function filtersInWords(
  typed: TypedFilters,
  { boards, themes }: Choices,
): { label: string; href: string }[] {
  const mode = placeModes.find((one) => one === typed.mode);
  const labels: Record<keyof TypedFilters, string | undefined> = {
    q: typed.q && `“${typed.q}”`,
    board: boards.find(({ code }) => code === typed.board)?.name,
    theme: themes.find(({ slug }) => slug === typed.theme)?.name,
    mode: mode && modeInWords[mode],
    from: typed.from && `From ${plainDate(typed.from)}`,
    to: typed.to && `Until ${plainDate(typed.to)}`,
  };
  return names.flatMap((name) => {
    const label = labels[name];
    return label ? [{ label, href: addressWith(typed, { [name]: undefined }) }] : [];
  });
}
