// What would become of each: those who can be booked are ticked, the others say why not.
import { Checkboxes } from "~/components/checkboxes";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import { ReserveForm } from "./reserve-form";
import type { CheckShown, GroupPage } from "./route";
import { bookableInWords, modeInWords, whyNot } from "./words";

export function Check({ page, shown }: { page: GroupPage; shown: CheckShown }) {
  const { bookable, others, form } = shown;
  const people = bookable.flatMap(({ person, standing }) => (person ? [{ ...person, standing }] : []));
  const withoutAccount = others.filter(({ standing }) => standing === "no account").length;
  return (
    <>
      {people.length === 0 ? (
        <p className="govuk-body">
          Nobody of this list can be booked.{" "}
          <a className="govuk-link" href={paths.teamBook(page.session.id)}>
            Choose other people
          </a>
        </p>
      ) : (
        <form method="post" action={paths.teamBook(page.session.id)} noValidate>
          <Checkboxes
            name="personId"
            label={`${counted(people.length, "person", "people")} can be booked`}
            labelSize="m"
            hint="Untick whom you do not want to book."
            items={people.map(({ id, name, email, standing }) => ({
              value: id,
              label: name,
              hint: (
                <>
                  <span className="app-line govuk-!-text-break-word">{email}</span>
                  <span className="app-line">{bookableInWords[standing]}</span>
                </>
              ),
            }))}
            initial={people.map(({ id }) => id)}
            form={form}
            small
          />
          <Modes page={page} shown={shown} />
          <IfFull page={page} shown={shown} wanted={people.length} />
          <p className="govuk-body">
            All of them are booked, or none. Each gets an email of their own, and can cancel their own place.
          </p>
          <SubmitButton name="intent" value="book">
            Book {people.length === 1 ? "this person" : "these people"}
          </SubmitButton>{" "}
          <SubmitButton name="intent" value="search" variant="secondary">
            Choose more people
          </SubmitButton>
        </form>
      )}
      {others.length > 0 && (
        <Table
          caption={`${counted(others.length, "person", "people")} cannot be booked`}
          columns={[
            { key: "who", heading: "Person" },
            { key: "why", heading: "Why" },
          ]}
          rows={others.map((line) => ({
            id: line.person?.id ?? line.typed ?? "",
            cells: {
              who: (
                <>
                  {line.person && <bdi className="app-line">{line.person.name}</bdi>}
                  <span className="app-line govuk-!-text-break-word govuk-!-font-weight-regular">
                    {line.person?.email ?? line.typed}
                  </span>
                </>
              ),
              why: whyNot(line),
            },
          }))}
        />
      )}
      {withoutAccount > 0 && <ReserveForm page={page} places={withoutAccount} />}
    </>
  );
}

function Modes({ page, shown }: { page: GroupPage; shown: CheckShown }) {
  if (page.modes.length === 1) return null;
  return (
    <Radios
      name="mode"
      label="Where will they take part?"
      items={page.modes.map(({ mode, places }) => ({
        value: mode,
        label: modeInWords[mode],
        hint: `${counted(places, "place")} for your agency now`,
      }))}
      form={shown.form}
    />
  );
}

/** Asked only where there may not be a place for each. */
function IfFull({ page, shown, wanted }: { page: GroupPage; shown: CheckShown; wanted: number }) {
  if (page.modes.every(({ places }) => places >= wanted)) return null;
  const { groupHours, offerHours } = page;
  return (
    <Radios
      name="ifFull"
      label="If there are not enough places for all of them"
      initial="refuse"
      items={[
        {
          value: "refuse",
          label: "Book nobody, and let me choose fewer people",
        },
        {
          value: "wait",
          label: "Let them wait as a group",
          hint: `They are offered places together, so that they can come together. When it is their turn, free places are set aside for the group for ${counted(groupHours, "hour")}. If there are still not enough by then, each of them waits alone from the same turn. Everyone has ${counted(offerHours, "hour")} to accept an offer.`,
        },
      ]}
      form={shown.form}
    />
  );
}
