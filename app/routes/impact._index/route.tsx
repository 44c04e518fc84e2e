// The impact report: one sentence to read aloud, four figures, what is not known, then question by question.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPartnership } from "~/domain/accounts/accounts.server";
import {
  listOpenActions,
  listPeriods,
  listReportSlices,
  readReport,
  summariseRecordedDeliveries,
} from "~/domain/impact/impact.server";
import { periodChoice, periodInWords, sliceChoice } from "~/domain/impact/wording";
import { enter } from "~/web/enter.server";
import { ReportBody } from "~/web/impact-report/report-body";
import { paths } from "~/web/paths";
import { ReportChoice } from "~/web/report-choice";
import { chosenPeriod, chosenSlice, sliceValue } from "~/web/report-choice.server";
import { pageTitle } from "~/web/title";
import { OpenActions } from "./open-actions";
import { Recorded } from "./recorded";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data
      ? `Impact: ${data.whole ? "" : `${data.report.slice.name}, `}${periodInWords(data.report.period)}`
      : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const periods = listPeriods(visit);
    const period = chosenPeriod(visit.url, periods);
    const slices = listReportSlices(visit, period).filter(({ kind }) => kind !== "course");
    const slice = chosenSlice(visit.url, slices);
    const whole = slice.kind === "partnership";
    return {
      partnershipName: readPartnership(visit).name,
      whole,
      about: sliceValue(slice),
      parts: slices.map((one) => ({ value: sliceValue(one), label: sliceChoice(one) })),
      times: periods.map((one) => ({ value: one.label, label: periodChoice(one) })),
      report: readReport(visit, slice, period),
      actions: listOpenActions(visit),
      recorded: whole ? summariseRecordedDeliveries(visit) : null,
    };
  });

export default function ImpactPage() {
  const { partnershipName, whole, about, parts, times, report, actions, recorded } =
    useLoaderData<typeof loader>();
  const { period, slice } = report;
  const chosen = { about: whole ? undefined : about, when: period.label };
  return (
    <>
      <span className="govuk-caption-xl">
        {whole ? partnershipName : slice.name}, {periodInWords(period)}
      </span>
      <h1 className="govuk-heading-xl">What difference training makes</h1>
      <ReportChoice
        action={paths.impact()}
        parts={{ choices: parts, chosen: about }}
        times={{ choices: times, chosen: period.label }}
      />
      <ReportBody
        report={report}
        trail={(key) => paths.impactFigure(key, chosen)}
        course={(slug) => paths.courseImpact(slug, { when: period.label })}
        next={<OpenActions actions={actions} />}
        recorded={recorded && <Recorded recorded={recorded} />}
      />
      <p className="govuk-body-s">
        Method {report.method}.{" "}
        <a className="govuk-link app-no-print" href={paths.releases()}>
          Releases, signed off and frozen
        </a>
      </p>
    </>
  );
}
