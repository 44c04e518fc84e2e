// A new venue.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { addVenue } from "~/domain/sessions/sessions.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { VenueFields } from "~/web/venue-fields";
import { venueFieldOrder, venueForm, venueRefusals } from "~/web/venue-forms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Add a venue");

export const loader = (args: LoaderFunctionArgs) => enter(args, handle.access, () => null);

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, venueForm);
    if (!read.ok) return showAgain(read.form);
    const added = addVenue(visit, read.value);
    if (!added.ok) return showAgain(formWith(posted, venueRefusals[added.reason]));
    throw redirect(paths.manageVenue(added.value.venueId, { done: "added" }));
  });

export default function NewVenue() {
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageVenues()} text="Venues" />
      <ErrorSummary form={form} order={venueFieldOrder} />
      <h1 className="govuk-heading-xl">Add a venue</h1>
      <form method="post" action={paths.manageVenueNew()} noValidate>
        <VenueFields form={form} />
        <SubmitButton>Add venue</SubmitButton>
      </form>
    </>
  );
}
