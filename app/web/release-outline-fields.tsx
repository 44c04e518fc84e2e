// What a report is called, and which parts it tells of besides the whole partnership.
import { Checkboxes } from "~/components/checkboxes";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";

type Part = { id: string; kind: string; name: string };
type OutlineFieldsProps = { parts: Part[]; form?: FormState; initial?: { title: string; parts: string[] } };

const kinds: Record<string, string> = { board: "Board", theme: "Theme", course: "Course", agency: "Agency" };

export function OutlineFields({ parts, form, initial }: OutlineFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label="What is it called?"
        hint="Such as “What joint training changed, summer 2026”. Its number is added when it is signed."
        initial={initial?.title}
        form={form}
      />
      {parts.length > 0 && (
        <Checkboxes
          name="parts"
          label="Which parts does it tell of besides the whole partnership?"
          hint="Each adds pages. Figures of small groups are not shown."
          items={parts.map(({ id, kind, name }) => ({
            value: id,
            label: `${kinds[kind] ?? "Part"}: ${name}`,
          }))}
          initial={initial?.parts}
          form={form}
          small
        />
      )}
    </>
  );
}
