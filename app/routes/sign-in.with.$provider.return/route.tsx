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
import { identityBroughtBack, providerNamed } from "~/web/single-sign-on.server";
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
    const taken = await limits.take("guessesFromClient", visit.address);
    if (!taken.ok) {
      logSignIn(args, { by: "single sign-on", refused: "too many tries" });
      throw tooMany(taken.retryAfterSeconds);
    }
    const round = await readSigningIn(request, settings);
    const to = round?.returnTo ?? paths.home();
    const forgotten = await forgetSigningIn(settings);
    const refuse = (refusal: RefusedSignOn, email?: string) => {
      logSignIn(args, { by: "single sign-on", refused: refusal, email });
      const { id, name, domains } = provider;
      return data(
        { refusal, organisation: { id, name, domains }, to },
        {
          status: refusal === "out of order" ? 503 : 400,
          // A round that someone else's answer was brought to may still get its own.
          headers: refusal === "not begun here" ? undefined : { "Set-Cookie": forgotten },
        },
      );
    };

    const brought = await identityBroughtBack(visit, provider, round);
    if (!brought.ok) {
      noteRefusedSignOn(visit);
      return refuse(brought.reason);
    }
    const { identity, email, name, secondFactor } = brought.value;
    const proved = { identity, email, secondFactor, device: deviceOf(request) };
    const led = await signInWithIdentity(visit, proved, provider.domains);
    if (!led.ok) return refuse(led.reason, email);
    await limits.giveBack("guessesFromClient", visit.address);
    if (led.value.to === "join") {
      const headers = new Headers({ "Set-Cookie": forgotten });
      headers.append(
        "Set-Cookie",
        await keepJoining({ email, identity, name, returnTo: to }, settings, clock.now()),
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
