// Everybody's messages for coordinators: first what nobody will send again by itself, then whatever is looked for.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { listMessages } from "~/domain/notifications/notifications.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { act } from "./act.server";
import { readFilters } from "./filters";
import { Find } from "./find";
import { Found } from "./found";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Messages");

const size = 50;

const doneInWords = {
  again: "The message is written again and leaves within a minute.",
  seen: "The message is marked as seen to.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { filters, typed, page } = readFilters(visit.url.searchParams);
    return {
      ...listMessages(visit, filters, { number: page, size }),
      typed,
      page,
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const acted = act(visit, posted);
    if (!acted.ok) return showAgain(formWith(posted, { "": acted.reason }));
    const { typed } = readFilters(visit.url.searchParams);
    throw redirect(paths.manageMessages({ ...typed, done: acted.value }), 303);
  });

export type MessagesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Messages() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={refused} />
      {page.done && !refused && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">Messages</h1>
      <ul className="govuk-list app-ways">
        <li>
          <a className="govuk-link" href={paths.manageWordings()}>
            Words of the letters
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.manageNews()}>
            News of the offer
          </a>
        </li>
      </ul>
      <Find typed={page.typed} />
      <Found page={page} />
    </>
  );
}
