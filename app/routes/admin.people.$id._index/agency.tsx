// Which agency they work for, and whether somebody has said so. Those who wait for it come first on the page.
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

export function Agency({ page, form }: { page: PersonPage; form?: FormState }) {
  const { person } = page;
  const here = person.disabledAt === null;
  return (
    <section id="agency">
      <h2 className="govuk-heading-m">Agency</h2>
      {person.agencyStanding === "awaiting" && (
        <InsetText>
          <p className="govuk-body">
            They say they work for <strong>{person.agencyName}</strong>. Their address does not tell. They
            cannot book until someone confirms it.
          </p>
          {here && <Answers page={page} />}
        </InsetText>
      )}
      {person.agencyStanding === "declined" && (
        <InsetText>
          <p className="govuk-body">
            They said they work for <strong>{person.agencyName}</strong>, and it was declined. They cannot
            book.
          </p>
          {here && <Answers page={page} />}
        </InsetText>
      )}
      {person.agencyStanding === "confirmed" && (
        <p className="govuk-body">
          <strong>{person.agencyName}</strong>, confirmed
        </p>
      )}
      {here && (
        <Details summary="Move them to another agency" open={form !== undefined}>
          <form method="post" action={paths.adminPerson(person.id)} noValidate>
            <Select
              name="agencyId"
              label="Agency"
              hint="They are confirmed there at once, and told. Someone who leads an agency stops leading it."
              placeholder="Select an agency"
              items={page.agencies.filter(({ value }) => value !== person.agencyId)}
              form={form}
            />
            <SubmitButton variant="secondary" name="intent" value="agency">
              Move
            </SubmitButton>
          </form>
          {person.agencyStanding === "confirmed" && (
            <form method="post" action={paths.adminPerson(person.id)}>
              <p className="govuk-body">
                If they work for none of them, decline {person.agencyName}: they can no longer book.
              </p>
              <SubmitButton variant="warning" name="intent" value="decline">
                Decline their agency
              </SubmitButton>
            </form>
          )}
        </Details>
      )}
    </section>
  );
}

function Answers({ page: { person } }: { page: PersonPage }) {
  return (
    <form method="post" action={paths.adminPerson(person.id)} className="govuk-button-group">
      <SubmitButton name="intent" value="confirm">
        Confirm
      </SubmitButton>
      {person.agencyStanding === "awaiting" && (
        <SubmitButton variant="secondary" name="intent" value="decline">
          Does not work there
        </SubmitButton>
      )}
    </form>
  );
}
