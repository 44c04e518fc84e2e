// What else can be done for this register besides marking one by one.
import { paths } from "~/web/paths";
import type { RegisterPage } from "./route";

export function OtherWays({ page }: { page: RegisterPage }) {
  const { id } = page.meeting;
  const ways = [
    ...(page.open && page.takenAt === null
      ? [
          { href: paths.trainerWalkIn(id), label: "Add someone who came without a booking" },
          { href: paths.trainerCode(id), label: "Show a code for people to check themselves in" },
          { href: paths.trainerQuestions(id), label: "Show a code for the questions before the training" },
        ]
      : []),
    ...(page.open ? [{ href: paths.trainerRows(id), label: "Mark people in a spreadsheet" }] : []),
    { href: paths.trainerSheet(id), label: "Print a sheet to sign" },
  ];
  return (
    <section aria-labelledby="other-ways">
      <h2 className="govuk-heading-m" id="other-ways">
        Other ways to take this register
      </h2>
      <ul className="govuk-list">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
