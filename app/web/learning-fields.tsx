// The fields in which someone tells of learning elsewhere.
import { Checkboxes } from "~/components/checkboxes";
import { DateField } from "~/components/date-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { Learning } from "~/domain/certificates/certificates";
import type { FormState } from "~/shared/form-state";
import { dateBoxesOf } from "./date-boxes";

type LearningFieldsProps = {
  competencies: { id: string; name: string }[];
  /** What was told before. */
  told?: Learning;
  form?: FormState;
};

export function LearningFields({ competencies, told, form }: LearningFieldsProps) {
  return (
    <>
      <TextField name="title" label="Title of the training" initial={told?.title} form={form} />
      <TextField
        name="provider"
        label="Who gave it"
        hint="Such as your own organisation, a university, or another board."
        initial={told?.provider}
        form={form}
      />
      <DateField
        name="completedOn"
        label="When you finished it"
        initial={dateBoxesOf(told?.completedOn ?? null)}
        form={form}
      />
      <TextField
        name="hours"
        label="How long it took, in hours"
        hint="Without breaks, such as 6 or 1.5."
        width={4}
        inputMode="decimal"
        initial={told && hoursTyped(told.minutes)}
        form={form}
      />
      {competencies.length > 0 && (
        <Checkboxes
          name="competencies"
          label="What it taught you"
          hint="Tick all that fit, or none. We may change this."
          small
          optional
          initial={told?.competencies.map(({ id }) => id)}
          items={competencies.map(({ id, name }) => ({ value: id, label: name }))}
          form={form}
        />
      )}
      <TextArea
        name="evidence"
        label="How we can see that you did it"
        hint="Such as the number of a certificate, a link to it, or who can confirm it. Please do not write about children, adults or families."
        rows={4}
        initial={told?.evidence}
        form={form}
      />
    </>
  );
}

/** Minutes as the field takes hours: 90 is "1.5". */
const hoursTyped = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100);
