// One comment: what was asked and written, and what a coordinator does with it: quote it redacted, keep it back, or undo.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { readWords } from "~/domain/evaluations/evaluations.server";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { wordsKindInWords } from "~/web/words-in-words";
import { act } from "./act.server";
import { Deeds } from "./deeds";
import { Written } from "./written";

export const handle = { access: ["coordinator"] } as const;

// The words themselves stay out of the title: it stands in the browser's history.
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Comment: ${wordsKindInWords[data.words.kind].toLowerCase()}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ words: readWords(visit, args.params.id ?? "") }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const id = args.params.id ?? "";
    const acted = act(visit, id, await args.request.formData());
    if (!acted.ok) return showAgain(acted.form);
    throw redirect(paths.manageComments({ done: acted.done, last: acted.last ? id : undefined }), 303);
  });

export type CommentPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Comment() {
  const { words } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.manageComments()} text="Comments" />
        <ErrorSummary form={form} order={["outcome", "redacted"]} />
        <span className="govuk-caption-l">{words.courseTitle}</span>
        <h1 className="govuk-heading-xl">{wordsKindInWords[words.kind]}</h1>
        <Written words={words} />
        <Deeds words={words} form={form} />
      </div>
    </div>
  );
}
