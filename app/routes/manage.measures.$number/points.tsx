// The figures of a practice measure, month by month, and the form that adds a month or puts one right.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { monthInWords } from "~/domain/impact/wording";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { MeasurePage } from "./route";

const months = Array.from({ length: 12 }, (_, index) => {
  const value = String(index + 1).padStart(2, "0");
  return { value, label: monthInWords(`2026-${value}`).replace(/ .*/, "") };
});

export function Points({ page, form }: { page: MeasurePage; form: FormState | undefined }) {
  const { measure, changing } = page;
  const percent = measure.unit.startsWith("%") ? "%" : "";
  const figure = (value: number | null, unit = percent) =>
    value === null ? "Not recorded" : `${value}${unit}`;
  return (
    <>
      <h2 className="govuk-heading-m">Figures</h2>
      {measure.points.length === 0 ? (
        <p className="govuk-body">No figures have been entered yet.</p>
      ) : (
        <Table
          caption={`${measure.unit}, month by month`}
          captionSize="s"
          columns={[
            { key: "month", heading: "Month" },
            { key: "target", heading: "Target", numeric: true },
            { key: "outcome", heading: "Outcome", numeric: true },
            { key: "cases", heading: "Cases looked at", numeric: true },
            { key: "change", heading: "Change", headingHidden: true },
          ]}
          rows={measure.points.map((point) => ({
            id: point.period,
            cells: {
              month: monthInWords(point.period),
              target: figure(point.target),
              outcome: figure(point.outcome),
              cases: figure(point.cases, ""),
              change: (
                <a
                  className="govuk-link"
                  href={`${paths.manageMeasure(measure.number, { month: point.period })}#write`}
                >
                  Change<span className="govuk-visually-hidden"> {monthInWords(point.period)}</span>
                </a>
              ),
            },
          }))}
        />
      )}
      <h2 className="govuk-heading-m" id="write">
        {changing ? `Put ${monthInWords(changing.period)} right` : "Enter a month"}
      </h2>
      <form method="post" action={paths.manageMeasure(measure.number)} noValidate>
        <Select
          name="month"
          label="Month"
          placeholder="Select a month"
          items={months}
          initial={changing?.period.slice(5)}
          form={form}
        />
        <TextField
          name="year"
          label="Year"
          inputMode="numeric"
          width={4}
          initial={changing?.period.slice(0, 4)}
          form={form}
        />
        <TextField
          name="target"
          label="Target"
          hint="Leave it blank if there is none."
          inputMode="decimal"
          width={5}
          suffix={percent || undefined}
          optional
          initial={changing?.target?.toString()}
          form={form}
        />
        <TextField
          name="outcome"
          label="Outcome"
          hint="Leave it blank until it is known. Blank is not 0."
          inputMode="decimal"
          width={5}
          suffix={percent || undefined}
          optional
          initial={changing?.outcome?.toString()}
          form={form}
        />
        <TextField
          name="cases"
          label="Cases looked at"
          inputMode="numeric"
          width={5}
          optional
          initial={changing?.cases?.toString()}
          form={form}
        />
        <Select
          name="because"
          label="Why a recorded figure is put right"
          hint="Only if the month has another figure already. Both are kept in the audit trail."
          placeholder="No figure is put right"
          items={[
            { value: "mistyped", label: "It was mistyped" },
            { value: "the source was put right", label: "The source was put right" },
            { value: "audited again", label: "The cases were looked at again" },
          ]}
          optional
          form={form}
        />
        <SubmitButton name="intent" value="write">
          Save figures
        </SubmitButton>
      </form>
    </>
  );
}
