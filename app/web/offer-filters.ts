// By what the offer is filtered, as it stands in an address: in the catalogue and in the calendar alike.
import { modeInWords, type PlaceMode } from "~/domain/sessions/sessions";

/** What can be chosen, with its names. */
export type OfferChoices = {
  boards: { code: string; name: string }[];
  themes: { slug: string; name: string }[];
};

const offerFilterNames = ["board", "theme", "mode"] as const;
/** What was chosen, as fields of a form. */
export type TypedOfferFilters = Partial<Record<(typeof offerFilterNames)[number], string>>;

const placeModes: readonly PlaceMode[] = ["in person", "online"];

/** What is none of the choices, such as a theme that is gone since somebody kept the address, does not filter. */
export const readOfferFilters = (query: URLSearchParams, { boards, themes }: OfferChoices) => {
  const given = (name: (typeof offerFilterNames)[number]) => query.get(name)?.trim();
  return {
    board: boards.find(({ code }) => code === given("board"))?.code,
    theme: themes.find(({ slug }) => slug === given("theme"))?.slug,
    mode: placeModes.find((one) => one === given("mode")),
  };
};

/** Only what filters, so that nothing else is shown as if it did. */
export const typedOf = <Name extends string>(filters: Record<Name, string | undefined>) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Partial<Record<Name, string>>;

export function offerFilterLabels(typed: TypedOfferFilters, { boards, themes }: OfferChoices) {
  const mode = placeModes.find((one) => one === typed.mode);
  return {
    board: boards.find(({ code }) => code === typed.board)?.name,
    theme: themes.find(({ slug }) => slug === typed.theme)?.name,
    mode: mode && modeInWords[mode],
  };
}

/** Each filter in force by its label, with the address without it. */
export const filtersInForce = <Name extends string>(
  names: readonly Name[],
  labels: Record<Name, string | undefined>,
  without: (name: Name) => string,
): { label: string; href: string }[] =>
  names.flatMap((name) => {
    const label = labels[name];
    return label ? [{ label, href: without(name) }] : [];
  });
