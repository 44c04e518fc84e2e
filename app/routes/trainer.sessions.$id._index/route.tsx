// One session for those who deliver it: how its registers stand, and who is coming.
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
import { Tag } from "~/components/tag";
import { readAttendance, readDelivery } from "~/domain/bookings/bookings.server";
import { addressInWords } from "~/domain/sessions/sessions";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { answer, doneInWords, ownAnswer } from "./answer.server";
import { AnswerForms, WayOut } from "./answer-forms";
import { Arrangements } from "./arrangements";
import { Attendance } from "./attendance";
import { PeopleComing } from "./people-coming";
import { Registers } from "./registers";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Teaching: ${data.session.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const delivery = readDelivery(visit, args.params.id ?? "");
    const { session, meetings, coming, delivers, people, offered } = delivery;
    return {
      now: visit.clock.now(),
      session: {
        id: session.id,
        courseTitle: session.courseTitle,
        status: session.status,
        mode: session.mode,
        where: addressInWords(session),
        access: [session.venue?.access, session.room?.access].filter(Boolean).join(" "),
        joiningLink: session.joiningLink,
        capacity: session.capacity + (session.onlineCapacity ?? 0),
        materials: session.materials.map(({ id, title, url }) => ({ id, title, url })),
        trainers: session.trainers.map(({ name, agencyName, part, confirmedAt }) => ({
          name,
          agencyName,
          part,
          answered: confirmedAt !== null,
        })),
      },
      answer: ownAnswer(visit, session),
      done: doneIn(doneInWords, visit.url.searchParams),
      meetings,
      coming,
      delivers,
      people: people.map(({ bookingId, name, agencyName, accessNeeds, dietaryNeeds, state, walkIn }) => ({
        ...{ bookingId, name, agencyName, accessNeeds, dietaryNeeds, state, walkIn },
      })),
      offered,
      attendance: readAttendance(visit, session.id),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const acted = answer(visit, args.params.id ?? "", await args.request.formData());
    if ("form" in acted) return showAgain(acted.form);
    throw redirect(acted.to);
  });

export type DeliveryPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TaughtSession() {
  const page = useLoaderData<typeof loader>();
  const { session } = page;
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.trainer()} text="Teaching" />
      <ErrorSummary form={form} order={[]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">{session.courseTitle}</h1>
      {page.answer === "open" && <AnswerForms page={page} />}
      {session.status === "draft" && (
        <InsetText>
          <Tag colour="grey">Draft</Tag> Nobody can see or book this session yet.
        </InsetText>
      )}
      {session.status === "cancelled" && (
        <InsetText>
          <Tag colour="red">Cancelled</Tag> This session will not take place.
        </InsetText>
      )}
      <Registers page={page} />
      <Attendance attendance={page.attendance} />
      {page.attendance && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.trainerSessionAnswers(session.id)}>
            See what they said
          </a>
        </p>
      )}
      <Arrangements page={page} />
      <PeopleComing page={page} />
      {page.answer === "can" && <WayOut sessionId={session.id} />}
    </>
  );
}
