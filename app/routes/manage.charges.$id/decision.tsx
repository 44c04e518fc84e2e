// What is to be decided about a charge: waive it while it is due, answer it while it is appealed against.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { ChargePage } from "./route";

const read = "They get these words by email, and their agency’s lead can read them. Name no other person.";

export function Decision({ charge, form }: { charge: ChargePage["charge"]; form?: FormState }) {
  if (charge.state !== "due" && charge.state !== "appealed") return null;
  if (!charge.mayDecide)
    return (
      <p className="govuk-body">
        It is your own charge, or your agency’s: another coordinator decides about it.
      </p>
    );
  const appeal = charge.changes.findLast(({ to }) => to === "appealed");
  return (
    <form method="post" action={paths.manageCharge(charge.id)} noValidate>
      {charge.state === "due" ? (
        <>
          <h2 className="govuk-heading-m">Waive it</h2>
          <TextArea name="note" label="Why?" hint={read} rows={3} form={form} />
          <SubmitButton name="intent" value="waive">
            Waive the charge
          </SubmitButton>
        </>
      ) : (
        <>
          <h2 className="govuk-heading-m">Answer the appeal</h2>
          {appeal?.note && (
            <blockquote className="govuk-inset-text govuk-!-text-break-word">{appeal.note}</blockquote>
          )}
          <Radios
            name="answer"
            label="What do you decide?"
            items={[
              { value: "waive", label: "The appeal is right: waive the charge" },
              { value: "stands", label: "The charge stands" },
            ]}
            form={form}
            small
          />
          <TextArea name="note" label="What do you say to them?" hint={read} rows={4} form={form} />
          <SubmitButton name="intent" value="answer">
            Send the answer
          </SubmitButton>
        </>
      )}
    </form>
  );
}
