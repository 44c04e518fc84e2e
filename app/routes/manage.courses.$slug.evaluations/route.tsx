// What is asked about one course besides the core: more stages, hindsight, and questions about its own outcomes.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Checkboxes } from "~/components/checkboxes";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { stages } from "~/domain/evaluations/evaluations";
import {
  draftInstrument,
  listSets,
  readCourseEvaluation,
  setCourseEvaluation,
} from "~/domain/evaluations/evaluations.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { inShort, QuestionSets } from "~/web/question-sets";
import { pageTitle } from "~/web/title";
import { besides } from "./besides";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Evaluation of ${data.title}` : "Page not found");

const doneInWords = {
  saved: "What is asked about the course is saved",
  discarded: "The draft is discarded",
  published: "The questions are published",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, slug, title, outcomes } = readCourse(visit, args.params.slug ?? "");
    const { current, drafts } = listSets(visit, id);
    const settings = readCourseEvaluation(visit, id);
    return {
      slug,
      title,
      outcomes,
      asked: Object.entries(settings).flatMap(([name, on]) => (on ? [name] : [])),
      current: current.map(inShort),
      drafts: drafts.map(inShort),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { id: courseId, slug } = readCourse(visit, args.params.slug ?? "");
    const posted = await args.request.formData();
    const stage = stages.find((one) => one === posted.get("draft"));
    if (stage)
      throw redirect(paths.manageInstrument(draftInstrument(visit, { stage, courseId }).instrumentId));
    const asked = posted.getAll("asked");
    setCourseEvaluation(visit, {
      courseId,
      onArrival: asked.includes("onArrival"),
      sixMonths: asked.includes("sixMonths"),
      recall: asked.includes("recall"),
    });
    throw redirect(paths.manageCourseEvaluations(slug, "saved"));
  });

export default function CourseEvaluations() {
  const { slug, title, outcomes, asked, current, drafts, done } = useLoaderData<typeof loader>();
  const address = paths.manageCourseEvaluations(slug);
  return (
    <>
      <BackLink href={paths.manageEvaluations()} text="Evaluation questions" />
      {done && <NotificationBanner kind="success" text={done} />}
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">What is asked about this course</h1>
      <form method="post" action={address} noValidate>
        <Checkboxes name="asked" label="Ask the core questions also" initial={asked} items={besides} />
        <SubmitButton>Save</SubmitButton>
      </form>
      <h2 className="govuk-heading-m">Its own questions</h2>
      <p className="govuk-body">They follow the core questions and are asked about this course only.</p>
      {outcomes.length > 0 && (
        <>
          <p className="govuk-body">They can ask about what people will be able to do:</p>
          <ol className="govuk-list govuk-list--number">
            {outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ol>
        </>
      )}
      <QuestionSets
        caption={`Own questions of ${title}`}
        action={address}
        current={current}
        drafts={drafts}
        none="None of its own"
      />
    </>
  );
}
