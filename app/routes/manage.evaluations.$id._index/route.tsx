// One version of a question set: a draft is edited here, and what was published is read here as it was asked.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { Tag } from "~/components/tag";
import { countedItems, kindsAt, mostItems } from "~/domain/evaluations/evaluations";
import { listLibrary, listSets, readSet } from "~/domain/evaluations/evaluations.server";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { sinceInWords, stageNames } from "~/web/question-set-words";
import { listWith, whoseSet } from "~/web/question-sets.server";
import { pageTitle } from "~/web/title";
import { AddQuestion } from "./add-question";
import { doneInWords } from "./draft-forms";
import { editDraft } from "./edit-draft.server";
import { DiscardForm, WordsForm } from "./other-forms";
import { Questions } from "./questions";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `${stageNames[data.set.stage].name}, version ${data.set.version}` : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    const isDraft = set.publishedAt === null;
    const newest = listSets(visit, set.courseId).current.find(({ stage }) => stage === set.stage);
    return {
      set,
      isDraft,
      asked: newest?.id === set.id,
      whose: whoseSet(visit, set),
      library: isDraft ? listLibrary(visit, set.id) : [],
      kinds: kindsAt(set.stage, set.courseId),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    const whose = whoseSet(visit, set);
    const edited = editDraft(visit, set, await args.request.formData());
    if (!("done" in edited)) return edited;
    if (edited.done === "discarded") throw redirect(listWith(whose, "discarded"));
    throw redirect(paths.manageInstrument(set.id, edited.done));
  });

export type SetPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function QuestionSet() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { set, isDraft, asked, whose, done } = page;
  const questions = countedItems(set.items);
  return (
    <>
      <BackLink href={whose.href} text={whose.back} />
      <ErrorSummary form={form} order={["title", "introduction", "item", "recall"]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <span className="govuk-caption-xl">{whose.name}</span>
      <h1 className="govuk-heading-xl">
        {stageNames[set.stage].name}, version {set.version} {isDraft && <Tag colour="yellow">Draft</Tag>}
      </h1>
      {isDraft ? (
        <p className="govuk-body">
          Nobody is asked this until you publish it. It has {counted(questions, "question")} of at most{" "}
          {mostItems}.
        </p>
      ) : (
        <InsetText>
          {asked ? "This is what is asked now" : "This was asked before"}: {sinceInWords(set)}. It never
          changes, so that every answer keeps the words it was given to.
        </InsetText>
      )}
      {asked && (
        <form id="next" method="post" action={whose.href} noValidate>
          <input type="hidden" name="draft" value={set.stage} />
        </form>
      )}
      <div className="govuk-button-group">
        {isDraft && <ButtonLink href={paths.publishInstrument(set.id)}>Check and publish</ButtonLink>}
        {asked && <SubmitButton formId="next">Write a new version</SubmitButton>}
        <a className="govuk-link" href={paths.previewInstrument(set.id)}>
          Preview
        </a>
      </div>
      {set.courseId === null && !isDraft && <p className="govuk-body">{set.introduction}</p>}
      <Questions page={page} />
      {isDraft && (
        <>
          <AddQuestion page={page} form={form} />
          {set.courseId === null && <WordsForm set={set} form={form} />}
          <DiscardForm id={set.id} />
        </>
      )}
    </>
  );
}
