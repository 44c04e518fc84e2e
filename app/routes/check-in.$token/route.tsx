// The address in the code on the wall. A code is good for a minute or two: whoever opens it in time has a quarter of an
// hour, in that same browser, to sign in and press the button, or to find the form that they came for. Sent on to
// somebody else it opens nothing.
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { readCheckInToken } from "~/domain/bookings/bookings.server";
import { NotFound } from "~/shared/problems";
import { keepCheckingIn, readCheckingIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "This code has run out" : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const now = visit.clock.now();
    const read = readCheckInToken(visit.settings.secret, args.params.token ?? "", now);
    if (!read) throw new NotFound("check-in");
    const onward = visit.url.searchParams.get("for") === "questions" ? paths.findForm() : paths.checkInHere();
    if (read.fresh) {
      const kept = await keepCheckingIn(read.meetingId, visit.settings, now);
      throw redirect(onward, { headers: { "Set-Cookie": kept } });
    }
    // Opened again by the browser that opened it in time; that does not stretch its quarter of an hour.
    if ((await readCheckingIn(args.request, visit.settings, now)) === read.meetingId) throw redirect(onward);
    return { runOut: true };
  });

export default function CodeRunOut() {
  return (
    <>
      <h1 className="govuk-heading-l">This code has run out</h1>
      <p className="govuk-body">
        The code on the wall changes every minute. Scan the one that is there now, or tell your trainer that
        you are here.
      </p>
    </>
  );
}
