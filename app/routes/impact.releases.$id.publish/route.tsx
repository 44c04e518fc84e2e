// Making a report public cannot be taken back from those who have read it, so it is shown first as a stranger will read it.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { publishRelease, readAsStranger } from "~/domain/impact/impact.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { ReleasePaper } from "~/web/release-paper";
import { releaseName } from "~/web/release-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "sdg_member"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Make public: ${page.release.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ release: readAsStranger(visit, args.params.id ?? "") }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const id = args.params.id ?? "";
    const published = publishRelease(visit, id);
    if (!published.ok)
      return showAgain(
        formWith(await args.request.formData(), { "": "Only a signed report can be made public" }),
      );
    throw redirect(paths.release(id, { done: "public" }));
  });

export default function Publish() {
  const { release } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.release(release.id)} text={releaseName(release)} />
      <ErrorSummary form={form} order={[]} />
      <h1 className="govuk-heading-xl">Make this report public</h1>
      <p className="govuk-body-l">
        Anyone can read it and its files from then on, without signing in. What they read is below, word for
        word.
      </p>
      <p className="govuk-body">
        You can withdraw it later. You cannot take back copies that people have made by then.
      </p>
      <form method="post" action={paths.publishRelease(release.id)} noValidate>
        <SubmitButton>Make it public</SubmitButton>
      </form>
      <h2 className="govuk-heading-l">What anyone will read</h2>
      {release.paper && <ReleasePaper release={release} paper={release.paper} beneath />}
    </>
  );
}
