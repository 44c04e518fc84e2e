// What to put on next, and why: the largest shares first, with the places already on offer.
import { listed } from "~/shared/format";
import { paths } from "~/web/paths";
import { offerInWords, reasonFor } from "./needs-in-words";
import type { NeedsPage } from "./needs-page";

export function PutOnNext({ page: { next, unranked } }: { page: NeedsPage }) {
  const askFirst = next.filter(mostlyNotKnown);
  return (
    <>
      <h2 className="govuk-heading-l">What to put on next</h2>
      {next.length === 0 ? (
        <p className="govuk-body">No competency shows a gap, or anyone who is not known.</p>
      ) : (
        <>
          <p className="govuk-body">
            The order is by the share of people who need it and have a gap or are not known. Among equals,
            more people come first.
          </p>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">
            {next.map((competency) => (
              <li key={competency.name}>
                <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{competency.name}</h3>
                <p className="govuk-body govuk-!-margin-bottom-1">
                  {reasonFor(competency)} {offerInWords(competency)}
                </p>
                <p className="govuk-body">
                  Asked for by {listed(competency.boards)}. <Courses courses={competency.offer.courses} />
                </p>
              </li>
            ))}
          </ol>
          {askFirst.length > 0 && (
            <p className="govuk-body">
              More is not known than known to be missing in {listed(askFirst.map(({ name }) => name))}. Ask
              people to answer their self-assessment before adding sessions.
            </p>
          )}
        </>
      )}
      {unranked.length > 0 && (
        <p className="govuk-body">
          Not in this order, because their numbers are withheld: {listed(unranked)}.
        </p>
      )}
    </>
  );
}

/** More not known than known to be missing: a session may not be what is wanted. */
const mostlyNotKnown = ({ counts: { gap, unknown } }: NeedsPage["next"][number]) =>
  gap !== null && unknown !== null && unknown > gap;

function Courses({ courses }: { courses: { slug: string; title: string }[] }) {
  if (courses.length === 0) return <>No course on offer teaches it: one is needed.</>;
  return (
    <>
      Taught by{" "}
      {courses.map((course, i) => (
        <span key={course.slug}>
          {i > 0 && ", "}
          <a className="govuk-link" href={paths.course(course.slug)}>
            {course.title}
          </a>
        </span>
      ))}
      .
    </>
  );
}
