// Which bookings: by course, by what has become of them, and by date.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { paths } from "~/web/paths";
import type { TypedTeamFilters } from "~/web/team-booking-filters";
import { stateToComeInWords } from "~/web/team-words";

type FiltersProps = { typed: TypedTeamFilters; courses: { id: string; title: string }[] };

export function Filters({ typed, courses }: FiltersProps) {
  return (
    <form method="get" action={paths.teamBookings()} className="app-filter-form">
      <Select
        name="course"
        label="Course"
        initial={typed.course}
        placeholder="All courses"
        items={courses.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        name="state"
        label="Place"
        initial={typed.state}
        placeholder="All"
        items={Object.entries(stateToComeInWords).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="from" label="From" type="date" width={10} initial={typed.from} />
      <TextField name="to" label="Until" type="date" width={10} initial={typed.to} />
      <SubmitButton variant="secondary">Apply filters</SubmitButton>
    </form>
  );
}
