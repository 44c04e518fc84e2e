// Closing the account of somebody who left, and opening it again.
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

export function Leaving({ page }: { page: PersonPage }) {
  const { person, may, own, training } = page;
  if (person.erasedAt !== null || person.mergedInto) return null;
  return (
    <section id="leaving">
      <h2 className="govuk-heading-m">
        {person.disabledAt === null ? "If they have left" : "They have left"}
      </h2>
      <Words page={page} />
      {may.close && !own && (
        <form method="post" action={paths.adminPerson(person.id)}>
          {person.disabledAt === null ? (
            <>
              {training.next.length > 0 && (
                <p className="govuk-body">
                  Their {counted(training.next.length, "booking")} to come{" "}
                  {training.next.length === 1 ? "stays" : "stay"} until a coordinator cancels{" "}
                  {training.next.length === 1 ? "it" : "them"}.
                </p>
              )}
              <SubmitButton variant="warning" name="intent" value="disable">
                Close their account
              </SubmitButton>
            </>
          ) : (
            <SubmitButton variant="secondary" name="intent" value="enable">
              Open their account again
            </SubmitButton>
          )}
        </form>
      )}
    </section>
  );
}

function Words({ page: { person, may, own } }: { page: PersonPage }) {
  if (own) return <p className="govuk-body">This is your own account: someone else has to close it.</p>;
  if (!may.close) return <p className="govuk-body">They are an admin: only another admin can close it.</p>;
  return person.disabledAt === null ? (
    <p className="govuk-body">
      They are signed out at once and cannot sign in. Their record stays, and the account can be opened again.
    </p>
  ) : (
    <p className="govuk-body">They cannot sign in. Their record stays.</p>
  );
}
