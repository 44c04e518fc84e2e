// One choice, then one address.
import { CopyField } from "~/components/copy-field";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { webcal } from "~/web/calendar-links";
import { everything, subscriptionGroups } from "~/web/calendar-subscriptions";
import { paths } from "~/web/paths";
import type { SubscribePage } from "./page-data.server";

export function Choose({ choices, chosen, asked }: Pick<SubscribePage, "choices" | "chosen" | "asked">) {
  return (
    <>
      <h2 className="govuk-heading-l">What is on offer</h2>
      {asked && !chosen && (
        <p className="govuk-body" id="not-there">
          There is nothing to subscribe to by that name any more. Choose again.
        </p>
      )}
      <form method="get" action={paths.calendarSubscribe()}>
        <Select
          name="of"
          label="What do you want to see in your calendar?"
          initial={chosen?.value ?? everything.value}
          items={[everything]}
          groups={subscriptionGroups(choices)}
        />
        <SubmitButton variant="secondary">Show the address</SubmitButton>
      </form>
      {chosen && <Address name="address" label={`Address of ${chosen.named}`} address={chosen.address} />}
    </>
  );
}

/** An address in a field to copy, and as a link that calendar programs open by themselves. */
export function Address({ name, label, address }: { name: string; label: string; address: string }) {
  return (
    <>
      <CopyField name={name} label={label} value={address} />
      <p className="govuk-body">
        <a className="govuk-link" href={webcal(address)}>
          Open it in this device’s calendar
        </a>{" "}
        (Apple, and Outlook on a computer).
      </p>
    </>
  );
}
