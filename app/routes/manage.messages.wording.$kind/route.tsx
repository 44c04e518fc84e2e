// The words of one kind of letter: change them, see how it looks, save, and go back to earlier ones.
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
import { NotificationBanner } from "~/components/notification-banner";
import { WarningText } from "~/components/warning-text";
import { longSentences, wordingProblems } from "~/domain/notifications/notifications";
import { restoreWording, saveWording } from "~/domain/notifications/notifications.server";
import { longDateTimeAt } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { cameWithOf, kindAt, previewOf, readLetterWords } from "~/web/letter-desk.server";
import { slugOfKind, toldInWords } from "~/web/letter-words";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { History } from "./history";
import { Placeholders } from "./placeholders";
import { Preview } from "./preview";
import { doneInWords, fieldOrder, meanwhile, problemsByField, wordsForm } from "./problems";
import { WordsForm } from "./words-form";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? `Words of “${kindInWords[page.kind]}”` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const kind = await kindAt(args.params.kind);
    const letter = await readLetterWords(visit, kind);
    const query = visit.url.searchParams;
    const again = letter.history.find(({ id }) => String(id) === query.get("again"));
    return {
      kind,
      ...letter,
      /** An earlier wording that is looked at again. */
      again: again ? { words: again.words ?? letter.own, savedAt: again.savedAt } : null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const kind = await kindAt(args.params.kind);
    const posted = await args.request.formData();
    const intent = posted.get("intent");
    const here = (done: string) => redirect(paths.manageWording(slugOfKind(kind), { done }));
    if (intent === "restore") {
      restoreWording(visit, kind);
      throw here("restored");
    }
    const read = readForm(posted, wordsForm);
    if (!read.ok) return showAgain(read.form);
    const { basedOn, sample, ...words } = read.value;
    const cameWith = await cameWithOf(kind);
    const problems = wordingProblems(words, cameWith.shape);
    if (problems.length > 0) return showAgain(formWith(posted, problemsByField(problems)));
    if (intent !== "save") {
      const letter = await previewOf(visit, kind, words, sample);
      return { form: formWith(posted, {}), preview: { letter, long: longSentences(words) } };
    }
    const saved = saveWording(visit, { kind, words, basedOn, cameWith });
    if (saved.ok) throw here("saved");
    return saved.reason === "changed meanwhile"
      ? showAgain(formWith(posted, { "": meanwhile }), 409)
      : showAgain(formWith(posted, problemsByField(saved.reason)));
  });

export type WordingPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Wording() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { kind, again, done } = page;
  const form = answer?.form;
  return (
    <>
      <BackLink href={paths.manageWordings()} text="Words of the letters" />
      <ErrorSummary form={form} order={fieldOrder} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">Words of a letter</span>
        {kindInWords[kind]}
      </h1>
      <p className="govuk-body">
        Who gets it: {toldInWords[kind].to}. When: {toldInWords[kind].when}.
      </p>
      {page.unfit && (
        <WarningText>
          The saved words no longer fit this version, so letters have the words they came with. Please put the
          words right and save.
        </WarningText>
      )}
      {again && !form && (
        <InsetText>
          These are the words of {longDateTimeAt(again.savedAt)}. They are used again once you save them.
        </InsetText>
      )}
      {answer && "preview" in answer && <Preview {...answer.preview} />}
      <WordsForm page={page} form={form} />
      <Placeholders placeholders={page.placeholders} />
      <History page={page} />
    </>
  );
}
