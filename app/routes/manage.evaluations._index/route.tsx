// What is asked about training: the questions of each stage that every course has, and what single courses ask besides.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { stages } from "~/domain/evaluations/evaluations";
import { draftInstrument, listCourseEvaluations, listSets } from "~/domain/evaluations/evaluations.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { inShort, QuestionSets } from "~/web/question-sets";
import { pageTitle } from "~/web/title";
import { CoursesAsking } from "./courses-asking";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Evaluation questions");

const doneInWords = { discarded: "The draft is discarded", published: "The questions are published" };

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { current, drafts } = listSets(visit, null);
    return {
      current: current.map(inShort),
      drafts: drafts.map(inShort),
      courses: listCourseEvaluations(visit),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const stage = stages.find((one) => one === posted.get("draft"));
    if (!stage) return showAgain(formWith(posted, { "": "Choose what to write a new version of" }));
    const { instrumentId } = draftInstrument(visit, { stage, courseId: null });
    throw redirect(paths.manageInstrument(instrumentId));
  });

export type EvaluationsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Evaluations() {
  const { current, drafts, courses, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Evaluation questions</h1>
      <p className="govuk-body-l">
        Everybody who trains is asked the same core questions before, at the end and weeks later. That is how
        the service can say what changed.
      </p>
      <p className="govuk-body">
        What has been published never changes. To change a question, write a new version, check it and publish
        it.
      </p>
      <QuestionSets
        caption="Core questions, the same for every course"
        action={paths.manageEvaluations()}
        current={current}
        drafts={drafts}
        none="Nothing yet"
      />
      <CoursesAsking courses={courses} />
    </>
  );
}
