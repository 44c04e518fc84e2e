// A session's waiting list as a workspace: whose turn it is and why, who would be next, and a place out of turn.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { offerOutOfTurn, readQueueView } from "~/domain/bookings/bookings.server";
import { readSession } from "~/domain/sessions/sessions.server";
import { longDate, plainDate } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Groups } from "./groups";
import { OutOfTurn } from "./out-of-turn";
import { PastPromotions } from "./past-promotions";
import { Preview } from "./preview";
import { Standing } from "./standing";
import { WhoWaits } from "./who-waits";
import { outOfTurnInWords } from "./words";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data
      ? `${data.chosen ? "Offer a place out of turn" : "Waiting list"}: ${data.courseTitle}, ${plainDate(data.firstDay)}`
      : "Page not found",
  );

const doneInWords = { offered: "The place is offered, and they are told by email" };

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const sessionId = args.params.id ?? "";
    const queue = readQueueView(visit, sessionId);
    const session = readSession(visit, sessionId);
    const query = visit.url.searchParams;
    return {
      sessionId,
      courseTitle: session.courseTitle,
      firstDay: session.meetings[0]?.date ?? "",
      now: visit.clock.now(),
      queue,
      chosen: queue.entries.find(({ bookingId }) => bookingId === query.get("offer")) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

const outOfTurnForm = z.object({
  bookingId: z.string(),
  reason: z
    .string({ error: "Enter why they are offered a place out of turn" })
    .trim()
    .min(1, "Enter why they are offered a place out of turn")
    .max(500, "Enter a reason of 500 characters or fewer"),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const read = readForm(posted, outOfTurnForm);
    if (!read.ok) return showAgain(read.form);
    const ofThisSession = readQueueView(visit, sessionId).entries.some(
      ({ bookingId }) => bookingId === read.value.bookingId,
    );
    const offered = ofThisSession
      ? offerOutOfTurn(visit, read.value)
      : ({ ok: false, reason: "not waiting" } as const);
    if (!offered.ok) return showAgain(formWith(posted, { "": outOfTurnInWords[offered.reason] }));
    throw redirect(paths.manageQueue(sessionId, { done: "offered" }));
  });

export type QueuePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function QueueWorkspace() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  if (page.chosen || form) return <OutOfTurn page={page} form={form} />;
  return (
    <>
      <BackLink href={paths.manageSession(page.sessionId)} text="The session" />
      {page.done && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">
          {page.courseTitle}, {longDate(page.firstDay)}
        </span>
        Waiting list
      </h1>
      <Standing page={page} />
      <WhoWaits page={page} />
      <Preview page={page} />
      <Groups page={page} />
      <PastPromotions page={page} />
    </>
  );
}
