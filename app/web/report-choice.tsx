// Another part of the offer, or another time: a plain form with fixed choices, since figures are never filtered freely.
import { Details } from "~/components/details";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";

export type Choice = { value: string; label: string };

type ReportChoiceProps = {
  action: string;
  /** Left out where the page is about one thing only. */
  parts?: { choices: Choice[]; chosen: string };
  times: { choices: Choice[]; chosen: string };
};

export function ReportChoice({ action, parts, times }: ReportChoiceProps) {
  return (
    <Details
      className="app-no-print app-report-choice"
      summary={parts ? "Show another part or another time" : "Show another time"}
    >
      <form method="get" action={action}>
        {parts && (
          <Select
            name="about"
            label="What"
            hint="The whole partnership, a board, a theme or priority, or an agency. Courses have pages of their own, below."
            initial={parts.chosen}
            items={parts.choices}
          />
        )}
        <Select
          name="when"
          label="When"
          hint="Reporting years run from April to March."
          initial={times.chosen}
          items={times.choices}
        />
        <SubmitButton variant="secondary">Show</SubmitButton>
      </form>
    </Details>
  );
}
