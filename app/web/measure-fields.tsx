// What a practice measure is, as a form.
import { Checkboxes } from "~/components/checkboxes";
import { Radios } from "~/components/radios";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";

export type MeasureChoices = {
  themes: { value: string; label: string }[];
  courses: { value: string; label: string }[];
};

type MeasureNow = {
  name: string;
  unit: string;
  source: string;
  question: string | null;
  better: string | null;
  themes: string[];
  courses: string[];
};

export function MeasureFields({
  form,
  now,
  choices,
}: {
  form?: FormState | undefined;
  now?: MeasureNow;
  choices: MeasureChoices;
}) {
  return (
    <>
      <TextField name="name" label="Name" initial={now?.name} form={form} />
      <TextField
        name="unit"
        label="What the figures count"
        hint="Such as: % of audits graded good. A unit that starts with % runs from 0 to 100."
        initial={now?.unit}
        form={form}
      />
      <Radios
        name="source"
        label="Where the figures come from"
        initial={now?.source}
        items={[
          { value: "audit", label: "An audit that looks at cases" },
          { value: "dataset", label: "A dataset that counts" },
        ]}
        form={form}
      />
      <TextArea
        name="question"
        label="What the audit cycle asks"
        hint="One plain question, such as: Are plans reviewed on time? It stands above the figures in the impact report."
        rows={2}
        optional
        initial={now?.question ?? ""}
        form={form}
      />
      <Radios
        name="better"
        label="Which way is better"
        initial={now?.better ?? ""}
        items={[
          { value: "higher", label: "Higher figures are better" },
          { value: "lower", label: "Lower figures are better" },
          { value: "", label: "Neither, or it depends" },
        ]}
        form={form}
      />
      <Checkboxes
        name="themeSlugs"
        label="Themes whose training is to move it"
        small
        initial={now?.themes}
        items={choices.themes}
        form={form}
      />
      <Checkboxes
        name="courseIds"
        label="Courses that are to move it"
        small
        initial={now?.courses}
        items={choices.courses}
        form={form}
      />
    </>
  );
}
