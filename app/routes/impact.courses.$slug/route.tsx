// What difference one course makes, told as the whole report is: sentence, figures, what is not known, then each question.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { listPeriods, readReport } from "~/domain/impact/impact.server";
import { changeTitle, periodChoice, periodInWords } from "~/domain/impact/wording";
import { enter } from "~/web/enter.server";
import { ReportBody } from "~/web/impact-report/report-body";
import { paths } from "~/web/paths";
import { ReportChoice } from "~/web/report-choice";
import { chosenPeriod } from "~/web/report-choice.server";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `Impact: ${data.report.slice.name}, ${periodInWords(data.report.period)}` : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { slug, title } = readCourse(visit, args.params.slug ?? "");
    const periods = listPeriods(visit);
    const period = chosenPeriod(visit.url, periods);
    return {
      slug,
      times: periods.map((one) => ({ value: one.label, label: periodChoice(one) })),
      report: readReport(visit, { kind: "course", key: slug, name: title }, period),
    };
  });

export default function CourseImpactPage() {
  const { slug, times, report } = useLoaderData<typeof loader>();
  const { period, slice, confidence } = report;
  return (
    <>
      <BackLink href={paths.impact({ when: period.label })} text="Impact of the whole offer" />
      <span className="govuk-caption-xl">
        {slice.name}, {periodInWords(period)}
      </span>
      <h1 className="govuk-heading-xl">{changeTitle(confidence.change)}</h1>
      <ReportChoice action={paths.courseImpact(slug)} times={{ choices: times, chosen: period.label }} />
      <ReportBody
        report={report}
        trail={(key) => paths.impactFigure(key, { about: `course:${slug}`, when: period.label })}
        course={() => null}
      />
    </>
  );
}
