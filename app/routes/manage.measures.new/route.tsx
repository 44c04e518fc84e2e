// A new practice measure.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { addPracticeMeasure } from "~/domain/impact/impact.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { measureChoices } from "~/web/measure-choices.server";
import { MeasureFields } from "~/web/measure-fields";
import { measureFieldOrder, newMeasureForm, numberTaken } from "~/web/measure-forms";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Add a practice measure");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ choices: measureChoices(visit) }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, newMeasureForm);
    if (!read.ok) return showAgain(read.form);
    const added = addPracticeMeasure(visit, read.value);
    if (!added.ok) return showAgain(formWith(posted, numberTaken));
    throw redirect(paths.manageMeasure(read.value.number, { done: "added" }));
  });

export default function NewMeasure() {
  const { choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageMeasures()} text="Practice measures" />
      <ErrorSummary form={form} order={measureFieldOrder} />
      <h1 className="govuk-heading-xl">Add a practice measure</h1>
      <form method="post" action={paths.newMeasure()} noValidate>
        <TextField
          name="number"
          label="Number"
          hint="As the partnership counts its measures, such as 4. It cannot be changed later."
          width={5}
          form={form}
        />
        <MeasureFields form={form} choices={choices} />
        <SubmitButton>Add practice measure</SubmitButton>
      </form>
    </>
  );
}
