// The calendar's filters: applied with a button, folded away until they are wanted.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { modeInWords } from "~/domain/sessions/sessions";
import { paths } from "~/web/paths";
import type { CalendarPage } from "./page-data.server";

export function Filters({ typed, boards, themes }: Pick<CalendarPage, "typed" | "boards" | "themes">) {
  return (
    <Details
      summary="Show only some training"
      open={Boolean(typed.board || typed.theme || typed.mode)}
      className="app-no-print"
    >
      <form method="get" action={paths.calendar()}>
        {typed.month && <input type="hidden" name="month" value={typed.month} />}
        {typed.view && <input type="hidden" name="view" value={typed.view} />}
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
        <SubmitButton variant="secondary">Apply filters</SubmitButton>
      </form>
    </Details>
  );
}
