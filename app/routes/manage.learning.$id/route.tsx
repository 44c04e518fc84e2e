// One piece of learning elsewhere, and the answer to it: it counts, until when and as what; or it goes back with a note.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { listCourseNames } from "~/domain/bookings/bookings.server";
import { listCompetencies } from "~/domain/catalogue/catalogue.server";
import { readLearningToReview, reviewLearning } from "~/domain/certificates/certificates.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AnswerForm } from "./answer-form";
import { readAnswer, reviewRefusals } from "./answers.server";
import { WhatTheySay } from "./what-they-say";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `${data.learning.title}: learning elsewhere` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { personId, ...learning } = readLearningToReview(visit, args.params.id ?? "");
    return {
      learning,
      own: personId === visit.person.id,
      competencies: listCompetencies(visit).map(({ id, name }) => ({ id, name })),
      courses: listCourseNames(visit).map(({ id, title }) => ({ id, title })),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readAnswer(posted, args.params.id ?? "");
    if (!read.ok) return showAgain(read.form);
    const reviewed = reviewLearning(visit, read.review);
    if (!reviewed.ok) return showAgain(formWith(posted, reviewRefusals[reviewed.reason]));
    throw redirect(paths.manageLearning({ done: read.review.accept ? "accepted" : "refused" }), 303);
  });

export type ReviewPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ReviewLearning() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.manageLearning()} text="Learning elsewhere to look at" />
        <ErrorSummary form={form} order={["answer", "competencies", "courseId", "validUntil", "note"]} />
        <span className="govuk-caption-l">Learning elsewhere</span>
        <h1 className="govuk-heading-xl">
          <bdi>{page.learning.title}</bdi>
        </h1>
        <WhatTheySay learning={page.learning} />
        {page.own ? (
          <p className="govuk-body">This is your own: another coordinator has to look at it.</p>
        ) : (
          <AnswerForm page={page} form={form} />
        )}
      </div>
    </div>
  );
}
