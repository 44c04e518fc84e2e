// Somebody we know is only confirmed; of somebody new the name and the agency are asked.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { TextField } from "~/components/text-field";
import type { Newcomer } from "~/domain/bookings/bookings.server";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

type Props = { meetingId: string; found: Newcomer & { email: string }; form?: FormState };

export function ConfirmForm({ meetingId, found, form }: Props) {
  const { email, known, agencyName, agencies } = found;
  const rows = [
    { key: "Email address", value: email },
    ...(known ? [{ key: "Name", value: known.name }] : []),
    ...(known || agencyName ? [{ key: "Agency", value: known?.agencyName ?? agencyName }] : []),
  ];
  return (
    <form method="post" action={paths.trainerWalkIn(meetingId)} noValidate>
      <SummaryList rows={rows} />
      <input type="hidden" name="email" value={email} />
      {!known && (
        <>
          <p className="govuk-body">
            There is no account with this address yet. We make one for them, so that they are asked what they
            thought and have their certificate. They can sign in with a link sent to this address.
          </p>
          <TextField name="name" label="Their full name" autoComplete="off" form={form} />
        </>
      )}
      {!known && agencyName === null && (
        <Select
          name="agencyId"
          label="Their agency"
          hint="The agency is asked whether they work there."
          placeholder="Select an agency"
          items={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          form={form}
        />
      )}
      <div className="govuk-button-group">
        <SubmitButton name="intent" value="add">
          Add to the register
        </SubmitButton>
        <a className="govuk-link" href={paths.trainerWalkIn(meetingId)}>
          Use another address
        </a>
      </div>
    </form>
  );
}
