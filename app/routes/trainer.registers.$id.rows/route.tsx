// Marking in a spreadsheet: take the register away as a file, paste its rows back, look at what changes, save it all.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { markAttendance, readRegister, weighRegister } from "~/domain/bookings/bookings.server";
import { emptyForm } from "~/shared/form-state";
import { enter } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { markRefusals } from "~/web/register-marks";
import { pageTitle } from "~/web/title";
import { PasteForm } from "./paste-form";
import { Preview } from "./preview";
import { inWords, notATable, nothingPasted } from "./problems";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Mark in a spreadsheet: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, meeting } = readRegister(visit, args.params.id ?? "");
    return { meetingId: meeting.id, courseTitle: session.courseTitle };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = args.params.id ?? "";
    const { people } = readRegister(visit, meetingId);
    const posted = await args.request.formData();
    const rows = String(posted.get("rows") ?? "").trim();
    const refuse = (words: string, refused: string[] = []) =>
      data({ form: formWith(posted, { rows: words }), refused, preview: null }, { status: 400 });
    if (rows === "") return refuse(nothingPasted);
    const weighed = weighRegister(rows, people);
    if (!weighed) return refuse(notATable);
    // All or nothing: with one row wrong none is kept.
    if (weighed.refused.length > 0)
      return refuse(
        weighed.refused.length === 1 ? "Put 1 row right" : `Put ${weighed.refused.length} rows right`,
        weighed.refused.map(inWords),
      );
    if (posted.get("intent") !== "save")
      return data({ form: emptyForm, refused: [], preview: { ...weighed, rows } });
    const marks = new Map(weighed.changes.map(({ bookingId, mark }) => [bookingId, mark]));
    const saved = markAttendance(visit, { meetingId, marks });
    if (!saved.ok) return refuse(markRefusals[saved.reason]);
    throw redirect(paths.trainerRegister(meetingId, { done: "rows" }));
  });

export type RowsAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

export default function RowsOfRegister() {
  const { meetingId, courseTitle } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href={paths.trainerRegister(meetingId)} text="Register" />
      <ErrorSummary form={answer?.form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{courseTitle}</span>
        {answer?.preview ? "Check what changes" : "Mark people in a spreadsheet"}
      </h1>
      {answer?.preview ? (
        <Preview meetingId={meetingId} preview={answer.preview} />
      ) : (
        <PasteForm meetingId={meetingId} answer={answer} />
      )}
    </>
  );
}
