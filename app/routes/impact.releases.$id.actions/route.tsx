// The actions of a signed report as they stand now: what came of each, and the form to say so.
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
import { type CloseActionRefusal, closeAction, readRelease } from "~/domain/impact/impact.server";
import { civilDateAt } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { releaseName } from "~/web/release-words";
import { pageTitle } from "~/web/title";
import { ActionList } from "./action-list";
import { closeForm } from "./close-form";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Actions: ${page.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, number, title, state, inside } = readRelease(visit, args.params.id ?? "");
    if (!inside || state === "draft") throw new NotFound("actions of a report");
    return {
      id,
      number,
      title,
      mayClose: inside.may.closeActions,
      today: civilDateAt(visit.clock.now()),
      actions: inside.actions.map(({ releaseId: _release, position: _position, ...action }) => action),
      closing: visit.url.searchParams.get("action") ?? "",
      closed: visit.url.searchParams.get("done") === "closed",
    };
  });

const refusals: Record<CloseActionRefusal, Record<string, string>> = {
  "not signed off": { "": "The report is not signed, or was withdrawn" },
  "nothing said": { outcome: "Enter what came of it" },
  "closed already": { "": "Somebody has closed this action already" },
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const { id } = readRelease(visit, args.params.id ?? "");
    const read = readForm(posted, closeForm);
    if (!read.ok) return showAgain(read.form);
    const closed = closeAction(visit, { releaseId: id, ...read.value });
    if (!closed.ok) return showAgain(formWith(posted, refusals[closed.reason]));
    throw redirect(paths.releaseActions(id, { done: "closed" }));
  });

export type ActionsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ReleaseActions() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.release(page.id)} text={releaseName(page)} />
        <ErrorSummary form={form} order={["as", "outcome"]} />
        {page.closed && !form && <NotificationBanner kind="success" text="The action is closed" />}
        <h1 className="govuk-heading-xl">What became of the actions</h1>
        <p className="govuk-body-l">
          The report stays as it was signed. The next one tells what came of these.
        </p>
        {page.actions.length === 0 ? (
          <p className="govuk-body">This report decided on no actions.</p>
        ) : (
          <ActionList page={page} form={form} />
        )}
      </div>
    </div>
  );
}
