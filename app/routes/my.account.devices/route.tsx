// Where I am signed in, and how to end it: in one place, everywhere else, or everywhere.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import {
  endOwnAuthSession,
  endOwnAuthSessions,
  listOwnAuthSessions,
  markOfAuthSession,
} from "~/domain/accounts/accounts.server";
import { longDateTimeAt } from "~/shared/format";
import { forgetSignedIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { deviceInWords } from "./device-in-words";
import { Places } from "./places";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Where you are signed in");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    places: listOwnAuthSessions(visit).map((authSession) => ({
      mark: markOfAuthSession(authSession),
      browser: deviceInWords(authSession.device),
      since: longDateTimeAt(authSession.startedAt),
      lastUsed: longDateTimeAt(authSession.lastSeenAt),
      here: authSession.id === visit.signedIn.authSession.id,
    })),
    ended: visit.url.searchParams.get("done") === "1",
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const end = String(posted.get("end") ?? "");
    if (end === "everywhere") {
      endOwnAuthSessions(visit);
      throw redirect(paths.home(), { headers: { "Set-Cookie": await forgetSignedIn(visit.settings) } });
    }
    if (end === "others") endOwnAuthSessions(visit, visit.signedIn.authSession.id);
    else endOwnAuthSession(visit, end);
    throw redirect(`${paths.myDevices()}?done=1`);
  });

export type MyPlaces = ReturnType<typeof useLoaderData<typeof loader>>["places"];

export default function WhereYouAreSignedIn() {
  const { places, ended } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.myAccount()} text="Your account" />
      {ended && <NotificationBanner kind="success" text="This list shows where you are still signed in." />}
      <h1 className="govuk-heading-l">Where you are signed in</h1>
      <p className="govuk-body">
        Do you not know one of these? Sign out there, then{" "}
        <a className="govuk-link" href={paths.myPassword()}>
          change your password
        </a>
        .
      </p>
      <Places places={places} />
      <form method="post" action={paths.myDevices()} noValidate>
        <div className="govuk-button-group">
          {places.length > 1 && (
            <SubmitButton name="end" value="others">
              Sign out everywhere else
            </SubmitButton>
          )}
          <SubmitButton name="end" value="everywhere" variant="secondary">
            Sign out everywhere
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
