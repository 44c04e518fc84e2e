// Answering an evaluation by its link, without signing in: one page, each item may be left blank.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { recordResponseAndCertify } from "~/domain/certificates/certificates.server";
import { readAnswers } from "~/domain/evaluations/evaluations";
import {
  mayAnswer,
  readEvaluationToken,
  readInstrument,
  readSubject,
} from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import { enter, type Visit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { pageTitle } from "~/web/title";
import { ItemField } from "./item-field";
import { NotOpen } from "./not-open";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `${data.title}: ${data.courseTitle}` : "Page not found");

function readKey(visit: Visit, token: string | undefined) {
  const key = readEvaluationToken(visit.settings.secret, token ?? "");
  if (!key) throw new NotFound("evaluation");
  return key;
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const key = readKey(visit, args.params.token);
    const subject = readSubject(visit, key.bookingId, key.stage);
    const { title, introduction, items } = readInstrument(visit, key.stage);
    const refusal = mayAnswer(key.stage, subject, visit.clock.now());
    return {
      title,
      introduction,
      courseTitle: subject.courseTitle,
      // A form without an address would keep the #field of an error it was sent from.
      address: visit.url.pathname,
      items: refusal ? [] : items,
      refusal,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const key = readKey(visit, args.params.token);
    const posted = await args.request.formData();
    const read = readAnswers(readInstrument(visit, key.stage).items, posted);
    if (!read.ok) return data({ form: formWith(posted, read.errors) }, { status: 400 });
    // Kept or refused, the page itself says how things stand now: sent twice is answered once.
    recordResponseAndCertify(visit, key, read.answers);
    throw redirect(visit.url.pathname);
  });

export default function EvaluatePage() {
  const { title, introduction, courseTitle, items, refusal, address } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (refusal) return <NotOpen refusal={refusal} />;
  return (
    <>
      <ErrorSummary form={form} />
      <span className="govuk-caption-l">{courseTitle}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{introduction}</p>
      <p className="govuk-body">
        Your answers are linked to your booking so that before and after can be compared. They are only ever
        shown together with those of at least four others. You can leave any question blank.
      </p>
      <form method="post" action={address} noValidate>
        {items.map((item) => (
          <ItemField key={item.id} item={item} form={form} />
        ))}
        <SubmitButton>Send answers</SubmitButton>
      </form>
    </>
  );
}
