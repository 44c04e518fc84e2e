// The search form: a name or address, and what people are; applied with a button.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { paths } from "~/web/paths";
import type { TypedPeopleFilters } from "~/web/people-filters";
import { givenRoles, roleInWords, standingInWords } from "~/web/people-words";

type FiltersProps = { typed: TypedPeopleFilters; agencies: { id: string; name: string }[] };

export function Filters({ typed, agencies }: FiltersProps) {
  return (
    <form method="get" action={paths.adminPeople()} className="app-filter-form">
      <TextField
        name="q"
        label="Name or email address"
        hint="Part of either will do"
        initial={typed.q}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
      />
      <Details
        summary="More filters"
        open={Boolean(typed.agency || typed.role || typed.standing || typed.left)}
      >
        <Select
          name="agency"
          label="Agency"
          initial={typed.agency}
          placeholder="All agencies"
          items={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="role"
          label="Role"
          initial={typed.role}
          placeholder="Any role or none"
          items={givenRoles.map((role) => ({ value: role, label: roleInWords[role] }))}
        />
        <Select
          name="standing"
          label="Agency confirmed?"
          initial={typed.standing}
          placeholder="Either"
          items={Object.entries(standingInWords).map(([value, label]) => ({ value, label }))}
        />
        <Radios
          name="left"
          label="Here or left"
          initial={typed.left ?? ""}
          small
          items={[
            { value: "", label: "Here" },
            { value: "left", label: "Left" },
            { value: "either", label: "Either" },
          ]}
        />
      </Details>
      <SubmitButton variant="secondary">Search</SubmitButton>
    </form>
  );
}
