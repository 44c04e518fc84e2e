// Cancelling for somebody, or of our own accord: only the first can cost their agency something.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";

const cancellable = ["requested", "awaiting approval", "confirmed", "waiting", "offered"];

export function Cancelling({ page, form }: { page: RecordPage; form?: FormState }) {
  const { booking, cost } = page;
  if (!page.toCome || !cancellable.includes(booking.state)) return null;
  return (
    <Details summary="Cancel this booking" open={form !== undefined}>
      <form method="post" action={paths.manageBooking(booking.id)} noValidate>
        <Radios
          name="whose"
          label="Whose wish is it?"
          items={[
            {
              value: "theirs",
              label: "Theirs",
              hint: cost
                ? `That is late: ${poundsAndPence(cost.pence)} is charged to their agency`
                : "Nothing is charged now",
            },
            { value: "ours", label: "Ours", hint: "Nothing is charged" },
          ]}
          form={form}
        />
        <TextArea
          name="reason"
          label="Why? (optional)"
          hint="The person can read it. Do not write about health or family."
          rows={2}
          form={form}
        />
        <SubmitButton name="intent" value="cancel" variant="warning">
          Cancel the booking
        </SubmitButton>
      </form>
    </Details>
  );
}
