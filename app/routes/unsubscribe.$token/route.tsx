// Stops one kind of optional mail by the link in a letter, without signing in. Looking at it stops nothing: scanners of
// mail open every link. A mail program's own button posts here, too (RFC 8058).
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import {
  readStopByLink,
  readUnsubscribeToken,
  stopByLink,
} from "~/domain/notifications/notifications.server";
import { NotFound } from "~/shared/problems";
import { enter, type Visit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { topicInWords } from "~/web/topic-words";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Stop these emails: ${topicInWords[data.topic].name}` : "Page not found");

function readLink(visit: Visit, token: string | undefined) {
  const link = readUnsubscribeToken(visit.settings.secret, token ?? "");
  if (!link) throw new NotFound("unsubscription");
  return link;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    ...readStopByLink(visit, readLink(visit, args.params.token)),
    // A form without an address would post to wherever the page was reached from.
    address: visit.url.pathname,
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const link = readLink(visit, args.params.token);
    // Whatever a mail program sends is a press of its button; only our own second button says otherwise.
    const wanted = new URLSearchParams(await args.request.text()).get("wanted");
    stopByLink(visit, link, wanted === "take back" ? "take back" : "stop");
    throw redirect(visit.url.pathname, 303);
  });

export default function Unsubscribe() {
  const { topic, stopped, address } = useLoaderData<typeof loader>();
  const { name, what } = topicInWords[topic];
  return (
    <>
      {stopped ? (
        <>
          <Panel title="These emails are stopped">{name}</Panel>
          <p className="govuk-body">We still write to you about your own bookings and your account.</p>
          <h2 className="govuk-heading-m">If you did not mean to</h2>
        </>
      ) : (
        <>
          <h1 className="govuk-heading-l">Do you want to stop these emails?</h1>
          <p className="govuk-body">
            <strong>{name}.</strong> {what}
          </p>
          <p className="govuk-body">
            You will still get everything that you need for your own bookings and your account.
          </p>
        </>
      )}
      <form method="post" action={address} noValidate>
        <SubmitButton
          name="wanted"
          value={stopped ? "take back" : "stop"}
          variant={stopped ? "secondary" : undefined}
        >
          {stopped ? "Send me these emails again" : "Stop these emails"}
        </SubmitButton>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.myMessages()}>
          Sign in to choose all that we send you
        </a>
      </p>
    </>
  );
}
