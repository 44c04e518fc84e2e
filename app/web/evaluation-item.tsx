// One item of an evaluation, by its kind, as learners and managers answer it; the preview of a question set shows the
// same. Every item can be left blank, and blank again.
import { type Choice, Choices } from "~/components/choices";
import type { FieldProps } from "~/components/field";
import { Fieldset } from "~/components/fieldset";
import { ScaleField } from "~/components/scale-field";
import { TextArea } from "~/components/text-area";
import {
  fieldOf,
  type Item,
  longestComment,
  quoteFieldOf,
  type ScaleItem,
  type TextItem,
} from "~/domain/evaluations/evaluations";
import { type FormState, typed } from "~/shared/form-state";

type Asking<Kind> = { item: Kind; form?: FormState };
/** Whether the writer is asked if their words may be quoted: a manager's never are. */
type Quoting = { quotable?: boolean };

export function EvaluationItem({ item, form, quotable = true }: Asking<Item> & Quoting) {
  switch (item.kind) {
    case "confidence":
    case "recalled":
    case "reaction":
      return item.lowest === 0 && item.highest === 10 ? (
        <ZeroToTen item={item} form={form} />
      ) : (
        <Points item={item} form={form} />
      );
    case "scenario":
    case "choice":
      return (
        <OneOrNone
          name={fieldOf(item)}
          label={item.wording}
          items={item.options.map(({ position, text }) => ({ value: String(position), label: text }))}
          form={form}
        />
      );
    case "text":
      return <InWords item={item} form={form} quotable={quotable} />;
  }
}

function ZeroToTen({ item, form }: Asking<ScaleItem>) {
  return (
    <ScaleField
      name={fieldOf(item)}
      label={item.wording}
      words={{ low: item.lowestLabel, middle: item.middleLabel ?? "", high: item.highestLabel }}
      form={form}
    />
  );
}

function Points({ item, form }: Asking<ScaleItem>) {
  const { lowest, highest } = item;
  const words: Record<number, string | null> = {
    [Math.round((lowest + highest) / 2)]: item.middleLabel,
    [lowest]: item.lowestLabel,
    [highest]: item.highestLabel,
  };
  const points = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  return (
    <OneOrNone
      name={fieldOf(item)}
      label={item.wording}
      items={points.map((point) => ({
        value: String(point),
        label: words[point] ? `${point} – ${words[point]}` : String(point),
      }))}
      form={form}
    />
  );
}

/** One of a few, or none of them; nothing is chosen for anybody beforehand. */
export function OneOrNone(props: FieldProps & { items: Choice[] }) {
  const { name, items, form } = props;
  // An empty answer that was sent is a choice; a field never sent is not.
  const sent = form?.values[name] !== undefined;
  return (
    <Fieldset field={props}>
      <Choices
        kind="radio"
        name={name}
        items={[...items, { value: "", label: "Prefer not to say" }]}
        chosen={sent ? [typed(form, name)] : []}
        small
      />
    </Fieldset>
  );
}

export const noNames =
  "Do not give names, or anything that tells who a child, an adult, a family or a colleague is.";

function InWords({ item, form, quotable }: Asking<TextItem> & Quoting) {
  return (
    <>
      <TextArea
        name={fieldOf(item)}
        label={item.wording}
        labelSize="s"
        hint={noNames}
        rows={4}
        maxLength={longestComment}
        form={form}
      />
      {quotable && <MayBeQuoted name={quoteFieldOf(item)} form={form} />}
    </>
  );
}

/** A box to tick, never ticked beforehand. */
export function MayBeQuoted({ name, form }: { name: string; form?: FormState }) {
  return (
    <div className="govuk-form-group">
      <Choices
        kind="checkbox"
        name={name}
        items={[{ value: "yes", label: "This may be quoted without my name" }]}
        chosen={[typed(form, name)]}
        small
      />
    </div>
  );
}
