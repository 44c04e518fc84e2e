// Approves someone in the pool for a course until a day; doing it again moves the day.
import { DateField } from "~/components/date-field";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import type { PoolPage } from "./route";

export function ApproveForm({ page, form }: { page: PoolPage; form?: FormState }) {
  const { pool, courses, chosen, today } = page;
  const staying = pool.filter((trainer) => trainer.leftOn === null || trainer.leftOn >= today);
  if (staying.length === 0) return null;
  return (
    <section id="approve">
      <form method="post" action="/manage/trainers" noValidate>
        <h2 className="govuk-heading-m">Approve someone for a course</h2>
        <Select
          name="personId"
          label="Trainer"
          placeholder="Select a trainer"
          initial={chosen}
          items={staying.map((trainer) => ({
            value: trainer.personId,
            label: `${trainer.name}, ${trainer.agencyName}`,
          }))}
          form={form}
        />
        <Select
          name="courseId"
          label="Course"
          placeholder="Select a course"
          items={courses.map((course) => ({ value: course.id, label: course.title }))}
          form={form}
        />
        <DateField
          name="until"
          label="Last day of the approval"
          hint="They may still teach on this day. Approving again for the same course replaces the day."
          form={form}
        />
        <SubmitButton name="intent" value="approve">
          Approve
        </SubmitButton>
      </form>
    </section>
  );
}
