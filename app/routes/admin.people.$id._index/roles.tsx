// What they hold besides being a practitioner; boxes for the roles that the reader may give.
import { Checkboxes } from "~/components/checkboxes";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { roleHints, roleInWords } from "~/web/people-words";
import type { PersonPage } from "./route";

export function Roles({ page, form }: { page: PersonPage; form?: FormState }) {
  const { person, may } = page;
  const held = person.roles.map(({ role }) => role);
  const fixed = person.roles.filter(({ role }) => !may.give.includes(role));
  return (
    <section id="roles">
      <h2 className="govuk-heading-m">Roles</h2>
      {person.roles.length === 0 && <p className="govuk-body">They have no role besides practitioner.</p>}
      {person.disabledAt !== null || may.give.length === 0 ? (
        <Held roles={person.roles} />
      ) : (
        <>
          {fixed.length > 0 && <Held roles={fixed} />}
          <form method="post" action={paths.adminPerson(person.id)} noValidate>
            {held
              .filter((role) => may.give.includes(role))
              .map((role) => (
                <input key={role} type="hidden" name="had" value={role} />
              ))}
            <Checkboxes
              name="roles"
              label={may.give.length === 1 ? "Role you can give" : "Roles they hold"}
              hint="A change counts from their next page on."
              small
              items={may.give.map((role) => ({
                value: role,
                label: roleInWords[role],
                hint: hintFor(person.roles, role),
              }))}
              initial={held}
              form={form}
            />
            <SubmitButton variant="secondary" name="intent" value="roles">
              Save roles
            </SubmitButton>
          </form>
        </>
      )}
    </section>
  );
}

type Held = PersonPage["person"]["roles"];

function Held({ roles }: { roles: Held }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {roles.map((grant) => (
        <li key={grant.role}>
          {roleInWords[grant.role]}: {sinceInWords(grant)}
        </li>
      ))}
    </ul>
  );
}

function hintFor(roles: Held, role: Held[number]["role"]): string {
  const grant = roles.find((one) => one.role === role);
  return grant ? `${roleHints[role]} Held ${sinceInWords(grant)}.` : roleHints[role];
}

const sinceInWords = ({ grantedAt, grantedByName }: Held[number]) =>
  `since ${plainDateAt(grantedAt)}${grantedByName ? `, given by ${grantedByName}` : ""}`;
