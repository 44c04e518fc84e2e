// What has to be done before the course: each with the way to drop it, and the form to ask for one more.
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { monthsInWords } from "~/domain/catalogue/catalogue";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { RulesPage } from "./route";

type Props = { page: RulesPage; form?: FormState };

const kindInWords = { course: "Course", competency: "Training in a competency", "e-learning": "E-learning" };

export function Prerequisites({ page, form }: Props) {
  const { slug, rules } = page;
  return (
    <>
      {rules.prerequisites.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">What has to be done first</h2>
          <p className="govuk-body">Nothing is asked for.</p>
        </>
      ) : (
        <form method="post" action={paths.manageBookingRules(slug)} noValidate>
          <Table
            caption="What has to be done first"
            columns={[
              { key: "name", heading: "Asked for" },
              { key: "kind", heading: "Kind" },
              { key: "within", heading: "How recently" },
              { key: "action", heading: "Action", headingHidden: true },
            ]}
            rows={rules.prerequisites.map((one) => ({
              id: one.id,
              cells: {
                name: one.name,
                kind: kindInWords[one.kind],
                within:
                  one.withinMonths === null
                    ? "At any time"
                    : `Within the last ${monthsInWords(one.withinMonths)}`,
                action: (
                  <SubmitButton name="end" value={one.id} variant="secondary" hidden={one.name}>
                    Remove
                  </SubmitButton>
                ),
              },
            }))}
          />
        </form>
      )}
      <AddOne page={page} form={form} />
    </>
  );
}

function AddOne({ page: { slug, courses, competencies }, form }: Props) {
  return (
    <form method="post" action={paths.manageBookingRules(slug)} noValidate>
      <Radios
        name="kind"
        label="Ask for one more thing first"
        labelSize="m"
        hint="People whose record here shows it can book at once. Others say how they have done it, and a coordinator looks."
        small
        items={[
          {
            value: "course",
            label: "Another course",
            reveal: (
              <Select
                name="requiredCourse"
                label="Course"
                placeholder="Select a course"
                items={courses.map((course) => ({ value: course.id, label: course.title }))}
                form={form}
              />
            ),
          },
          {
            value: "competency",
            label: "Training in a competency",
            hint: "Any course that teaches it counts",
            reveal: (
              <Select
                name="competency"
                label="Competency"
                placeholder="Select a competency"
                items={competencies.map(({ id, name }) => ({ value: id, label: name }))}
                form={form}
              />
            ),
          },
          {
            value: "e-learning",
            label: "E-learning",
            hint: "Kept elsewhere: we know only its name",
            reveal: <TextField name="eLearning" label="Name of the e-learning" form={form} />,
          },
        ]}
        form={form}
      />
      <TextField
        name="withinMonths"
        label="How recently?"
        hint="In months. Leave it blank if any time will do."
        width={3}
        suffix="months"
        inputMode="numeric"
        form={form}
      />
      <SubmitButton name="intent" value="prerequisite" variant="secondary">
        Ask for it
      </SubmitButton>
    </form>
  );
}
