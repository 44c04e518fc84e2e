// A code for the wall that leads each person to their own form: on arrival, and at the end once the registers are
// finished. It changes every minute, and the page with it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkInToken, readRegister, secondsToNextCode } from "~/domain/bookings/bookings.server";
import { openInRoom, readRoom } from "~/domain/evaluations/evaluations.server";
import { longDateTimeAt } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { qrCodeOf } from "~/web/qr-code.server";
import { pageTitle } from "~/web/title";

export const handle = { access: ["trainer", "coordinator"] } as const;

/** Asked for again when the next code begins: without a script the page renews itself. */
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, data ? `Questions: ${data.courseTitle}` : "Page not found"),
  ...(data?.shown ? [{ httpEquiv: "refresh", content: String(data.shown.renewIn) }] : []),
];

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { session, meeting, allTakenAt } = readRegister(visit, args.params.id ?? "");
    const now = visit.clock.now();
    const held = session.status !== "cancelled" && session.status !== "draft";
    const { onArrival } = held ? readRoom(visit, meeting.id) : { onArrival: false };
    const { startsAt, endsAt } = session;
    const open = held ? openInRoom({ startsAt, endsAt, registerTakenAt: allTakenAt, onArrival }, now) : null;
    const token = checkInToken(visit.settings.secret, { meetingId: meeting.id, at: now });
    const address = visit.settings.publicUrl + paths.checkInToAnswer(token);
    return {
      courseTitle: session.courseTitle,
      meetingId: meeting.id,
      registersFinished: allTakenAt !== null,
      shown: open && {
        stage: open.stage,
        until: longDateTimeAt(open.until),
        qrCode: await qrCodeOf(address),
        renewIn: secondsToNextCode(now) + 1,
      },
    };
  });

export default function QuestionsCode() {
  const { courseTitle, meetingId, shown, registersFinished } = useLoaderData<typeof loader>();
  return (
    <div className="app-code">
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{courseTitle}</span>
        {!shown
          ? "There is no code now"
          : shown.stage === "T2"
            ? "Scan to say what changed"
            : "Scan to answer before we begin"}
      </h1>
      {shown ? (
        <>
          <p className="app-code__picture">
            <img src={shown.qrCode} alt="QR code: a code to scan with a phone, for the questions" />
          </p>
          <p className="govuk-body-l">
            Point your phone’s camera at it and type your work email address, or the reference of your
            booking. It takes a few minutes. You need not sign in.
          </p>
          <p className="govuk-body">
            Open until {shown.until}. Everyone also has a link by email. The code changes every minute, and
            this page by itself.
          </p>
        </>
      ) : (
        <p className="govuk-body">
          {registersFinished
            ? "The time for the questions at the end is over. People can still answer by the link in their email."
            : "The questions before the training can be shown from an hour before it starts. Those at the end open when every register is finished."}
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.trainerRegister(meetingId)}>
          Back to the register
        </a>
      </p>
    </div>
  );
}
