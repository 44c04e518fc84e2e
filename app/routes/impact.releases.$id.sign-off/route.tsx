// Signing a report off cannot be undone, so it is asked for once more, with what it means.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Checkboxes } from "~/components/checkboxes";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { readRelease, type SignOffRefusal, signOff } from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { ReleasePaper } from "~/web/release-paper";
import { pageTitle } from "~/web/title";

export const handle = { access: ["sdg_member"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Sign off: ${page.release.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const release = readRelease(visit, args.params.id ?? "");
    if (!release.inside?.may.signOff) throw new NotFound("report to sign");
    return { release };
  });

const refusals: Record<SignOffRefusal, string> = {
  "not in review": "This report is no longer in review",
  "out of date":
    "Another report was signed or withdrawn since this one was frozen. Send it back to be frozen anew.",
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const { id } = readRelease(visit, args.params.id ?? "");
    if (posted.get("read") !== "yes")
      return showAgain(formWith(posted, { read: "Confirm that you have read the report" }));
    const signed = signOff(visit, id);
    if (!signed.ok) return showAgain(formWith(posted, { "": refusals[signed.reason] }));
    throw redirect(paths.release(id, { done: "signed" }));
  });

export default function SignOff() {
  const { release } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.release(release.id)} text={release.title} />
      <ErrorSummary form={form} order={["read"]} />
      <h1 className="govuk-heading-xl">Sign off this report</h1>
      <p className="govuk-body-l">
        Signed, it gets its number and stays as it is for good. It can be withdrawn later, but not changed.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Members of the delivery group, coordinators and the scrutineer are told.</li>
        <li>It does not become public by this.</li>
      </ul>
      <form method="post" action={paths.signOffRelease(release.id)} noValidate>
        <Checkboxes
          name="read"
          label="Have you read it?"
          items={[{ value: "yes", label: "I have read the report and its limits, and sign it off" }]}
          form={form}
        />
        <SubmitButton>Sign it off</SubmitButton>
      </form>
      <h2 className="govuk-heading-l">The report</h2>
      {release.paper && <ReleasePaper release={release} paper={release.paper} beneath />}
    </>
  );
}
