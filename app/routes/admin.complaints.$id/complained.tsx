// Who complains, when, and what they wrote.
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { plainDateAt } from "~/shared/format";
import { ComplaintStandingWords } from "~/web/complaint-standing";
import { paths } from "~/web/paths";
import { Paragraphs } from "./paragraphs";
import type { ComplaintPage } from "./route";

export function Complained({ complaint }: { complaint: ComplaintPage["complaint"] }) {
  const { personId, name, email, receivedAt, standing, text } = complaint;
  return (
    <>
      <SummaryList
        rows={[
          { key: "Where it stands", value: <ComplaintStandingWords standing={standing} /> },
          { key: "Received", value: plainDateAt(receivedAt) },
          {
            key: "From",
            value: personId ? (
              <a className="govuk-link" href={paths.adminPerson(personId)}>
                {name}
              </a>
            ) : (
              `${name} (not signed in, so nobody has checked who they are)`
            ),
          },
          {
            key: "Email",
            value: (
              <a className="govuk-link" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
        ]}
      />
      <h2 className="govuk-heading-m">What they wrote</h2>
      <InsetText>
        <Paragraphs text={text} />
      </InsetText>
    </>
  );
}
