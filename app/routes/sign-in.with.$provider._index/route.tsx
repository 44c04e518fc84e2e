// Single sign-on begins: the button's form leads here, and this page leads on to the organisation.
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { keepSigningIn, readSigningIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { paths, safeReturn } from "~/web/paths";
import { wayOn } from "~/web/signed-in-answer.server";
import { addressToSignOn, newRound, providerNamed } from "~/web/single-sign-on.server";
import { headingOf, SingleSignOnRefused } from "~/web/single-sign-on-refused";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, loaded?.refusal ? headingOf(loaded.refusal, loaded.organisation) : "Signing you in");

export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return new Headers(refresh ? { Refresh: refresh } : {});
};

/**
 * Goes on by itself from a page of ours: browsers hold every host that a form is sent on to by the policy of the page
 * it stood on, and nobody can list the hosts that an organisation sends its people through.
 */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const provider = providerNamed(visit.settings, args.params.provider);
    const round = await readSigningIn(args.request, visit.settings);
    if (round?.provider !== provider.id || visit.clock.now() >= round.until)
      throw redirect(paths.signIn(safeReturn(visit.url.searchParams.get("to"))));
    const way = await addressToSignOn(visit, provider, round);
    const { id, name, domains } = provider;
    const shared = { organisation: { id, name, domains }, to: round.returnTo };
    return way.ok
      ? data(
          { ...shared, address: way.value, refusal: null },
          { headers: { Refresh: `0; url=${way.value}` } },
        )
      : data({ ...shared, address: null, refusal: way.reason }, { status: 503 });
  });

// A way back that is longer than this would not fit into a cookie.
const longestWay = 1000;

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const provider = providerNamed(visit.settings, args.params.provider);
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.person) throw redirect(wayOn(to));
    const round = newRound(visit, provider, to.length > longestWay ? paths.home() : to);
    throw redirect(paths.signInWith(provider.id), {
      headers: { "Set-Cookie": await keepSigningIn(round, visit.settings, visit.clock.now()) },
    });
  });

export default function SigningYouIn() {
  const { address, refusal, organisation, to } = useLoaderData<typeof loader>();
  if (refusal) return <SingleSignOnRefused refusal={refusal} organisation={organisation} to={to} />;
  return (
    <>
      <h1 className="govuk-heading-l">Signing you in</h1>
      <p className="govuk-body">
        We are taking you to {organisation.name}. If nothing happens, use the button.
      </p>
      <ButtonLink href={address ?? paths.signIn(to)}>Continue to {organisation.name}</ButtonLink>
    </>
  );
}
