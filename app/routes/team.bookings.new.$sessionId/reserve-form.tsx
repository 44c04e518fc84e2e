// Places without names: how many, and until when people have to be named for them.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { lastMomentInWords } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { GroupPage } from "./route";
import { modeInWords } from "./words";

type ReserveFormProps = { page: GroupPage; form?: FormState; places?: number };

export function ReserveForm({ page, form, places }: ReserveFormProps) {
  if (page.releasesAt === null) return null;
  return (
    <section id="reserve">
      <h2 className="govuk-heading-m">Reserve places and name people later</h2>
      <p className="govuk-body">
        You can name people until {lastMomentInWords(page.releasesAt)}. Places without a name then go back to
        everyone. Whoever you name must have done what the course asks for first.
      </p>
      <form method="post" action={`${paths.teamBook(page.session.id)}#reserve`} noValidate>
        <TextField
          name="reserve-places"
          label="How many places?"
          width={2}
          inputMode="numeric"
          autoComplete="off"
          initial={places === undefined ? undefined : String(places)}
          form={form}
        />
        {page.modes.length > 1 && (
          <Radios
            name="reserve-mode"
            label="Where are they?"
            items={page.modes.map(({ mode }) => ({ value: mode, label: modeInWords[mode] }))}
            form={form}
          />
        )}
        <SubmitButton name="intent" value="reserve" variant="secondary">
          Reserve places
        </SubmitButton>
      </form>
    </section>
  );
}
