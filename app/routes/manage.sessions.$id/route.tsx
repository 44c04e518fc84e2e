// A session's workspace: details, trainers, bookings, who waits and who is next, registers, and what has happened.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { readManagedSession } from "~/domain/bookings/bookings.server";
import { assignTrainer, publishSession, unassignTrainer } from "~/domain/sessions/sessions.server";
import { listPool } from "~/domain/trainers/trainers.server";
import { longDate, plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { assignForm, candidatesFor, publishInWords, refusalInWords } from "./assignment";
import { Bookings } from "./bookings";
import { Details } from "./details";
import { History } from "./history";
import { Trainers } from "./trainers";
import { WaitingList } from "./waiting-list";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `Manage: ${data.session.courseTitle}, ${plainDate(data.firstDay)}` : "Page not found",
  );

const doneInWords: Record<string, string> = {
  scheduled: "The session is scheduled",
  published: "The session is published: people can see and book it",
  assigned: "The trainer is on this session",
  "taken-off": "The trainer is off this session",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, ...rest } = readManagedSession(visit, args.params.id ?? "");
    const { courseSlug: _slug, revision: _revision, courseId: _course, ...shown } = session;
    return {
      ...rest,
      session: shown,
      firstDay: session.meetings[0]?.date ?? "",
      now: visit.clock.now(),
      candidates: candidatesFor(session, listPool(visit)),
      done: doneInWords[visit.url.searchParams.get("done") ?? ""] ?? null,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const here = paths.manageSession(sessionId);

    if (posted.get("intent") === "take off") {
      unassignTrainer(visit, { sessionId, personId: String(posted.get("personId") ?? "") });
      throw redirect(`${here}?done=taken-off`);
    }
    if (posted.get("intent") === "publish") {
      const published = publishSession(visit, sessionId);
      if (!published.ok) return showAgain(formWith(posted, { "": publishInWords[published.reason] }));
      throw redirect(`${here}?done=published`);
    }
    const read = readForm(posted, assignForm);
    if (!read.ok) return showAgain(read.form);
    const assigned = assignTrainer(visit, { sessionId, ...read.value });
    if (!assigned.ok) return showAgain(formWith(posted, { personId: refusalInWords[assigned.reason] }));
    throw redirect(`${here}?done=assigned`);
  });

export type ManagedPage = ReturnType<typeof useLoaderData<typeof loader>>;

const contents = [
  { href: "#trainers", text: "Trainers" },
  { href: "#bookings", text: "Bookings" },
  { href: "#waiting", text: "Waiting list" },
  { href: "#history", text: "History" },
];

export default function ManagedSession() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} order={["personId", "part"]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">Session on {longDate(page.firstDay)}</span>
        {page.session.courseTitle}
      </h1>
      <Details page={page} />
      <nav aria-label="On this page">
        <ul className="govuk-list">
          {contents.map((item) => (
            <li key={item.href}>
              <a className="govuk-link" href={item.href}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Trainers page={page} form={form} />
      <Bookings page={page} />
      <WaitingList page={page} />
      <History entries={page.history} />
    </>
  );
}
