// What somebody will do after the training: up to three, of which the first is asked and the others are there to open.
import { Details } from "~/components/details";
import { fieldError } from "~/components/field";
import { Select } from "~/components/select";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import {
  commitmentField,
  commitmentParts,
  longestBeside,
  longestCommitment,
  mostCommitments,
} from "~/domain/evaluations/evaluations";
import { type FormState, typed } from "~/shared/form-state";
import { MayBeQuoted, noNames } from "./evaluation-item";

const positions = Array.from({ length: mostCommitments }, (_, index) => index + 1);

/** Their fields in the order of the page. */
export const commitmentFields = positions.flatMap((position) =>
  commitmentParts.map((part) => commitmentField(position, part)),
);

export function CommitmentFields({ form }: { form?: FormState }) {
  return (
    <section className="app-questions">
      <h2 className="govuk-heading-m">What will you do?</h2>
      <p className="govuk-body">
        Name up to {mostCommitments} things that you will do because of this training. In about eight weeks we
        ask you what became of them. {noNames}
      </p>
      {positions.map((position) =>
        position === 1 ? (
          <Commitment key={position} position={position} form={form} />
        ) : (
          <Details
            key={position}
            summary={`Add ${position === 2 ? "a second" : "a third"} thing`}
            open={commitmentParts.some((part) => isBegun(form, commitmentField(position, part)))}
          >
            <Commitment position={position} form={form} />
          </Details>
        ),
      )}
    </section>
  );
}

const isBegun = (form: FormState | undefined, name: string) =>
  typed(form, name) !== "" || fieldError(form, name) !== undefined;

const sure = Array.from({ length: 11 }, (_, point) => String(point));
const sureWords: Record<string, string> = {
  "0": "0 – not at all",
  "5": "5 – half and half",
  "10": "10 – certain",
};

function Commitment({ position, form }: { position: number; form?: FormState }) {
  const field = (part: (typeof commitmentParts)[number]) => commitmentField(position, part);
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {["The first", "The second", "The third"][position - 1]} thing that I will do
      </legend>
      <TextArea name={field("what")} label="What" rows={2} maxLength={longestCommitment} form={form} />
      <TextField
        name={field("by-when")}
        label="By when"
        hint="For example: by the end of March"
        maxLength={longestBeside}
        form={form}
      />
      <TextField
        name={field("with-whom")}
        label="With whom"
        hint="A role or a team, not a name"
        maxLength={longestBeside}
        form={form}
      />
      <Select
        name={field("sure")}
        label="How sure are you that you will do it?"
        placeholder="Prefer not to say"
        items={sure.map((point) => ({ value: point, label: sureWords[point] ?? point }))}
        form={form}
      />
      <TextField name={field("obstacle")} label="What may stop you" maxLength={longestBeside} form={form} />
      <MayBeQuoted name={field("quotable")} form={form} />
    </fieldset>
  );
}
