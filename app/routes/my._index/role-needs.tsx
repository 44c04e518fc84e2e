// What the person's kind of work needs from them, in a few words each, and certificates that run out.
import type { NeedsInBrief } from "~/domain/needs/needs";
import { counted, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyTraining } from "./route";

type Need = NeedsInBrief["needs"][number];

/** "renew by 12 March 2027"; null where nothing is to be done. */
function whatToDo({ status, dueSoon }: Need): string | null {
  switch (status.kind) {
    case "held":
      return dueSoon && status.until !== null ? `renew by ${plainDate(status.until)}` : null;
    case "reported":
      return null;
    case "gap":
      return status.because === "ran out"
        ? `out of date since ${plainDate(status.until)}`
        : "to be trained in";
    case "unknown":
      return "not known: tell us how you stand";
  }
}

const most = 5;

export function RoleNeeds({
  needs: { kindOfWork, needs },
  renewals,
}: Pick<MyTraining, "needs" | "renewals">) {
  const open = needs.flatMap((need) => {
    const todo = whatToDo(need);
    return todo === null ? [] : [{ ...need, todo }];
  });
  return (
    <>
      <h2 className="govuk-heading-l">Needs and renewals</h2>
      {(open.length > 0 || renewals.length > 0) && (
        <ul className="govuk-list govuk-list--bullet">
          {open.slice(0, most).map((need) => (
            <li key={need.competencyId}>
              {need.name}: {need.todo}
            </li>
          ))}
          {open.length > most && <li>and {counted(open.length - most, "more requirement")}</li>}
          {renewals.map(({ number, courseTitle, courseSlug, expiresOn, over }) => (
            <li key={number}>
              Certificate for{" "}
              <a className="govuk-link" href={paths.course(courseSlug)}>
                {courseTitle}
              </a>
              : {over ? `ran out on ${plainDate(expiresOn)}` : `renew by ${plainDate(expiresOn)}`}
            </li>
          ))}
        </ul>
      )}
      {needs.length > 0 && open.length === 0 && (
        <p className="govuk-body">Everything that your role needs is in date.</p>
      )}
      {kindOfWork === null && (
        <p className="govuk-body">We do not know your kind of work yet, so we cannot say what you need.</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.myNeeds()}>
          See what my role needs
        </a>
        : what you have, what to renew, and what to book.
      </p>
    </>
  );
}
