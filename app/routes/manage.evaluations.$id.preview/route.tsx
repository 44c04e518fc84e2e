// A set exactly as those who are asked will see it, and answer it; nothing that is typed here is kept.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { readAnswers } from "~/domain/evaluations/evaluations";
import { listCourseEvaluations } from "~/domain/evaluations/evaluations.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { fieldsInOrder } from "~/web/evaluation-field-order";
import { formWith } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { stageNames } from "~/web/question-set-words";
import { pageTitle } from "~/web/title";
import { AsAsked } from "./as-asked";
import { readPreview } from "./page.server";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Preview: ${data.page.title}` : "Page not found");

const doneInWords = { tried: "These answers could be sent. Nothing was kept: this is a preview" };

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { set, page, course } = readPreview(visit, args.params.id);
    return {
      id: set.id,
      page,
      course,
      // A course's own questions are seen with that course alone.
      courses: set.courseId === null ? listCourseEvaluations(visit).filter(({ offered }) => offered) : [],
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { page } = readPreview(visit, args.params.id);
    const posted = await args.request.formData();
    const read = readAnswers(page, posted);
    if (!read.ok) return data({ form: formWith(posted, read.errors) }, { status: 400 });
    throw redirect(`${page.address}${page.address.includes("?") ? "&" : "?"}done=tried`);
  });

export default function PreviewPage() {
  const { id, page, course, courses, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageInstrument(id)} text={stageNames[page.stage].name} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      {!done && (
        <NotificationBanner
          kind="information"
          title="Preview"
          text="This is what people see. Nothing that you choose or type here is kept."
        />
      )}
      {courses.length > 0 && (
        <form method="get" action={paths.previewInstrument(id)}>
          <Select
            name="course"
            label="See it for a course"
            hint="With the questions of its own that it asks besides."
            placeholder="A course that asks nothing besides"
            initial={course ?? ""}
            items={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <SubmitButton variant="secondary">Show</SubmitButton>
        </form>
      )}
      <hr className="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <ErrorSummary form={form} order={fieldsInOrder(page)} />
      <AsAsked page={page} form={form} />
    </>
  );
}
