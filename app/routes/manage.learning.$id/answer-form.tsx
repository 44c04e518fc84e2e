// The answer: whether it counts, for what and until when, and a note to the person.
import { Checkboxes } from "~/components/checkboxes";
import { DateField } from "~/components/date-field";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { dateBoxesOf } from "~/web/date-boxes";
import { paths } from "~/web/paths";
import type { ReviewPage } from "./route";

export function AnswerForm({ page, form }: { page: ReviewPage; form?: FormState }) {
  const { learning, competencies, courses } = page;
  const before = { submitted: "", accepted: "accept", refused: "refuse" }[learning.state];
  return (
    <form method="post" action={paths.manageLearningOne(learning.id)} noValidate>
      <h2 className="govuk-heading-l">Your answer</h2>
      <input type="hidden" name="seenState" value={learning.state} />
      <input type="hidden" name="seenAt" value={learning.submittedAt} />
      <Radios
        name="answer"
        label="Does it count?"
        initial={before}
        items={[
          { value: "accept", label: "Yes" },
          { value: "refuse", label: "No, send it back with a note" },
        ]}
        form={form}
      />
      {competencies.length > 0 && (
        <Checkboxes
          name="competencies"
          label="What it counts for"
          hint="They ticked what is ticked here. Change it if you see it differently."
          small
          optional
          initial={learning.competencies.map(({ id }) => id)}
          items={competencies.map(({ id, name }) => ({ value: id, label: name }))}
          form={form}
        />
      )}
      <Select
        name="courseId"
        label="Counts as one of our courses"
        hint="For courses that ask for it first."
        optional
        placeholder="None of them"
        initial={learning.courseId ?? ""}
        items={courses.map(({ id, title }) => ({ value: id, label: title }))}
        form={form}
      />
      <DateField
        name="validUntil"
        label="Last day it counts"
        hint="Leave it blank if it does not run out by itself. What a role asks for is renewed in its own time all the same."
        optional
        initial={dateBoxesOf(learning.validUntil)}
        form={form}
      />
      <TextArea
        name="note"
        label="Note to them"
        hint="Needed if you send it back: say what is missing. They read it."
        rows={3}
        optional
        initial={learning.reviewNote ?? ""}
        form={form}
      />
      <SubmitButton>Save and tell them</SubmitButton>
    </form>
  );
}
