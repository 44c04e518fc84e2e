// Drafts a report: which time it is about, what it is called, and which parts besides the whole partnership.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { draftRelease, listPeriods, partsOf } from "~/domain/impact/impact.server";
import { periodChoice, periodInWords } from "~/domain/impact/wording";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { OutlineFields } from "~/web/release-outline-fields";
import { outlineForm, outlineOrder, outlineRefusals } from "~/web/release-outline-form";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Draft an impact report");

/** The time that the address asks for, else the latest there is. */
function chosenPeriod(visit: SignedInVisit) {
  const periods = listPeriods(visit);
  const label = visit.url.searchParams.get("period");
  return { periods, period: periods.find((period) => period.label === label) ?? periods[0] ?? null };
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { periods, period } = chosenPeriod(visit);
    return {
      periods: periods.map((one) => ({ value: one.label, label: periodChoice(one) })),
      period: period && { label: period.label, inWords: periodInWords(period) },
      parts: period ? partsOf(visit, period).map(({ id, kind, name }) => ({ id, kind, name })) : [],
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, outlineForm);
    if (!read.ok) return showAgain(read.form);
    const { period } = chosenPeriod(visit);
    const { title, parts = [] } = read.value;
    const drafted = draftRelease(visit, {
      title,
      parts,
      from: period?.from ?? "",
      until: period?.until ?? "",
    });
    if (!drafted.ok) return showAgain(formWith(posted, outlineRefusals[drafted.reason]));
    throw redirect(paths.editRelease(drafted.value.releaseId, { done: "drafted" }));
  });

export default function NewRelease() {
  const { periods, period, parts } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (!period)
    return (
      <>
        <BackLink href={paths.releases()} text="Impact reports" />
        <h1 className="govuk-heading-xl">Draft an impact report</h1>
        <EmptyState
          title="Nothing to report on yet"
          text="A report can be drafted once a session has been delivered and its register taken."
        />
      </>
    );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.releases()} text="Impact reports" />
        <ErrorSummary form={form} order={outlineOrder} />
        <h1 className="govuk-heading-xl">Draft an impact report</h1>
        <form method="get" action={paths.newRelease()} className="app-year-choice">
          <Select name="period" label="Which time is it about?" initial={period.label} items={periods} />
          <SubmitButton variant="secondary">Choose this time</SubmitButton>
        </form>
        <form method="post" action={paths.newRelease({ period: period.label })} noValidate>
          <h2 className="govuk-heading-m">A report on {period.inWords}</h2>
          <OutlineFields parts={parts} form={form} />
          <SubmitButton>Draft it</SubmitButton>
        </form>
      </div>
    </div>
  );
}
