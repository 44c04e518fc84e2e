// Changes what is told of a course.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { changeCourse, listManagedSessions, readCourseDetails } from "~/domain/catalogue/catalogue.server";
import { counted } from "~/shared/format";
import { readCourseChoices } from "~/web/course-choices.server";
import { CourseFields } from "~/web/course-fields";
import { courseFieldOrder, courseForm, courseRefusals } from "~/web/course-form";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Change ${data.details.title}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const slug = args.params.slug ?? "";
    const { courseId, details } = readCourseDetails(visit, slug);
    const { coming } = listManagedSessions(visit, courseId, 0);
    return { slug, details, toCome: coming.length, choices: readCourseChoices(visit) };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const slug = args.params.slug ?? "";
    const { courseId } = readCourseDetails(visit, slug);
    const posted = await args.request.formData();
    const read = readForm(posted, courseForm);
    if (!read.ok) return showAgain(read.form);
    const changed = changeCourse(visit, { courseId, ...read.value });
    if (!changed.ok) return showAgain(formWith(posted, courseRefusals[changed.reason]));
    throw redirect(paths.manageCourse(slug, { done: "changed" }));
  });

export default function ChangeCourse() {
  const { slug, details, toCome, choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageCourse(slug)} text={details.title} />
      <ErrorSummary form={form} order={courseFieldOrder} />
      <h1 className="govuk-heading-xl">Change the course</h1>
      {toCome > 0 && (
        <InsetText>
          This course has {counted(toCome, "session")} to come. They show what you change here at once; nobody
          is written to.
        </InsetText>
      )}
      <form method="post" action={paths.manageCourseEdit(slug)} noValidate>
        <CourseFields initial={details} choices={choices} form={form} />
        <SubmitButton>Save</SubmitButton>
      </form>
    </>
  );
}
