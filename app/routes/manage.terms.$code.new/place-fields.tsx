// How places are given out: the waiting list, approval, reserved places, and the board's own words.
import { Radios } from "~/components/radios";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { WaitingPolicy } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";

const policies: Record<WaitingPolicy, { label: string; hint: string }> = {
  "first come": { label: "Whoever has waited longest", hint: "The order of asking" },
  "mixed agencies": {
    label: "Agencies with fewer places on the session",
    hint: "Then whoever has waited longest",
  },
  "needs first": {
    label: "Those who need the training most",
    hint: "By the training needs analysis, then whoever has waited longest",
  },
};

export function WaitingFields({ form }: { form: FormState }) {
  const number = { width: 3, inputMode: "numeric", form } as const;
  return (
    <>
      <h2 className="govuk-heading-m">Waiting list</h2>
      <Radios
        name="policy"
        label="Who is offered a free place first?"
        items={Object.entries(policies).map(([value, words]) => ({ value, ...words }))}
        form={form}
        small
      />
      <TextField name="offerHours" label="How long is an offer open?" suffix="hours" {...number} />
      <TextField
        name="offersAtOnce"
        label="How many offers may be open at a time on a session?"
        hint="Leave blank for one for each free place"
        {...number}
      />
      <TextField
        name="groupHours"
        label="How long are places set aside for a group at the head of the queue?"
        hint="After that its people wait one by one"
        suffix="hours"
        {...number}
      />
      <h2 className="govuk-heading-m">Approval and reserved places</h2>
      <TextField name="approvalDays" label="How long has an approver?" suffix="working days" {...number} />
      <Radios
        name="silence"
        label="What does no answer mean?"
        items={[
          { value: "declined", label: "Declined" },
          { value: "approved", label: "Approved" },
        ]}
        form={form}
        inline
        small
      />
      <TextField
        name="releaseDays"
        label="How long before the session do reserved places go back to everyone?"
        suffix="working days"
        {...number}
      />
      <TextArea
        name="note"
        label="What else should people know?"
        optional
        hint="Shown with the terms as you write it. Nothing is worked out from it. Name no person."
        rows={3}
        form={form}
      />
    </>
  );
}
