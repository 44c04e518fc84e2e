// Teaching: the next session first, then the rest, then those whose register is missing.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { NotificationBanner } from "~/components/notification-banner";
import { needsInWords } from "~/domain/bookings/bookings";
import { listTeaching, readDelivery, type TaughtSession } from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { asksTrainers } from "~/domain/sessions/sessions.server";
import { days } from "~/shared/clock";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { LaterSessions } from "./later-sessions";
import { NextSession } from "./next-session";
import { PastSessions } from "./past-sessions";
import { RegistersToFinish } from "./registers-to-finish";
import { ToAnswer } from "./to-answer";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Teaching");

const lookBack = days(365);

const doneInWords: Record<string, string> = {
  cannot: "Thank you for telling us. You are off that session, and the coordinators know",
  "not-asked": "You are not down for that session any more",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const now = visit.clock.now();
    const taught = listTeaching(visit, visit.person.id, now - lookBack);
    const isAsked = (session: TaughtSession) => session.confirmedAt === null && asksTrainers(session, now);
    const toCome = taught.filter((session) => session.endsAt > now);
    const next = toCome.find((session) => !isAsked(session));
    return {
      now,
      coordinates: holds(visit.actor, "coordinator"),
      next: next ? { ...next, needs: needsOf(readDelivery(visit, next.id).people) } : null,
      later: toCome.filter((session) => session !== next),
      toAnswer: taught
        .filter(isAsked)
        .map(({ id, courseTitle, meetings }) => ({ id, courseTitle, date: meetings[0]?.date ?? "" })),
      done: doneIn(doneInWords, visit.url.searchParams),
      past: taught.filter((session) => session.endsAt <= now).reverse(),
      unfinished: taught
        .filter((session) => session.status !== "draft")
        .flatMap((session) => unfinishedOf(session, now)),
    };
  });

/** What people have said they need, without their names, each once. */
function needsOf(people: Parameters<typeof needsInWords>[0][]): string[] {
  return [...new Set(people.map(needsInWords))].filter((needs) => needs !== null).sort();
}

/** Meetings that are over and whose register is not finished. */
function unfinishedOf(session: TaughtSession, now: number) {
  return session.meetings
    .filter((meeting) => meeting.registerTakenAt === null && meeting.endsAt <= now)
    .map((meeting) => ({ meetingId: meeting.id, date: meeting.date, courseTitle: session.courseTitle }));
}

export type TeachingPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Teaching() {
  const { now, coordinates, next, later, past, unfinished, toAnswer, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Teaching</h1>
      <ToAnswer sessions={toAnswer} />
      <RegistersToFinish registers={unfinished} />
      {next ? (
        <NextSession session={next} now={now} />
      ) : (
        <EmptyState
          title="You have no sessions to come"
          text={
            coordinates
              ? "You are not down to teach. The whole programme is under Manage."
              : "When a coordinator puts you down for a session, it shows here."
          }
          action={coordinates ? { href: paths.manage(), label: "Go to Manage" } : undefined}
        />
      )}
      <LaterSessions sessions={later} />
      <PastSessions sessions={past} />
    </>
  );
}
