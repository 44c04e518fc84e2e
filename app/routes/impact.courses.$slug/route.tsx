// What difference one course makes: the sentence first, then the picture, the figures, and how they were worked out.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ChangeChart } from "~/components/change-chart";
import { Details } from "~/components/details";
import { SummaryList } from "~/components/summary-list";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import { listReportingYears, readCourseImpact } from "~/domain/impact/impact.server";
import {
  changeTitle,
  courseSentence,
  methodInWords,
  withheldInWords,
  yearInWords,
} from "~/domain/impact/wording";
import { decimal, percent, wholeNumber } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { changeRow } from "~/web/impact-rows";
import { paths } from "~/web/paths";
import { chosenYear } from "~/web/reporting-year.server";
import { pageTitle } from "~/web/title";
import { YearChoice } from "~/web/year-choice";
import { DirectionFigure } from "./direction-figure";

export const handle = { access: ["coordinator", "sdg_member", "scrutineer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Impact: ${data.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, slug, title } = readCourse(visit, args.params.slug ?? "");
    const years = listReportingYears(visit);
    const year = chosenYear(visit.url, years);
    const impact = readCourseImpact(visit, id, year);
    return { slug, title, years: years.map(({ label }) => label), year, impact };
  });

export default function CourseImpactPage() {
  const { slug, title, years, year, impact } = useLoaderData<typeof loader>();
  const { change, attended, matchedRate } = impact;
  return (
    <>
      <BackLink href={paths.impact({ year: year.label })} text="Impact of the whole offer" />
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{changeTitle(change)}</h1>
      <YearChoice action={paths.courseImpact(slug)} years={years} chosen={year.label} />
      <p className="govuk-body-l">{courseSentence(impact)}</p>

      <ChangeChart
        title={`${changeTitle(change)}, ${yearInWords(year)}`}
        headingLevel={2}
        intro="Mean change from before to after on a scale of 0 to 10. The line is the 95% interval."
        rows={[
          changeRow("All questions together", change),
          ...impact.items.map((item) => changeRow(item.wording, item.change)),
        ]}
        note="The answers to single questions are descriptive: a difference between them may be chance."
      />
      <DirectionFigure direction={impact.direction} />

      <h2 className="govuk-heading-l">How sure this is</h2>
      <SummaryList
        rows={[
          {
            key: "People who came",
            value: isWithheld(attended) ? withheldInWords(attended) : wholeNumber(attended),
          },
          {
            key: "With both answers",
            value: isWithheld(matchedRate)
              ? withheldInWords(matchedRate)
              : matchedRate === null || isWithheld(change)
                ? "Not enough to show"
                : `${wholeNumber(change.pairs)} (${percent(matchedRate)}).${matchedRate < 1 ? " The rest may differ from them." : ""}`,
          },
          { key: "Evidence", value: "C: what learners said of themselves, once before and once after" },
          ...(impact.startedNearTop
            ? [
                {
                  key: "Room to rise",
                  value: "Most started near the top of the scale, so there was little room to rise.",
                },
              ]
            : []),
          ...impact.reactions.map((reaction) => ({
            key: reaction.wording,
            value: isWithheld(reaction.mean)
              ? withheldInWords(reaction.mean)
              : `${decimal(reaction.mean)} out of ${reaction.highest} on average${isWithheld(reaction.answers) ? "" : `, ${wholeNumber(reaction.answers)} answers`}`,
          })),
        ]}
      />
      <Details summary="How this was worked out">
        <p className="govuk-body">
          {isWithheld(change)
            ? "A change is shown once at least 10 people have answered both before and after. Counts of 1 to 4 people are never shown."
            : methodInWords(change)}
        </p>
        <p className="govuk-body">
          A change is withheld below 10 people with both answers. Counts of 1 to 4 people are never shown, nor
          anything they could be worked out from.
        </p>
      </Details>
    </>
  );
}
