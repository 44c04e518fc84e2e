// What someone reads whom single sign-on did not let in: what happened, and what to do now.
import { ButtonLink } from "~/components/button-link";
import { SubmitButton } from "~/components/submit-button";
import type { IdentityRefusal } from "~/domain/accounts/accounts.server";
import { listed } from "~/shared/format";
import { paths } from "./paths";
import type { SignOnRefusal } from "./single-sign-on.server";

export type RefusedSignOn = "not begun here" | SignOnRefusal | IdentityRefusal;

type Organisation = { id: string; name: string; domains: string[] };
type Words = { heading: string; advice: string; tryAgain: boolean };

const wordsFor: Record<RefusedSignOn, (organisation: Organisation) => Words> = {
  "not begun here": () => ({
    heading: "We could not sign you in",
    advice: "This sign-in was not begun in this browser, or it was used already. Start again here.",
    tryAgain: true,
  }),
  "too late": ({ name }) => ({
    heading: "You were away too long",
    advice: `You have 10 minutes to sign in with ${name} and come back. Start again here.`,
    tryAgain: true,
  }),
  declined: ({ name }) => ({
    heading: "You are not signed in",
    advice: `${name} did not sign you in. If you stopped it yourself, nothing has changed. If not, ask your IT support whether you may use this service.`,
    tryAgain: true,
  }),
  "not believed": ({ name }) => ({
    heading: "We could not sign you in",
    advice: `We could not be sure that the answer came from ${name}, so we did not use it. Start again here. If it happens again, contact us: the address is at the foot of this page.`,
    tryAgain: true,
  }),
  "out of order": ({ name }) => ({
    heading: `Signing in with ${name} does not work at the moment`,
    advice: "Try again in a few minutes, or sign in another way. Your account and bookings are safe.",
    tryAgain: true,
  }),
  "no address": ({ name }) => ({
    heading: "We do not know your work address",
    advice: `${name} did not tell us your email address, and we need it to find your account. Ask your IT support to share it with this service, or sign in another way.`,
    tryAgain: false,
  }),
  "address not verified": ({ name }) => ({
    heading: "Your work address is not confirmed",
    advice: `${name} says that it has not checked your email address. Ask your IT support to confirm it, or sign in another way.`,
    tryAgain: false,
  }),
  "address not theirs": ({ name, domains }) => ({
    heading: `Your address does not belong to ${name}`,
    advice: `${name} signs in people with addresses that end in ${listed(domains.map((domain) => `@${domain}`))}. Sign in another way.`,
    tryAgain: false,
  }),
  "account closed": () => ({
    heading: "This account is closed",
    advice: "If you still need it, contact us. The address is at the foot of this page.",
    tryAgain: false,
  }),
};

export const headingOf = (refusal: RefusedSignOn, organisation: Organisation) =>
  wordsFor[refusal](organisation).heading;

export function SingleSignOnRefused(props: {
  refusal: RefusedSignOn;
  organisation: Organisation;
  /** Where the person was going. */
  to: string;
}) {
  const { refusal, organisation, to } = props;
  const { heading, advice, tryAgain } = wordsFor[refusal](organisation);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{advice}</p>
        {tryAgain && (
          <form method="post" action={paths.signInWith(organisation.id, to)} noValidate>
            <SubmitButton>Try again with {organisation.name}</SubmitButton>
          </form>
        )}
        <ButtonLink href={paths.signIn(to)} variant="secondary">
          Other ways to sign in
        </ButtonLink>
      </div>
    </div>
  );
}
