// A session's workspace: what is lacking, details, trainers, bookings, who waits and who is next, materials, messages,
// evaluation, and what has happened.
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
import { readManagedSession, readQueueView } from "~/domain/bookings/bookings.server";
import { listPool } from "~/domain/trainers/trainers.server";
import { longDate, plainDate } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { act } from "./act.server";
import { candidatesFor } from "./assignment";
import { Bookings } from "./bookings";
import { doneInWords } from "./deeds";
import { Details } from "./details";
import { History } from "./history";
import { Materials } from "./materials";
import { Evaluation, Messages } from "./messages";
import { ToSeeTo } from "./to-see-to";
import { Trainers } from "./trainers";
import { WaitingList } from "./waiting-list";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `Manage: ${data.session.courseTitle}, ${plainDate(data.firstDay)}` : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    // How many answered stands on the page of answers, where a few are not told.
    const { session, answered: _answered, ...rest } = readManagedSession(visit, args.params.id ?? "");
    const { courseSlug: _slug, revision: _revision, courseId: _course, ...shown } = session;
    return {
      ...rest,
      turns: readQueueView(visit, session.id).entries,
      session: shown,
      firstDay: session.meetings[0]?.date ?? "",
      now: visit.clock.now(),
      candidates: candidatesFor(session, listPool(visit)),
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const acted = act(visit, sessionId, await args.request.formData());
    if ("form" in acted) return showAgain(acted.form);
    throw redirect(`${paths.manageSession(sessionId)}?done=${acted.done}`);
  });

export type ManagedPage = ReturnType<typeof useLoaderData<typeof loader>>;

const contents = [
  { href: "#trainers", text: "Trainers" },
  { href: "#bookings", text: "Bookings" },
  { href: "#waiting", text: "Waiting list" },
  { href: "#materials", text: "Materials" },
  { href: "#messages", text: "Messages" },
  { href: "#evaluation", text: "Evaluation" },
  { href: "#history", text: "History" },
];

export default function ManagedSession() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} order={["personId", "part", "title", "url", "shownTo"]} />
      {page.done && !form && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">Session on {longDate(page.firstDay)}</span>
        {page.session.courseTitle}
      </h1>
      <ToSeeTo page={page} />
      <Details page={page} />
      <nav aria-label="On this page">
        <ul className="govuk-list app-ways">
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
      <Materials page={page} form={form} />
      <Messages page={page} />
      <Evaluation sessionId={page.session.id} />
      <History entries={page.history} />
    </>
  );
}
