// Training in one's own calendar: choose what, get one address, and put it into a calendar program in three steps.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { endFeedAddress, makeFeedAddress, replaceFeedAddress } from "~/domain/calendars/calendars.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Choose } from "./choose";
import { readSubscribePage } from "./page-data.server";
import { Steps } from "./steps";
import { YourOwn } from "./your-own";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Training in your own calendar");

export const loader = (args: LoaderFunctionArgs) => enter(args, handle.access, readSubscribePage);

/** Only the part about one's own address has a form, and that is for people who are signed in. */
export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const deed = String((await args.request.formData()).get("deed") ?? "");
    if (!visit.person) throw redirect(paths.signIn(paths.calendarSubscribe()));
    const { secret } = visit.settings;
    switch (deed) {
      case "make":
        makeFeedAddress(visit, secret);
        throw redirect(paths.calendarSubscribe({ done: "made" }), 303);
      case "replace":
        replaceFeedAddress(visit, secret);
        throw redirect(paths.calendarSubscribe({ done: "replaced" }), 303);
      case "end":
        endFeedAddress(visit);
        throw redirect(paths.calendarSubscribe({ done: "ended" }), 303);
      default:
        throw redirect(paths.calendarSubscribe(), 303);
    }
  });

export default function Subscribe() {
  const { choices, chosen, asked, own, done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.calendar()} text="Training calendar" />
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Training in your own calendar</h1>
      <p className="govuk-body-l">
        Add an address to your calendar program once. New sessions and changes then show there by themselves.
      </p>
      {own.state === "stranger" ? (
        <>
          <Choose {...{ choices, chosen, asked }} />
          <YourOwn own={own} />
        </>
      ) : (
        <>
          <YourOwn own={own} />
          <Choose {...{ choices, chosen, asked }} />
        </>
      )}
      <Steps />
    </>
  );
}
