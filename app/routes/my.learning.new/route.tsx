// Tell of learning elsewhere, so that a coordinator can look at it.
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
import { listCompetencies } from "~/domain/catalogue/catalogue.server";
import { submitLearning } from "~/domain/certificates/certificates.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { LearningFields } from "~/web/learning-fields";
import { learningFields, readLearning, submitRefusals } from "~/web/learning-form.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Add learning elsewhere");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    competencies: listCompetencies(visit).map(({ id, name }) => ({ id, name })),
    order: learningFields,
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readLearning(posted);
    if (!read.ok) return showAgain(read.form);
    const submitted = submitLearning(visit, read.told);
    if (!submitted.ok) return showAgain(formWith(posted, submitRefusals[submitted.reason]));
    throw redirect(paths.myLearning("sent"), 303);
  });

export default function AddLearning() {
  const { competencies, order } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myLearning()} text="Learning elsewhere" />
        <ErrorSummary form={form} order={order} />
        <h1 className="govuk-heading-xl">Add learning elsewhere</h1>
        <p className="govuk-body">
          A coordinator looks at it. If it counts, it stands on your record and among what your role needs.
        </p>
        <form method="post" action={paths.myLearningNew()} noValidate>
          <LearningFields competencies={competencies} form={form} />
          <SubmitButton>Send</SubmitButton>
        </form>
      </div>
    </div>
  );
}
