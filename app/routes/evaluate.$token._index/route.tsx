// Answering an evaluation by its link, without signing in: one page, each item may be left blank, and what was typed is
// there again when the page is opened again.
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/error-summary";
import { recordResponseAndCertify } from "~/domain/certificates/certificates.server";
import { instrumentIdsIn, readAnswers } from "~/domain/evaluations/evaluations";
import { readEvaluationToken, readInstrument, readSubject } from "~/domain/evaluations/evaluations.server";
import { enter } from "~/web/enter.server";
import { fieldsInOrder } from "~/web/evaluation-field-order";
import { keepDraft, readFormKey } from "~/web/evaluation-form.server";
import { formWith } from "~/web/forms.server";
import { pageTitle } from "~/web/title";
import { NotKnown, NotOpen } from "./not-open";
import { readPage } from "./page.server";
import { Questions } from "./questions";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(
    matches,
    data?.page ? `${data.page.title}: ${data.page.courseTitle}` : "This link does not work",
  ),
  { name: "robots", content: "noindex" },
];

/** What somebody typed so far is in it. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const kept = new Headers({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  const after = errorHeaders?.get("Retry-After");
  if (after) kept.set("Retry-After", after);
  return kept;
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const token = args.params.token ?? "";
    const key = readEvaluationToken(visit.settings.secret, token);
    return key ? data({ page: readPage(visit, key, token) }) : data({ page: null }, { status: 404 });
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const key = readFormKey(visit, args.params.token);
    const posted = await args.request.formData();
    const { courseId } = readSubject(visit, key.bookingId);
    if (posted.get("intent") === "save") {
      const kept = await keepDraft(visit, key, posted);
      if (!kept.ok && kept.reason === "too long")
        return data(
          { form: formWith(posted, { "": "There is too much text to save. Shorten it, and save again." }) },
          { status: 400 },
        );
      throw redirect(`${visit.url.pathname}${kept.ok ? "?done=saved" : ""}`);
    }
    const shown = instrumentIdsIn(posted);
    const read = readAnswers(readInstrument(visit, key.stage, courseId, shown), posted);
    if (!read.ok) return data({ form: formWith(posted, read.errors) }, { status: 400 });
    // Kept or refused, the page itself says how things stand now: sent twice is answered once.
    recordResponseAndCertify(visit, key, read.given, shown);
    throw redirect(visit.url.pathname);
  });

export default function EvaluatePage() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (!page) return <NotKnown />;
  if (page.closed) return <NotOpen page={page} />;
  return (
    <>
      <ErrorSummary form={form} order={fieldsInOrder(page)} />
      <Questions page={page} form={form} />
    </>
  );
}
