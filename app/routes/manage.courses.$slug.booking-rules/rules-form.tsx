// Who agrees, whom it is for, whose terms hold, and what the certificate needs.
import { Checkboxes } from "~/components/checkboxes";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { RulesPage } from "./route";

export function RulesForm({ page, form }: { page: RulesPage; form?: FormState }) {
  const { slug, rules, boards, work } = page;
  return (
    <form method="post" action={paths.manageBookingRules(slug)} noValidate>
      <Radios
        name="approval"
        label="Who has to agree before a place is confirmed?"
        initial={rules.approval}
        small
        items={[
          { value: "none", label: "Nobody" },
          { value: "line manager", label: "The person’s line manager" },
          { value: "agency lead", label: "The training lead of the person’s agency" },
        ]}
        form={form}
      />
      <Checkboxes
        name="audience"
        label="Kinds of work it is for"
        hint="Tick none if it is for everyone. Others can ask, and a coordinator decides."
        initial={rules.audience.map(({ id }) => id)}
        small
        items={work.map(({ id, name }) => ({ value: id, label: name }))}
        form={form}
      />
      {boards.length > 1 && (
        <Radios
          name="termsBoard"
          label="Whose terms of booking hold?"
          hint="Notice, charges and how the waiting list moves"
          initial={rules.termsBoardCode ?? boards[0]?.code}
          small
          items={boards.map(({ code, name }) => ({ value: code, label: name }))}
          form={form}
        />
      )}
      <Radios
        name="certificateNeeds"
        label="When is a certificate given?"
        initial={rules.certificateNeeds}
        small
        items={[
          {
            value: "attendance and evaluation",
            label: "After attending all of it and answering the evaluation at the end",
          },
          { value: "attendance", label: "After attending all of it" },
        ]}
        form={form}
      />
      <TextField
        name="certificateMonths"
        label="How long does a certificate count?"
        hint="In months: 36 is three years. Leave it blank if it does not run out."
        initial={rules.certificateMonths === null ? undefined : String(rules.certificateMonths)}
        width={3}
        suffix="months"
        inputMode="numeric"
        form={form}
      />
      <SubmitButton name="intent" value="rules">
        Save
      </SubmitButton>
    </form>
  );
}
