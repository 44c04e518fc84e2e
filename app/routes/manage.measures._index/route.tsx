// Practice measures: what audits and datasets say over time, with the training that is to move each.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { listPracticeMeasures } from "~/domain/impact/impact.server";
import { monthInWords } from "~/domain/impact/wording";
import { counted } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Practice measures");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    measures: listPracticeMeasures(visit).map(({ points, themes, courses, ...measure }) => ({
      number: measure.number,
      name: measure.name,
      unit: measure.unit,
      last: points.findLast((point) => point.outcome !== null) ?? null,
      next: points.find((point) => point.outcome === null && point.target !== null) ?? null,
      links: themes.length + courses.length,
    })),
  }));

export default function Measures() {
  const { measures } = useLoaderData<typeof loader>();
  const figure = (value: number | null, unit: string) => `${value}${unit.startsWith("%") ? "%" : ""}`;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <h1 className="govuk-heading-xl">Practice measures</h1>
      <p className="govuk-body">
        What audits and datasets say about practice. They stand in the impact report beside the training that
        was meant to move them, and are never said to be its effect.
      </p>
      <ButtonLink href={paths.newMeasure()}>Add a practice measure</ButtonLink>
      {measures.length === 0 ? (
        <EmptyState
          title="No practice measures yet"
          text="Add the first one, then its figures month by month."
        />
      ) : (
        <Table
          caption="All practice measures"
          columns={[
            { key: "name", heading: "Measure" },
            { key: "last", heading: "Last outcome" },
            { key: "next", heading: "Next target" },
            { key: "links", heading: "Training that is to move it" },
          ]}
          rows={measures.map(({ number, name, unit, last, next, links }) => ({
            id: number,
            cells: {
              name: (
                <a className="govuk-link" href={paths.manageMeasure(number)}>
                  {/^\d+$/.test(number) ? `${number}. ${name}` : name}
                </a>
              ),
              last: last ? `${figure(last.outcome, unit)}, ${monthInWords(last.period)}` : "Not recorded",
              next: next ? `${figure(next.target, unit)}, ${monthInWords(next.period)}` : "None",
              links: links === 0 ? "None chosen" : counted(links, "theme or course", "themes or courses"),
            },
          }))}
        />
      )}
    </>
  );
}
