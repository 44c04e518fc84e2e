// Changing my own details. My agency is not among them.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import {
  changedDetails,
  changeOwnDetails,
  type DetailsRefusal,
  listRoleGroups,
  readPartnership,
} from "~/domain/accounts/accounts.server";
import { NeedsFields, WorkFields } from "~/web/details-fields";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your details");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { contactName, contactEmail } = readPartnership(visit);
    const { name, agencyName, roleGroupId, jobTitle, team, ...rest } = visit.person;
    const { lineManagerEmail, accessNeeds, dietaryNeeds } = rest;
    return {
      person: { name, agencyName, roleGroupId, jobTitle, team, lineManagerEmail, accessNeeds, dietaryNeeds },
      kindsOfWork: listRoleGroups(visit).map((group) => ({
        value: group.id,
        label: group.name,
        hint: group.description,
      })),
      contact: { name: contactName, email: contactEmail },
    };
  });

const refusalBeside: Record<DetailsRefusal, Record<string, string>> = {
  "no such kind of work": { roleGroupId: "Select the kind of work you do" },
  "own line manager": { lineManagerEmail: "Enter your line manager’s address, not your own" },
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, changedDetails);
    if (!read.ok) return showAgain(read.form);
    const result = changeOwnDetails(visit, read.value);
    if (!result.ok) return showAgain(formWith(posted, refusalBeside[result.reason]));
    throw redirect(result.value.changed ? `${paths.myAccount()}?done=details` : paths.myAccount());
  });

const order = ["name", "roleGroupId", "jobTitle", "team", "lineManagerEmail", "accessNeeds", "dietaryNeeds"];

export default function YourDetails() {
  const { person, kindsOfWork, contact } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myAccount()} text="Your account" />
        <ErrorSummary form={form} order={order} />
        <h1 className="govuk-heading-l">Your details</h1>
        <p className="govuk-body">
          You work for <strong>{person.agencyName}</strong>. If that is wrong, write to {contact.name}:{" "}
          <a className="govuk-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </p>
        <form method="post" action={paths.myDetails()} noValidate>
          <TextField
            name="name"
            label="Full name"
            initial={person.name}
            autoComplete="name"
            spellCheck={false}
            form={form}
          />
          <Radios
            name="roleGroupId"
            label="What kind of work do you do?"
            hint="It tells which training you need."
            items={kindsOfWork}
            initial={person.roleGroupId ?? undefined}
            form={form}
          />
          <TextField
            name="jobTitle"
            label="Job title (optional)"
            initial={person.jobTitle ?? undefined}
            autoComplete="organization-title"
            form={form}
          />
          <WorkFields initial={person} form={form} />
          <NeedsFields initial={person} form={form} />
          <SubmitButton>Save</SubmitButton>
        </form>
      </div>
    </div>
  );
}
