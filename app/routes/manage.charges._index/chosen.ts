// The filters in force as words, each with the list without it.
import { isChargeState, stateInWords } from "~/domain/charges/charges";
import { isCivilDate } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import type { TypedChargeFilters } from "~/web/charge-filters";
import { paths } from "~/web/paths";

type Named = { id: string; name: string }[];

const dayInWords = (text: string) => (isCivilDate(text) ? plainDate(text) : text);
const nameOf = (list: Named, id: string) => list.find((one) => one.id === id)?.name ?? id;

export function filtersInWords(typed: TypedChargeFilters, agencies: Named, boards: Named) {
  const words: Record<keyof TypedChargeFilters, (value: string) => string> = {
    state: (state) => (isChargeState(state) ? stateInWords[state] : state),
    agency: (id) => nameOf(agencies, id),
    board: (code) => nameOf(boards, code),
    from: (day) => `From ${dayInWords(day)}`,
    to: (day) => `To ${dayInWords(day)}`,
  };
  return Object.entries(typed).map(([name, value]) => ({
    label: words[name as keyof TypedChargeFilters](value),
    href: paths.manageCharges({ ...typed, [name]: undefined }),
  }));
}
