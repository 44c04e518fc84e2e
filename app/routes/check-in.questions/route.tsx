// Where somebody in the room finds their own form: the code on the wall is everyone's, so they say who they are by
// something that is theirs. Whatever does not fit has one answer, so that nobody learns who is booked.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { findFormInRoom, findOwnFormInRoom, readRoom } from "~/domain/evaluations/evaluations.server";
import { readCheckingIn } from "~/web/cookies.server";
import { enter, type Visit } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle(matches, "Find your questions"),
  { name: "robots", content: "noindex" },
];

const scanned = (visit: Visit, request: Request) =>
  readCheckingIn(request, visit.settings, visit.clock.now());

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = await scanned(visit, args.request);
    if (meetingId === null) return { courseTitle: null };
    // Whoever is signed in has said who they are.
    const own = findOwnFormInRoom(visit, meetingId);
    if (own) throw redirect(evaluationPath(visit.settings, own));
    return { courseTitle: readRoom(visit, meetingId).courseTitle };
  });

const who = z.object({
  who: z
    .string({ error: "Enter your work email address or your booking reference" })
    .trim()
    .min(1, "Enter your work email address or your booking reference")
    .max(254, "Enter 254 characters or fewer"),
});

const noForm =
  "We cannot open a form with this. Check it, or use the link in your email, or sign in and look under “My training”.";

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = await scanned(visit, args.request);
    if (meetingId === null) throw redirect(paths.findForm());
    const posted = await args.request.formData();
    const read = readForm(posted, who);
    if (!read.ok) return showAgain(read.form);
    // Counted before looking, and given back where it was right.
    const taken = await visit.limits.take("formsAskedForInRoom", visit.address);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const key = findFormInRoom(visit, meetingId, read.value.who);
    if (!key) return data({ form: formWith(posted, { who: noForm }) }, { status: 400 });
    await visit.limits.giveBack("formsAskedForInRoom", visit.address);
    throw redirect(evaluationPath(visit.settings, key));
  });

export default function FindForm() {
  const { courseTitle } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (courseTitle === null)
    return (
      <>
        <h1 className="govuk-heading-l">Scan the code in the room</h1>
        <p className="govuk-body">
          You can find your questions here for 15 minutes after you scan the code. Scan it again, or use the
          link in your email.
        </p>
      </>
    );
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{courseTitle}</span>
        Find your questions
      </h1>
      <form method="post" action={paths.findForm()} noValidate>
        <TextField
          name="who"
          label="Your work email address or booking reference"
          hint="The reference is in your confirmation, like ABCD-2345"
          autoComplete="email"
          spellCheck={false}
          form={form}
        />
        <SubmitButton>Go to my questions</SubmitButton>
      </form>
      <p className="govuk-body">
        It is only to find your own form. What you answer is shown only together with the answers of at least
        four others.
      </p>
    </>
  );
}
