// Whom to book: people of the agency to tick, found by name a page at a time, or addresses to paste. What is ticked stays
// ticked from one search to the next.
import { Checkboxes } from "~/components/checkboxes";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { GroupPage, PickShown } from "./route";

export function Pick({ page, shown }: { page: GroupPage; shown: PickShown }) {
  const { q, picked, others, form } = shown;
  const items = [...picked, ...others].map(({ id, name, email }) => ({
    value: id,
    label: name,
    hint: <span className="govuk-!-text-break-word">{email}</span>,
  }));
  return (
    <form method="post" action={paths.teamBook(page.session.id)} noValidate>
      <div className="app-filter-form">
        <TextField
          name="q"
          label={`Find people of ${page.agency.name}`}
          hint="Part of a name or email address. Whoever you have ticked stays ticked."
          initial={q}
          form={form}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <SubmitButton name="intent" value="search" variant="secondary">
          Search
        </SubmitButton>
      </div>
      {items.length > 0 ? (
        <Checkboxes
          name="personId"
          label="Who is to be booked?"
          labelSize="m"
          hint={hintOf(shown)}
          items={items}
          initial={picked.map(({ id }) => id)}
          form={form}
          small
        />
      ) : (
        <p className="govuk-body" id="field-personId">
          {q
            ? `Nobody of your agency has “${q}” in their name or address.`
            : "Nobody of your agency has joined yet."}
        </p>
      )}
      <MorePages shown={shown} />
      <TextArea
        name="pasted"
        label="Or paste work email addresses"
        optional
        hint="One on each line, or with commas or semicolons between them. Names beside them do no harm."
        initial={shown.pasted}
        form={form}
        rows={4}
        spellCheck={false}
        autoComplete="off"
      />
      <p className="govuk-body">
        You can book up to 30 people at once. Nobody is booked before you have checked the list.
      </p>
      <SubmitButton name="intent" value="check">
        Check the list
      </SubmitButton>
    </form>
  );
}

function hintOf({ picked, q, total, page, pages }: PickShown): string {
  const found = q
    ? `${counted(total, "person", "people")} with “${q}” in their name or address`
    : counted(total, "person", "people");
  return [
    picked.length > 0 && `${counted(picked.length, "person", "people")} ticked so far`,
    pages > 1 ? `${found}, page ${page} of ${pages}` : found,
  ]
    .filter(Boolean)
    .join(". ");
}

/** Buttons in place of links: they send what is ticked along. */
function MorePages({ shown: { page, pages } }: { shown: PickShown }) {
  if (pages <= 1) return null;
  return (
    <div className="govuk-button-group">
      {page > 1 && (
        <SubmitButton name="page" value={String(page - 1)} variant="secondary">
          Previous page
        </SubmitButton>
      )}
      {page < pages && (
        <SubmitButton name="page" value={String(page + 1)} variant="secondary">
          Next page
        </SubmitButton>
      )}
    </div>
  );
}
