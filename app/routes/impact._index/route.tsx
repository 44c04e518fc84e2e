// The impact report: one sentence to read aloud, four figures, what is not known, then question by question.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangeChart } from "~/components/change-chart";
import { EmptyState } from "~/components/empty-state";
import { readPartnership } from "~/domain/accounts/accounts.server";
import {
  listPracticeMeasures,
  listReportingYears,
  readImpactReport,
  summariseRecordedDeliveries,
} from "~/domain/impact/impact.server";
import { changeTitle, reportSentence, whatIsNotKnown, yearInWords } from "~/domain/impact/wording";
import { enter } from "~/web/enter.server";
import { changeRow } from "~/web/impact-rows";
import { paths } from "~/web/paths";
import { chosenYear } from "~/web/reporting-year.server";
import { pageTitle } from "~/web/title";
import { YearChoice } from "~/web/year-choice";
import { Activity } from "./activity";
import { FourFigures } from "./four-figures";
import { PracticeMeasures } from "./practice-measures";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Impact, ${yearInWords(data.year)}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const years = listReportingYears(visit);
    const year = chosenYear(visit.url, years);
    return {
      partnershipName: readPartnership(visit).name,
      years: years.map(({ label }) => label),
      year,
      report: readImpactReport(visit, year),
      measures: listPracticeMeasures(visit),
      recorded: summariseRecordedDeliveries(visit),
    };
  });

export default function ImpactPage() {
  const { partnershipName, years, year, report, measures, recorded } = useLoaderData<typeof loader>();
  return (
    <>
      <span className="govuk-caption-xl">{partnershipName}</span>
      <h1 className="govuk-heading-xl">What difference training makes</h1>
      <YearChoice action={paths.impact()} years={years} chosen={year.label} />
      <p className="govuk-body-l">{reportSentence(report, year)}</p>
      <FourFigures report={report} />

      <h2 className="govuk-heading-l">What is not known</h2>
      <ul className="govuk-list govuk-list--bullet">
        {whatIsNotKnown(report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>

      <h2 className="govuk-heading-l">How much did we do?</h2>
      <Activity report={report} />

      <h2 className="govuk-heading-l">What difference did it make to learners?</h2>
      {report.courses.length === 0 ? (
        <EmptyState
          title="No courses to show"
          text="A course appears once a session has been delivered and its register taken in this reporting year."
          headingLevel={3}
        />
      ) : (
        <>
          <ChangeChart
            title={changeTitle(report.change)}
            intro="Mean change in confidence by course, on a scale of 0 to 10. The line is the 95% interval. Courses are in order of their name: they are not ranked."
            rows={[
              changeRow("All courses", report.change),
              ...report.courses.map((course) => changeRow(course.title, course.change)),
            ]}
            note="A change is shown from 10 people with both answers on. Courses differ in who comes and what is asked of them, so they are not to be compared with each other."
          />
          <p className="govuk-body">Open a course to see each question and how sure the figures are:</p>
          <ul className="govuk-list">
            {report.courses.map((course) => (
              <li key={course.slug}>
                <a className="govuk-link" href={`${paths.courseImpact(course.slug)}?year=${year.label}`}>
                  {course.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}

      <h2 className="govuk-heading-l">What changed in practice?</h2>
      <PracticeMeasures measures={measures} recorded={recorded} />
    </>
  );
}
