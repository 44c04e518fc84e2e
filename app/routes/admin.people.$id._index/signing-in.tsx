// How they sign in, and what an admin can do when a phone or a second step is lost.
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { counted, listed, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

type WaysIn = NonNullable<PersonPage["person"]["waysIn"]>;

export function SigningIn({ page, waysIn }: { page: PersonPage; waysIn: WaysIn }) {
  const { person, own } = page;
  const { hasPassword, singleSignOn, secondFactorSince, places } = waysIn;
  const ways = [
    "An emailed link",
    ...(hasPassword ? ["a password"] : []),
    ...(singleSignOn ? ["single sign-on"] : []),
  ];
  return (
    <section id="signing-in">
      <h2 className="govuk-heading-m">Signing in</h2>
      <SummaryList
        rows={[
          {
            key: "Signs in with",
            value: person.disabledAt === null ? listed(ways) : "Nothing: it is closed",
          },
          {
            key: "Second step",
            value: secondFactorSince === null ? "Not set up" : `Since ${plainDateAt(secondFactorSince)}`,
          },
          { key: "Signed in on", value: places === 0 ? "No device" : counted(places, "device") },
        ]}
      />
      {own ? (
        <p className="govuk-body">
          This is your own account.{" "}
          <a className="govuk-link" href={paths.myAccount()}>
            Change how you sign in
          </a>
        </p>
      ) : (
        <form method="post" action={paths.adminPerson(person.id)}>
          {secondFactorSince !== null && (
            <p className="govuk-body">
              Make sure that it is them who ask, by a call to a number you know. We tell them by email. You
              may have to sign in again first.
            </p>
          )}
          <div className="govuk-button-group">
            {places > 0 && (
              <SubmitButton variant="secondary" name="intent" value="sign-out">
                Sign them out everywhere
              </SubmitButton>
            )}
            {secondFactorSince !== null && (
              <SubmitButton variant="warning" name="intent" value="second-step">
                Take their second step off
              </SubmitButton>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
