// Withdrawing a signed report cannot be undone; who comes by its address is told why.
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
import { TextArea } from "~/components/text-area";
import { readRelease, type WithdrawRefusal, withdrawRelease } from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { releaseName } from "~/web/release-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "sdg_member"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Withdraw: ${page.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, number, title, publicAt, inside } = readRelease(visit, args.params.id ?? "");
    if (!inside?.may.withdraw) throw new NotFound("report to withdraw");
    return { id, number, title, isPublic: publicAt !== null };
  });

const refusals: Record<WithdrawRefusal, Record<string, string>> = {
  "not signed off": { "": "Only a signed report can be withdrawn" },
  "nothing said": { because: "Enter why it is withdrawn" },
  "too long": { because: "Enter 1,000 characters or fewer" },
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const id = args.params.id ?? "";
    const withdrawn = withdrawRelease(visit, id, String(posted.get("because") ?? ""));
    if (!withdrawn.ok) return showAgain(formWith(posted, refusals[withdrawn.reason]));
    throw redirect(paths.release(id, { done: "withdrawn" }));
  });

export default function Withdraw() {
  const release = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.release(release.id)} text={releaseName(release)} />
        <ErrorSummary form={form} order={["because"]} />
        <h1 className="govuk-heading-xl">Withdraw this report</h1>
        <p className="govuk-body-l">
          Withdraw it when its figures or words turn out to be wrong. It keeps its number, and cannot be put
          back.
        </p>
        <p className="govuk-body">
          {release.isPublic
            ? "It is public. Anyone who comes by its address will read that it was withdrawn, and why, in place of the report."
            : "Those who read impact figures will read that it was withdrawn, and why."}
        </p>
        <form method="post" action={paths.withdrawRelease(release.id)} noValidate>
          <TextArea
            name="because"
            label="Why is it withdrawn?"
            hint="In words that anyone may read. Do not name anybody."
            rows={4}
            form={form}
          />
          <SubmitButton variant="warning">Withdraw it</SubmitButton>
        </form>
      </div>
    </div>
  );
}
