// Other pages about this person.
import { SubmitButton } from "~/components/submit-button";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

export function Onward({ page: { person, may } }: { page: PersonPage }) {
  const ways = [
    {
      href: paths.adminAudit({ person: person.id }),
      text: "What they did, and what was done to their account",
    },
    ...(may.administer && person.erasedAt === null
      ? [
          { href: paths.adminMerge(person.id), text: "Merge with another account of theirs" },
          { href: paths.adminErasure(person.id), text: "Erase their personal data" },
        ]
      : []),
  ];
  return (
    <section id="more">
      <h2 className="govuk-heading-m">More about this account</h2>
      <ul className="govuk-list">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.adminPersonData(person.id)}>
        <p className="govuk-body">If they ask what is held on them, send them everything as one file.</p>
        <SubmitButton variant="secondary">Download what is held on them</SubmitButton>
      </form>
    </section>
  );
}
