// The page behind the link that proves a new address: a button. Only the button uses the link up.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import {
  type AddressRefusal,
  confirmAddressChange,
  readAddressChange,
  readLinkToken,
} from "~/domain/accounts/accounts.server";
import { NotFound } from "~/shared/problems";
import { keepKnownBrowser, keepSignedIn } from "~/web/cookies.server";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your new address");

/** @throws NotFound for a link that this service never sent */
function linkIdIn(visit: SignedInVisit, token = ""): string {
  const linkId = readLinkToken(visit.settings.secret, token);
  if (linkId === null) throw new NotFound("link");
  return linkId;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { email, standing, after } = readAddressChange(visit, linkIdIn(visit, args.params.token));
    return {
      token: args.params.token ?? "",
      email,
      agencyName: after.agency.name,
      moves: after.agency.id !== visit.person.agencyId,
      asks: after.asks,
      refusal: standing === "open" ? null : standing,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const linkId = linkIdIn(visit, args.params.token);
    const authSessionId = visit.signedIn.authSession.id;
    const confirmed = confirmAddressChange(visit, { linkId, authSessionId });
    if (!confirmed.ok) return data({ refusal: confirmed.reason }, { status: 400 });
    const { secret, email } = confirmed.value;
    const headers = new Headers();
    headers.append("Set-Cookie", await keepSignedIn(secret, visit.settings));
    headers.append("Set-Cookie", await keepKnownBrowser(args.request, email, visit.settings));
    throw redirect(`${paths.myAccount()}?done=address`, { headers });
  });

const refusalWords: Record<AddressRefusal, { heading: string; advice: string }> = {
  expired: { heading: "This link is too old", advice: "A link works for 10 minutes. Ask for a new one." },
  "already used": {
    heading: "This link no longer works",
    advice: "It was used, or you asked for a newer one. Your account shows which address it has now.",
  },
  "address in use": {
    heading: "This address has an account already",
    advice:
      "An address can have only one. If both accounts are yours, contact us and we make them one. The address is at the foot of this page.",
  },
};

export default function NewAddress() {
  const { token, email, agencyName, moves, asks, refusal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refusal ?? refusal;
  if (refused) {
    const { heading, advice } = refusalWords[refused];
    return (
      <>
        <BackLink href={paths.myAccount()} text="Your account" />
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{advice}</p>
        <ButtonLink href={paths.myAddress()}>Ask for a new link</ButtonLink>
      </>
    );
  }
  return (
    <>
      <BackLink href={paths.myAccount()} text="Your account" />
      <h1 className="govuk-heading-l">Use your new address</h1>
      <p className="govuk-body">
        Your address will be <strong>{email}</strong>. You sign in with it, and we write to it.
      </p>
      {asks && (
        <InsetText>
          {moves ? `It belongs to ${agencyName}, so that becomes your agency. ` : ""}
          {agencyName} has to confirm that you work there. Until then you cannot book. Places that you have
          stay yours.
        </InsetText>
      )}
      <form method="post" action={paths.myAddressLink(token)} noValidate>
        <SubmitButton>Use this address</SubmitButton>
      </form>
    </>
  );
}
