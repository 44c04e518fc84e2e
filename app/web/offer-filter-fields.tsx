// The fields by which the offer is filtered, in the catalogue and in the calendar alike.
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { modeInWords } from "~/domain/sessions/sessions";
import type { OfferChoices, TypedOfferFilters } from "./offer-filters";

type OfferFilterFieldsProps = OfferChoices & { typed: TypedOfferFilters };

export function OfferFilterFields({ typed, boards, themes }: OfferFilterFieldsProps) {
  return (
    <>
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
    </>
  );
}
