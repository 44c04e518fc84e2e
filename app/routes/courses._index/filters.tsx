// The filter form: applied with a button, folded away on a phone until it is wanted.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { modeInWords } from "~/domain/sessions/sessions";
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
        <Select
          name="board"
          label="Board"
          initial={typed.board}
          placeholder="All boards"
          items={boards.map((board) => ({ value: board.code, label: board.name }))}
        />
        <Select
          name="theme"
          label="Theme"
          initial={typed.theme}
          placeholder="All themes"
          items={themes.map((theme) => ({ value: theme.slug, label: theme.name }))}
        />
        <Radios
          name="mode"
          label="How"
          initial={typed.mode ?? ""}
          small
          items={[
            { value: "", label: "Either" },
            { value: "in person", label: modeInWords["in person"] },
            { value: "online", label: modeInWords.online },
          ]}
        />
        <TextField name="from" label="From" type="date" initial={typed.from} />
        <TextField name="to" label="Until" type="date" initial={typed.to} />
      </Details>
      <SubmitButton variant="secondary">Apply filters</SubmitButton>
    </form>
  );
}
