// The five-minute self-assessment: two questions for each requirement, any of which may be left blank.

import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { confidenceField, lastTrainedAnswers, type Need, trainedField } from "~/domain/needs/needs";
import type { FormState } from "~/shared/form-state";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { lastTrainedInWords } from "./needs-in-words";

const ends: Record<number, string> = { 0: "not at all", 5: "moderately", 10: "fully" };
const confidences = Array.from({ length: 11 }, (_, point) => ({
  value: String(point),
  label: ends[point] ? `${point} – ${ends[point]}` : String(point),
}));

export function AssessmentForm({ needs, form }: { needs: readonly Need[]; form?: FormState }) {
  return (
    <>
      <h2 className="govuk-heading-l" id="self-assessment">
        Tell us how you stand
      </h2>
      <p className="govuk-body">
        Count training anywhere, not only here. It takes about five minutes. Leave blank what has not changed.
      </p>
      <p className="govuk-body">
        Your answers are counted with those of others, to plan which courses to put on. Nobody sees them under
        your name.
      </p>
      <form method="post" action={paths.myNeeds()}>
        {needs.map((need) => (
          <Questions key={need.competencyId} need={need} form={form} />
        ))}
        <SubmitButton>Save my answers</SubmitButton>
      </form>
    </>
  );
}

function Questions({ need, form }: { need: Need; form?: FormState }) {
  const { competencyId, name, description, said, confidence } = need;
  return (
    <>
      <Radios
        name={trainedField(competencyId)}
        label={`${name}: when were you last trained in this?`}
        labelSize="m"
        hint={
          <>
            {description}
            {said && (
              <span className="app-line">
                On {plainDate(said.on)} you said: {lastTrainedInWords[said.lastTrained].toLowerCase()}.
              </span>
            )}
          </>
        }
        form={form}
        inline
        small
        items={lastTrainedAnswers.map((value) => ({ value, label: lastTrainedInWords[value] }))}
      />
      <Select
        name={confidenceField(competencyId)}
        label={`${name}: how confident are you, from 0 to 10?`}
        optional
        hint={confidence ? `On ${plainDate(confidence.on)} you said ${confidence.value}.` : undefined}
        form={form}
        placeholder="Leave blank"
        items={confidences}
      />
    </>
  );
}
