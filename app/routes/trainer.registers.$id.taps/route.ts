// Marks that the register's script sends, as they were tapped on a phone: some of them long ago, without signal.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { markAttendance, readRegister } from "~/domain/bookings/bookings.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { markRefusals, markValue } from "~/web/register-marks";
import { readTaps } from "./read-taps";

export const handle = { access: ["trainer", "coordinator"] } as const;

/** There is nothing to read here: the page has it. */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { meeting } = readRegister(visit, args.params.id ?? "");
    throw redirect(paths.trainerRegister(meeting.id));
  });

/** Answers what stands now for each booking that was named: its mark, "" for none; nothing for who is not there any more. */
export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = args.params.id ?? "";
    readRegister(visit, meetingId);
    const now = visit.clock.now();
    const taps = readTaps(await args.request.formData(), now);
    if (!taps) return Response.json({ words: "They were not understood." }, { status: 400 });
    const marked = markAttendance(visit, { meetingId, ...taps });
    if (!marked.ok) return Response.json({ words: markRefusals[marked.reason] }, { status: 409 });
    const { people } = readRegister(visit, meetingId);
    const named = people.filter(({ bookingId }) => taps.marks.has(bookingId));
    const marks = Object.fromEntries(named.map(({ bookingId, mark }) => [bookingId, markValue(mark)]));
    return Response.json({ at: now, marks });
  });
