// The catalogue's filters as they stand in the address.
import type { OfferFilters } from "~/domain/bookings/bookings.server";
import { modeInWords, type PlaceMode } from "~/domain/sessions/sessions";
import { isCivilDate } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";

const isPlaceMode = (text: string): text is PlaceMode => text === "in person" || text === "online";

const names = ["q", "board", "theme", "mode", "from", "to"] as const;

/** What was typed, blank fields left out. */
export type TypedFilters = Partial<Record<(typeof names)[number], string>>;

/** Reads an address; a date or mode that is not one is shown again but does not filter. */
export function readFilters(query: URLSearchParams): {
  filters: OfferFilters;
  typed: TypedFilters;
  page: number;
} {
  const typed: TypedFilters = {};
  for (const name of names) {
    const value = query.get(name)?.trim().slice(0, 100);
    if (value) typed[name] = value;
  }
  const date = (value: string | undefined) => (value && isCivilDate(value) ? value : undefined);
  const mode = typed.mode && isPlaceMode(typed.mode) ? typed.mode : undefined;
  return {
    filters: {
      q: typed.q,
      board: typed.board,
      theme: typed.theme,
      mode,
      from: date(typed.from),
      to: date(typed.to),
    },
    typed,
    page: Number(query.get("page")) || 1,
  };
}

export const addressWith = (typed: TypedFilters, change: Record<string, string | undefined>) =>
  paths.courses({ ...typed, ...change });

/** Each filter in force, with the address without it. */
export function filtersInWords(
  typed: TypedFilters,
  boards: { code: string; name: string }[],
  themes: { slug: string; name: string }[],
): { label: string; href: string }[] {
  const words: Record<keyof TypedFilters, (value: string) => string> = {
    q: (value) => `“${value}”`,
    board: (value) => boards.find((board) => board.code === value)?.name ?? value,
    theme: (value) => themes.find((theme) => theme.slug === value)?.name ?? value,
    mode: (value) => (isPlaceMode(value) ? modeInWords[value] : value),
    from: (value) => `From ${isCivilDate(value) ? plainDate(value) : value}`,
    to: (value) => `Until ${isCivilDate(value) ? plainDate(value) : value}`,
  };
  return names.flatMap((name) => {
    const value = typed[name];
    return value ? [{ label: words[name](value), href: addressWith(typed, { [name]: undefined }) }] : [];
  });
}
