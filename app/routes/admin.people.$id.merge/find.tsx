// Finding the person's other account, by name or address.
import { EmptyState } from "~/components/empty-state";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { paths } from "~/web/paths";
import { refusalInWords } from "./merge-words";
import type { MergePage } from "./route";

export function Find({ page }: { page: MergePage }) {
  const { person, q } = page;
  const over = person.erasedAt !== null || person.mergedIntoId !== null;
  return (
    <>
      <h1 className="govuk-heading-xl">Merge two accounts</h1>
      <p className="govuk-body-l">
        {person.name}, {person.email}
      </p>
      {over ? (
        <InsetText>{refusalInWords[person.erasedAt === null ? "already merged" : "erased"]}</InsetText>
      ) : (
        <>
          <p className="govuk-body">
            Does this person have another account? Find it. You see both side by side before anything changes.
          </p>
          <form method="get" action={paths.adminMerge(person.personId)}>
            <TextField
              name="q"
              label="Name or email address of the other account"
              type="search"
              initial={q}
              width={30}
              autoComplete="off"
            />
            <SubmitButton variant="secondary">Find</SubmitButton>
          </form>
          <Found page={page} />
        </>
      )}
    </>
  );
}

function Found({ page }: { page: MergePage }) {
  const { person, found, q } = page;
  if (!found) return null;
  if (found.accounts.length === 0) {
    return (
      <EmptyState
        title="No other account"
        text={`No other account has “${q}” in its name or address. Try part of a name, or an old address.`}
      />
    );
  }
  return (
    <>
      <Table
        caption={`Other accounts with “${q}” in their name or address`}
        columns={[
          { key: "name", heading: "Name" },
          { key: "email", heading: "Email address" },
          { key: "agency", heading: "Agency" },
          { key: "compare", heading: "Compare", headingHidden: true },
        ]}
        rows={found.accounts.map((account) => ({
          id: account.personId,
          cells: {
            name: account.name,
            email: account.email,
            agency: account.agencyName,
            compare: (
              <a className="govuk-link" href={paths.adminMerge(person.personId, { with: account.personId })}>
                Compare
                <span className="govuk-visually-hidden"> with {account.email}</span>
              </a>
            ),
          },
        }))}
      />
      {found.more && <p className="govuk-body">There are more. Write more of the name or address.</p>}
    </>
  );
}
