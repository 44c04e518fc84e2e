// The calendar's filters: applied with a button, folded away until they are wanted. Those in force stand as words above the
// month, so that on a phone the training comes first.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { OfferFilterFields } from "~/web/offer-filter-fields";
import { paths } from "~/web/paths";
import type { CalendarPage } from "./page-data.server";

export function Filters({ typed, boards, themes }: Pick<CalendarPage, "typed" | "boards" | "themes">) {
  return (
    <Details summary="Show only some training" className="app-no-print">
      <form method="get" action={paths.calendar()}>
        {typed.month && <input type="hidden" name="month" value={typed.month} />}
        {typed.view && <input type="hidden" name="view" value={typed.view} />}
        <OfferFilterFields typed={typed} boards={boards} themes={themes} />
        <SubmitButton variant="secondary">Apply filters</SubmitButton>
      </form>
    </Details>
  );
}
