// Another reporting year: a plain form, since figures come in fixed slices only.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";

export function YearChoice({ action, years, chosen }: { action: string; years: string[]; chosen: string }) {
  if (years.length < 2) return null;
  return (
    <form method="get" action={action} className="app-year-choice">
      <Select
        name="year"
        label="Reporting year (April to March)"
        initial={chosen}
        items={years.map((year) => ({ value: year, label: year }))}
      />
      <SubmitButton variant="secondary">Show</SubmitButton>
    </form>
  );
}
