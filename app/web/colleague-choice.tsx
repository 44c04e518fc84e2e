// Choosing one colleague: found by name or address, a page at a time, or by their whole address.
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import type { ColleaguesFound } from "./colleague-choice.server";

type ColleagueChoiceProps = {
  found: ColleaguesFound;
  /** The page's own address: searches and choices go there. */
  address: string;
  label: string;
  button: string;
  form?: FormState;
};

export function ColleagueChoice({ found, address, label, button, form }: ColleagueChoiceProps) {
  const { q, total, page, pages, people } = found;
  const pageOf = (number: number) => `${address}?${new URLSearchParams({ q, page: String(number) })}#choose`;
  return (
    <section id="choose">
      <form method="get" action={`${address}#choose`} className="app-filter-form">
        <TextField
          name="q"
          label="Find a colleague"
          hint="Part of a name or email address"
          initial={q}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <SubmitButton variant="secondary">Search</SubmitButton>
      </form>
      {people.length === 0 ? (
        <EmptyState
          title={q ? "Nobody fits this search" : "Nobody else of the agency has joined yet"}
          text={
            q
              ? "Check the spelling. Only people whom the agency has confirmed are shown."
              : "People join by themselves with their work address."
          }
        />
      ) : (
        <>
          <form method="post" action={address} noValidate>
            <Radios
              name="personId"
              label={label}
              labelSize="m"
              hint={
                q ? `${counted(total, "person", "people")} with “${q}” in their name or address` : undefined
              }
              items={people.map(({ id, name, email }) => ({
                value: id,
                label: name,
                hint: <span className="govuk-!-text-break-word">{email}</span>,
              }))}
              form={form}
              small
            />
            <SubmitButton name="intent" value="choose">
              {button}
            </SubmitButton>
          </form>
          <Pagination page={page} pages={pages} hrefFor={pageOf} label="Pages of people" />
        </>
      )}
    </section>
  );
}
