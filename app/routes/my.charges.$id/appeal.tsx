// The appeal: the form while it is open, or why it is not.
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyChargePage } from "./route";

type Standing = MyChargePage["charge"]["appeal"];

const closed: Record<Exclude<Standing, "open">, string | null> = {
  "too late": "The 28 days for an appeal are over. If something kept you from it, write to us.",
  "answered already": "We have answered an appeal. What we said is below.",
  "not due": null,
  "not theirs": null,
};

export function Appeal({ charge, form }: { charge: MyChargePage["charge"]; form?: FormState }) {
  if (charge.state === "appealed")
    return <p className="govuk-body">There is an appeal. A coordinator reads it and answers by email.</p>;
  if (charge.appeal !== "open") {
    const why = closed[charge.appeal];
    return why === null ? null : <p className="govuk-body">{why}</p>;
  }
  return (
    <form method="post" action={paths.myCharge(charge.id)} noValidate>
      <h2 className="govuk-heading-m">Appeal</h2>
      <p className="govuk-body">
        You can ask us to waive it until the end of {plainDateAt(charge.appealUntil)}. Illness, an emergency
        at work or at home, and our own mistakes are good reasons.
      </p>
      <TextArea
        name="note"
        label="Why should the charge be waived?"
        hint="A sentence or two is enough. Only coordinators read it. Leave out medical details, and name no other person."
        rows={4}
        form={form}
      />
      <SubmitButton>Send the appeal</SubmitButton>
    </form>
  );
}
