// The search form: what became of charges, whose they are, and when they were made; applied with a button.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { chargeStates, stateInWords } from "~/domain/charges/charges";
import type { FormState } from "~/shared/form-state";
import type { TypedChargeFilters } from "~/web/charge-filters";
import { paths } from "~/web/paths";

type Named = { id: string; name: string }[];
type FiltersProps = { typed: TypedChargeFilters; agencies: Named; boards: Named; form?: FormState };

const itemsOf = (list: Named) => list.map(({ id, name }) => ({ value: id, label: name }));

export function Filters({ typed, agencies, boards, form }: FiltersProps) {
  return (
    <form method="get" action={paths.manageCharges()} className="app-filter-form" noValidate>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Select
            name="state"
            label="What became of it"
            initial={typed.state}
            placeholder="Anything"
            items={chargeStates.map((state) => ({ value: state, label: stateInWords[state] }))}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Select
            name="agency"
            label="Agency"
            initial={typed.agency}
            placeholder="All agencies"
            items={itemsOf(agencies)}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Select
            name="board"
            label="Board"
            initial={typed.board}
            placeholder="All boards"
            items={itemsOf(boards)}
          />
        </div>
      </div>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <TextField name="from" label="Made from" type="date" initial={typed.from} form={form} />
        </div>
        <div className="govuk-grid-column-one-third">
          <TextField name="to" label="Made until" type="date" initial={typed.to} form={form} />
        </div>
      </div>
      <SubmitButton variant="secondary">Search</SubmitButton>
    </form>
  );
}
