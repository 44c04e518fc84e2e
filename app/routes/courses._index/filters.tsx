// The filter form: applied with a button, folded away on a phone until it is wanted.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { OfferFilterFields } from "~/web/offer-filter-fields";
import { paths } from "~/web/paths";
import type { TypedFilters } from "./read-filters";

type FiltersProps = {
  typed: TypedFilters;
  boards: { code: string; name: string }[];
  themes: { slug: string; name: string }[];
};

export function Filters({ typed, boards, themes }: FiltersProps) {
  return (
    <form method="get" action={paths.courses()} className="app-filter-form">
      <TextField name="q" label="Search" initial={typed.q} type="search" />
      <Details
        summary="More filters"
        open={Boolean(typed.board || typed.theme || typed.mode || typed.from || typed.to)}
      >
        <OfferFilterFields typed={typed} boards={boards} themes={themes} />
        <TextField name="from" label="From" type="date" initial={typed.from} />
        <TextField name="to" label="Until" type="date" initial={typed.to} />
      </Details>
      <SubmitButton variant="secondary">Apply filters</SubmitButton>
    </form>
  );
}
