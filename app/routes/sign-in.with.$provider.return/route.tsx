// Single sign-on ends: the organisation sends the person back here with its word on who they are.
import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { noteRefusedSignOn, signInWithIdentity } from "~/domain/accounts/accounts.server";
import { logSignIn } from "~/log.server";
import { forgetSigningIn, keepJoining, readSigningIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { answerSignedIn, deviceOf } from "~/web/signed-in-answer.server";
import { identityBroughtBack, providerNamed, roundAnswered } from "~/web/single-sign-on.server";
import { headingOf, type RefusedSignOn, SingleSignOnRefused } from "~/web/single-sign-on-refused";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, loaded ? headingOf(loaded.refusal, loaded.organisation) : "We could not sign you in");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { request } = args;
    const { settings, clock, limits } = visit;
    const provider = providerNamed(settings, args.params.provider);
    const { id, name: named, domains } = provider;
    const organisation = { id, name: named, domains };
    const begun = await readSigningIn(request, settings);
    const to = begun?.returnTo ?? paths.home();
    const round = roundAnswered(visit, provider, begun);
    // Any page can send any browser here, so it counts for nothing and is kept nowhere. The round may still get its own.
    if (!round) return data({ refusal: "not begun here" as const, organisation, to }, { status: 400 });
    const taken = await limits.take("signOnsFromClient", visit.address);
    if (!taken.ok) {
      logSignIn(args, { by: "single sign-on", refused: "too many tries" });
      throw tooMany(taken.retryAfterSeconds);
    }
    const forgotten = await forgetSigningIn(settings);
    const refuse = (refusal: RefusedSignOn, email?: string) => {
      logSignIn(args, { by: "single sign-on", refused: refusal, email });
      const status = refusal === "out of order" ? 503 : 400;
      return data({ refusal, organisation, to }, { status, headers: { "Set-Cookie": forgotten } });
    };

    const brought = await identityBroughtBack(visit, provider, round);
    if (!brought.ok) {
      noteRefusedSignOn(visit);
      return refuse(brought.reason);
    }
    const { identity, email, name, secondFactor } = brought.value;
    const proved = { identity, email, secondFactor, device: deviceOf(request) };
    const led = signInWithIdentity(visit, proved, provider.domains);
    if (!led.ok) return refuse(led.reason, email);
    await limits.giveBack("signOnsFromClient", visit.address);
    if (led.value.to === "join") {
      const headers = new Headers({ "Set-Cookie": forgotten });
      headers.append(
        "Set-Cookie",
        await keepJoining({ email, identity, linkId: null, name, returnTo: to }, settings, clock.now()),
      );
      throw redirect(paths.registerDetails(), { headers });
    }
    const { secret, personId, email: kept } = led.value;
    logSignIn(args, { by: "single sign-on", refused: null, email: kept, personId });
    throw await answerSignedIn(visit, request, { secret, email: kept, to, alsoSet: [forgotten] });
  });

export default function NotSignedIn() {
  const { refusal, organisation, to } = useLoaderData<typeof loader>();
  return <SingleSignOnRefused refusal={refusal} organisation={organisation} to={to} />;
}
