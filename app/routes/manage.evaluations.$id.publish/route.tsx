// The last look before a draft takes the place of what is asked: what changes for learners, and what can be compared.
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
import { publishInstrument, readSet, weighPublishing } from "~/domain/evaluations/evaluations.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { refusalInWords, stageNames } from "~/web/question-set-words";
import { listWith, whoseSet } from "~/web/question-sets.server";
import { pageTitle } from "~/web/title";
import { comparedInWords } from "./compared";
import { changesInWords } from "./differences";
import { WhatChanges } from "./what-changes";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "Check before you publish" : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const weighed = weighPublishing(visit, args.params.id ?? "");
    const { set, before, followers, drafts, refusal, fingerprint } = weighed;
    return {
      id: set.id,
      stage: set.stage,
      version: set.version,
      name: whoseSet(visit, set).name,
      own: changesInWords(weighed.difference, {
        words: before !== null && (before.title !== set.title || before.introduction !== set.introduction),
      }),
      others: followers.map((one) => ({
        stage: one.set.stage,
        version: one.set.version + 1,
        changes: changesInWords(one.difference),
      })),
      drafts: drafts.map((one) => one.set.stage),
      compared: comparedInWords(weighed),
      refusal: refusal && refusalInWords(refusal),
      fingerprint,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const set = readSet(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    const seen = posted.get("seen");
    const fingerprint = typeof seen === "string" ? seen : "";
    const published = publishInstrument(visit, { instrumentId: set.id, fingerprint });
    if (published.ok || published.reason === "published")
      throw redirect(listWith(whoseSet(visit, set), "published"));
    return showAgain(formWith(posted, { "": refusalInWords(published.reason) }));
  });

export type CheckPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CheckBeforePublishing() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageInstrument(page.id)} text="The draft" />
      <ErrorSummary form={form} />
      <span className="govuk-caption-xl">
        {page.name}, {stageNames[page.stage].name.toLowerCase()}, version {page.version}
      </span>
      <h1 className="govuk-heading-xl">Check before you publish</h1>
      <WhatChanges page={page} />
      {page.refusal ? (
        <InsetText>
          <strong>It cannot be published yet.</strong> {page.refusal}.
        </InsetText>
      ) : (
        <form method="post" action={paths.publishInstrument(page.id)} noValidate>
          <input type="hidden" name="seen" value={page.fingerprint} />
          <p className="govuk-body">
            Once it is published it never changes. Whoever has a form open finishes it as it is.
          </p>
          <SubmitButton>Publish now</SubmitButton>
        </form>
      )}
    </>
  );
}
