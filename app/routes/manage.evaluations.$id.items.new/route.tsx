// A new question in a draft: its words, and the words of its scale or its answers.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { type KeptSet, kindsAt } from "~/domain/evaluations/evaluations";
import { readSet, writeItem } from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { ItemFields } from "~/web/item-fields";
import { faultsInWords, itemFieldOrder, readItemWords, startingLabels } from "~/web/item-form";
import { paths } from "~/web/paths";
import { kindNames, publishedMeanwhile, stageNames } from "~/web/question-set-words";
import { whoseSet } from "~/web/question-sets.server";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "Write a new question" : "Page not found");

/** A recalled question follows another and is not written. Where none is said: the first kind. @throws NotFound */
function kindIn(visit: SignedInVisit, { stage, courseId }: KeptSet) {
  const kinds = kindsAt(stage, courseId);
  const wanted = visit.url.searchParams.get("kind") ?? kinds[0];
  const kind = kinds.find((one) => one === wanted);
  if (!kind || kind === "recalled") throw new NotFound("kind of question");
  return kind;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    if (set.publishedAt !== null) throw new NotFound("draft");
    const kind = kindIn(visit, set);
    const { course, name } = whoseSet(visit, set);
    return { id: set.id, stage: set.stage, kind, name, outcomes: course?.outcomes ?? [] };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    const kind = kindIn(visit, set);
    const outcomes = whoseSet(visit, set).course?.outcomes ?? [];
    const posted = await args.request.formData();
    const read = readItemWords(posted, kind);
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const outcome = outcomes.find(({ position }) => String(position) === posted.get("outcome"))?.position;
    const written = writeItem(visit, { ...read.words, kind, instrumentId: set.id, outcome: outcome ?? null });
    if (written.ok) throw redirect(paths.manageInstrument(set.id, "written"));
    if (written.reason === "published") return showAgain(formWith(posted, { "": publishedMeanwhile }));
    return showAgain(formWith(posted, faultsInWords[written.reason]));
  });

export default function NewItem() {
  const { id, stage, kind, name, outcomes } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageInstrument(id)} text={stageNames[stage].name} />
      <ErrorSummary form={form} order={itemFieldOrder} />
      <span className="govuk-caption-l">
        {name}, {stageNames[stage].name.toLowerCase()}
      </span>
      <h1 className="govuk-heading-l">Write a new question</h1>
      <p className="govuk-body">
        {kindNames[kind].name}. {kindNames[kind].hint}
      </p>
      <ItemFields
        action={paths.newItem(id, kind)}
        kind={kind}
        initial={{ wording: "", options: [], ...startingLabels[kind] }}
        outcomes={outcomes}
        send="Add the question"
        form={form}
      />
    </>
  );
}
