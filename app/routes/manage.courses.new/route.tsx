// Adds a course to the offer.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { addCourse } from "~/domain/catalogue/catalogue.server";
import { readCourseChoices } from "~/web/course-choices.server";
import { CourseFields } from "~/web/course-fields";
import { courseFieldOrder, courseForm, courseRefusals } from "~/web/course-form";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Add a course");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ choices: readCourseChoices(visit) }));

const offerForm = z.object({
  offered: z.enum(["yes", "no"], { error: "Select whether people can find it now" }),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, courseForm);
    const offer = readForm(posted, offerForm);
    if (!read.ok || !offer.ok) {
      const form = read.ok ? formWith(posted, {}) : read.form;
      if (!offer.ok) form.errors.offered = offer.form.errors.offered ?? [];
      return showAgain(form);
    }
    const added = addCourse(visit, { ...read.value, offered: offer.value.offered === "yes" });
    if (!added.ok) return showAgain(formWith(posted, courseRefusals[added.reason]));
    throw redirect(paths.manageCourse(added.value.slug, { done: "added" }));
  });

export default function AddCourse() {
  const { choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageCourses()} text="Courses" />
      <ErrorSummary form={form} order={[...courseFieldOrder, "offered"]} />
      <h1 className="govuk-heading-xl">Add a course</h1>
      {choices.themes.length === 0 ? (
        <EmptyState
          title="There are no themes yet"
          text="Every course belongs to a theme that the boards have agreed to work on."
          action={{ href: paths.manageThemes(), label: "Add a theme" }}
        />
      ) : (
        <form method="post" action={paths.manageCourseNew()} noValidate>
          <CourseFields choices={choices} form={form} />
          <Radios
            name="offered"
            label="Can people find it now?"
            small
            items={[
              { value: "yes", label: "Yes, put it on offer" },
              { value: "no", label: "Not yet", hint: "You can put it on offer from its page" },
            ]}
            form={form}
          />
          <p className="govuk-body">
            Everyone will be able to book it until you set rules for booking, which you can do next.
          </p>
          <SubmitButton>Add the course</SubmitButton>
        </form>
      )}
    </>
  );
}
