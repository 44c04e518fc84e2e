// The filter form: by month, course, board, venue and how things stand; applied with a button.
import { Details } from "~/components/details";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { addMonths } from "~/shared/civil-time";
import { monthInWords } from "~/shared/format";
import { paths } from "~/web/paths";
import { statusInWords } from "~/web/programme-filters";
import type { ProgrammePage } from "./route";

/** From half a year ago to a year ahead, and the month that is chosen. */
function monthsAround(today: string, chosen: string | undefined): string[] {
  const months = Array.from({ length: 19 }, (_, index) => addMonths(today, index - 6).slice(0, 7));
  return chosen && !months.includes(chosen) ? [...months, chosen].sort() : months;
}

export function Filters({ page }: { page: ProgrammePage }) {
  const { typed } = page;
  const named = (items: { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="get" action={paths.manageSessions()} className="app-filter-form">
      <Select
        name="month"
        label="Month"
        initial={typed.month}
        placeholder="Any month"
        items={monthsAround(page.today, typed.month).map((month) => ({
          value: month,
          label: monthInWords(month),
        }))}
      />
      <Details
        summary="More filters"
        open={Boolean(typed.course || typed.board || typed.venue || typed.status)}
      >
        <Select
          name="course"
          label="Course"
          initial={typed.course}
          placeholder="All courses"
          items={named(page.courses)}
        />
        <Select
          name="board"
          label="Board"
          initial={typed.board}
          placeholder="All boards"
          items={named(page.boards)}
        />
        <Select
          name="venue"
          label="Venue"
          initial={typed.venue}
          placeholder="Anywhere"
          items={[{ value: "online", label: "Online" }, ...named(page.venues)]}
        />
        <Select
          name="status"
          label="Status"
          initial={typed.status}
          placeholder={typed.month ? "All but cancelled" : "Still to come"}
          items={Object.entries(statusInWords).map(([value, label]) => ({ value, label }))}
        />
      </Details>
      {typed.sort && <input type="hidden" name="sort" value={typed.sort} />}
      {typed.order && <input type="hidden" name="order" value={typed.order} />}
      <SubmitButton variant="secondary">Apply filters</SubmitButton>
    </form>
  );
}
