// The page behind an emailed link: a button. Only the button uses the link up, since mail scanners open every link.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { SubmitButton } from "~/components/submit-button";
import { type LinkRefusal, readLink, readLinkToken, spendLink } from "~/domain/accounts/accounts.server";
import { logSignIn } from "~/log.server";
import { NotFound } from "~/shared/problems";
import { keepJoining } from "~/web/cookies.server";
import { enter, type Visit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { answerSignedIn, deviceOf } from "~/web/signed-in-answer.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your link");

/** @throws NotFound for a link that this service never sent */
function linkIn(visit: Visit, token = "") {
  const linkId = readLinkToken(visit.settings.secret, token);
  const link = linkId ? readLink(visit, linkId) : null;
  if (!link) throw new NotFound("link");
  return link;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { purpose, standing, email } = linkIn(visit, args.params.token);
    return {
      token: args.params.token ?? "",
      purpose,
      email: standing === "open" ? email : null,
      refusal: standing === "open" ? null : standing,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const link = linkIn(visit, args.params.token);
    const spent = spendLink(visit, { linkId: link.id, device: deviceOf(args.request) });
    logSignIn(args, { by: "link", refused: spent.ok ? null : spent.reason, email: link.email });
    if (!spent.ok) return data({ refusal: spent.reason }, { status: 400 });
    if (spent.value.to === "signed in") {
      const { secret, email, returnTo } = spent.value;
      throw await answerSignedIn(visit, args.request, { secret, email, to: returnTo });
    }
    const { email, returnTo } = spent.value;
    const proof = { email, identity: null, linkId: link.id, name: null, returnTo };
    throw redirect(paths.registerDetails(), {
      headers: { "Set-Cookie": await keepJoining(proof, visit.settings, visit.clock.now()) },
    });
  });

const refusalWords: Record<LinkRefusal, { heading: string; advice: string }> = {
  expired: {
    heading: "This link is too old",
    advice: "A link works for 10 minutes. Ask for a new one; it takes a minute.",
  },
  "already used": {
    heading: "This link no longer works",
    advice: "It was used, or you asked for a newer one. Use the newest link, or ask for another.",
  },
  "account closed": {
    heading: "This account is closed",
    advice: "If you still need it, contact us. The address is at the foot of this page.",
  },
};

export default function UseLink() {
  const { token, purpose, email, refusal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refusal ?? refusal;
  if (refused) {
    const { heading, advice } = refusalWords[refused];
    return (
      <>
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{advice}</p>
        {refused !== "account closed" && (
          <ButtonLink href={paths.askForLink()}>Ask for a new link</ButtonLink>
        )}
      </>
    );
  }
  const joins = purpose === "join";
  return (
    <>
      <h1 className="govuk-heading-l">{joins ? "Make your account" : "Sign in"}</h1>
      <p className="govuk-body">
        {joins ? "Your address will be" : "You sign in as"} <strong>{email}</strong>.
      </p>
      <form method="post" action={paths.link(token)} noValidate>
        <SubmitButton>{joins ? "Continue" : "Sign in"}</SubmitButton>
      </form>
    </>
  );
}
