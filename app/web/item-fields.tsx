// The fields of a question, new or changed: its words, then the words of its scale or its answers.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { ItemKind, KeptItem } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { noNames } from "./evaluation-item";
import { hasOptions, hasScale, type Labels, optionField, optionNumbers } from "./item-form";

type ItemFieldsProps = {
  action: string;
  kind: ItemKind;
  initial: Labels & Pick<KeptItem, "wording" | "options">;
  /** Of the course, for a new question of its own. */
  outcomes: { position: number; text: string }[];
  /** On the button. */
  send: string;
  form?: FormState;
};

export function ItemFields({ action, kind, initial, outcomes, send, form }: ItemFieldsProps) {
  return (
    <form method="post" action={action} noValidate>
      <TextArea
        name="wording"
        label="The question"
        hint={hints[kind]}
        initial={initial.wording}
        rows={3}
        form={form}
      />
      {hasScale(kind) && <ScaleWords kind={kind} initial={initial} form={form} />}
      {hasOptions(kind) && <Options kind={kind} options={initial.options} form={form} />}
      {outcomes.length > 0 && (
        <Select
          name="outcome"
          label="Which learning outcome does it ask about?"
          optional
          placeholder="None in particular"
          items={outcomes.map(({ position, text }) => ({ value: String(position), label: text }))}
          form={form}
        />
      )}
      <SubmitButton>{send}</SubmitButton>
    </form>
  );
}

const hints: Record<ItemKind, string> = {
  confidence:
    "Begin with “How confident are you, right now, that you can …?”: how it is now, not how much it has grown.",
  recalled: "How confident people were before, as they recall it now.",
  scenario: "Something that could happen at work, and what somebody would do. In your own words.",
  reaction: "Something that people agree with or do not, such as “This training was relevant to my work.”",
  choice: "A question that one of a few answers fits.",
  text: `One open question. The form adds: “${noNames}”`,
};

type Part = Pick<ItemFieldsProps, "kind" | "form">;

function ScaleWords({ kind, initial, form }: Part & { initial: Labels }) {
  const points = kind === "reaction" ? [1, 3, 5] : [0, 5, 10];
  return (
    <>
      <TextField
        name="lowestLabel"
        label={`Words for ${points[0]}`}
        initial={initial.lowestLabel ?? ""}
        width={20}
        form={form}
      />
      <TextField
        name="middleLabel"
        label={`Words for ${points[1]}`}
        initial={initial.middleLabel ?? ""}
        width={20}
        optional
        form={form}
      />
      <TextField
        name="highestLabel"
        label={`Words for ${points[2]}`}
        initial={initial.highestLabel ?? ""}
        width={20}
        form={form}
      />
    </>
  );
}

function Options({ kind, options, form }: Part & Pick<KeptItem, "options">) {
  const right = options.findIndex((option) => option.right) + 1;
  return (
    <>
      {optionNumbers.map((number) => (
        <TextField
          key={number}
          name={optionField(number)}
          label={`Answer ${number}`}
          initial={options[number - 1]?.text ?? ""}
          optional={number > 2}
          form={form}
        />
      ))}
      {kind === "scenario" && (
        <Select
          name="right"
          label="Which answer is right?"
          hint="Nobody who answers is told."
          placeholder="Select an answer"
          initial={right === 0 ? "" : String(right)}
          items={optionNumbers.map((number) => ({ value: String(number), label: `Answer ${number}` }))}
          form={form}
        />
      )}
    </>
  );
}
