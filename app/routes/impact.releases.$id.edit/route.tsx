// Writing a draft report: what it is called and tells of, what the partnership makes of its figures, and the actions.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { removeAction } from "~/domain/impact/impact.server";
import { typed } from "~/shared/form-state";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { OutlineFields } from "~/web/release-outline-fields";
import { releaseName } from "~/web/release-words";
import { pageTitle } from "~/web/title";
import { ActionForm } from "./action-form";
import { Actions } from "./actions";
import { changeOutline, saveAction, saveNarratives } from "./deeds.server";
import { doneInWords, editOrder } from "./edit-forms";
import { Narratives } from "./narratives";
import { draftOf } from "./page-data.server";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Write: ${page.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    ...draftOf(visit, args.params.id ?? ""),
    changing: visit.url.searchParams.get("action") ?? "",
    done: doneIn(doneInWords, visit.url.searchParams),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { id } = draftOf(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    const intent = posted.get("intent");
    if (intent === "outline") return changeOutline(visit, id, posted);
    if (intent === "narratives") return saveNarratives(visit, id, posted);
    if (intent === "action") return saveAction(visit, id, posted);
    removeAction(visit, id, String(posted.get("actionId") ?? ""));
    throw redirect(paths.editRelease(id, { done: "removed" }));
  });

export type EditPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EditRelease() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const of = (intent: string) => (typed(form, "intent") === intent ? form : undefined);
  const here = paths.editRelease(page.id);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.release(page.id)} text={releaseName(page)} />
        <ErrorSummary form={form} order={editOrder} />
        {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
        <h1 className="govuk-heading-xl">Write the report</h1>
        <p className="govuk-body-l">
          The figures come by themselves. Say here what you make of them and what will be done. Do not name
          anybody: the report may become public.
        </p>
        <Narratives page={page} form={of("narratives")} />
        <Actions page={page} />
        <ActionForm page={page} form={of("action")} />
        <form method="post" action={here} noValidate>
          <h2 className="govuk-heading-l">What it is called and tells of</h2>
          <OutlineFields
            parts={page.parts}
            initial={{ title: page.title, parts: page.chosen }}
            form={of("outline")}
          />
          <SubmitButton name="intent" value="outline" variant="secondary">
            Save title and parts
          </SubmitButton>
        </form>
        <h2 className="govuk-heading-l">When it is written</h2>
        <p className="govuk-body">Read it through, then send it for review.</p>
        <ButtonLink href={paths.release(page.id)}>Read the draft</ButtonLink>
      </div>
    </div>
  );
}
