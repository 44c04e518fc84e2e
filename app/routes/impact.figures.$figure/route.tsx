// One figure's trail, for those who check it: what it means, how it is worked out, and how many stand behind each step.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { SummaryList } from "~/components/summary-list";
import { Table } from "~/components/table";
import { listPeriods, listReportSlices, readReport } from "~/domain/impact/impact.server";
import { periodInWords, trailOf } from "~/domain/impact/wording";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { chosenPeriod, chosenSlice, sliceValue } from "~/web/report-choice.server";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `What this figure means: ${data.trail.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const period = chosenPeriod(visit.url, listPeriods(visit));
    const slice = chosenSlice(visit.url, listReportSlices(visit, period));
    const trail = trailOf(readReport(visit, slice, period), args.params.figure ?? "");
    if (!trail) throw new NotFound("figure");
    const about = slice.kind === "partnership" ? undefined : sliceValue(slice);
    const back =
      slice.kind === "course"
        ? paths.courseImpact(slice.key, { when: period.label })
        : paths.impact({ about, when: period.label });
    return { about: slice.name, back, period, trail };
  });

export default function FigurePage() {
  const { about, back, period, trail } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={back} text="Back to the report" />
      <span className="govuk-caption-xl">
        What this figure means: {about}, {periodInWords(period)}
      </span>
      <h1 className="govuk-heading-xl">{trail.title}</h1>
      <p className="govuk-body-l">{trail.says}</p>

      <h2 className="govuk-heading-m">What it means</h2>
      <p className="govuk-body">{trail.meaning}</p>

      <h2 className="govuk-heading-m">How it is worked out</h2>
      <ul className="govuk-list govuk-list--bullet">
        {trail.formula.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>

      {trail.steps.length > 0 && (
        <Table
          caption="The counts behind it"
          columns={[
            { key: "label", heading: "Step" },
            { key: "count", heading: "How many", numeric: true },
          ]}
          rows={trail.steps.map(({ label, count }) => ({ id: label, cells: { label, count } }))}
        />
      )}

      {trail.notCounted.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Who is not counted, and why</h2>
          <ul className="govuk-list govuk-list--bullet">
            {trail.notCounted.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}

      <h2 className="govuk-heading-m">What every figure carries</h2>
      <SummaryList rows={trail.facts.map(({ label, value }) => ({ key: label, value }))} />
    </>
  );
}
