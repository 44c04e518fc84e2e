// A code for the wall: whoever scans it checks themselves in. It changes every minute, and the page with it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkInToken, readRegister, secondsToNextCode } from "~/domain/bookings/bookings.server";
import { meetingTime } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { qrCodeOf } from "~/web/qr-code.server";
import { pageTitle } from "~/web/title";

export const handle = { access: ["trainer", "coordinator"] } as const;

/** Asked for again when the next code begins: without a script the page renews itself. */
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, data ? `Check in: ${data.courseTitle}` : "Page not found"),
  ...(data?.shown ? [{ httpEquiv: "refresh", content: String(data.shown.renewIn) }] : []),
];

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { session, meeting, people } = readRegister(visit, args.params.id ?? "");
    const now = visit.clock.now();
    const held = session.status !== "cancelled" && session.status !== "draft";
    const open = held && now >= meeting.registerOpensAt && now < meeting.endsAt;
    const address =
      visit.settings.publicUrl +
      paths.checkIn(checkInToken(visit.settings.secret, { meetingId: meeting.id, at: now }));
    return {
      courseTitle: session.courseTitle,
      meeting: {
        id: meeting.id,
        date: meeting.date,
        startTime: meeting.startTime,
        endTime: meeting.endTime,
      },
      shown:
        open && meeting.registerTakenAt === null
          ? { qrCode: await qrCodeOf(address), renewIn: secondsToNextCode(now) + 1 }
          : null,
      marked: people.filter(({ mark }) => mark !== null).length,
      of: people.length,
    };
  });

export default function CheckInCode() {
  const { courseTitle, meeting, shown, marked, of } = useLoaderData<typeof loader>();
  return (
    <div className="app-code">
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {courseTitle}, {meetingTime(meeting)}
        </span>
        {shown ? "Scan to check in" : "There is no code now"}
      </h1>
      {shown ? (
        <>
          <p className="app-code__picture">
            <img src={shown.qrCode} alt="A code to scan with a phone, for checking in" />
          </p>
          <p className="govuk-body-l">
            Point your phone’s camera at it, sign in, and press “I am here”. No phone? Tell your trainer.
          </p>
          <p className="govuk-body">
            {marked} of {of} people are marked. The code changes every minute, and this page by itself.
          </p>
        </>
      ) : (
        <p className="govuk-body">
          People can check themselves in from an hour before the start until the end, or until the register is
          finished.
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.trainerRegister(meeting.id)}>
          Back to the register
        </a>
      </p>
    </div>
  );
}
