// My messages: what I was sent and how it fared, what is to come, and what I want of the mail that I can do without.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { holds } from "~/domain/context";
import {
  listNewsChoices,
  listPlannedFor,
  readChoices,
  readReach,
  readTimeline,
} from "~/domain/notifications/notifications.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { act, topicsFor } from "./act.server";
import { NewsChoice, TopicChoice } from "./choices";
import { Planned, Sent } from "./letters";
import { Unwanted } from "./unwanted";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Your messages");

const doneInWords = {
  topics: "Your choice of emails is saved.",
  news: "Your choice of news is saved.",
  works: "Thank you. Your address gets all our emails again.",
};

/** A few: what is looked for here is mostly the latest, and on a phone the choices below must stay within reach. */
const size = 5;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { searchParams } = visit.url;
    const asked = Number(searchParams.get("page") ?? 1);
    const number = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
    const { letters, total } = readTimeline(visit, visit.person.id, { number, size });
    const { stopped, news } = readChoices(visit, visit.person.id);
    return {
      letters: letters.map(({ id, kind, subject, createdAt, fate, at }) => ({
        id,
        kind,
        subject,
        createdAt,
        fate,
        at,
      })),
      page: number,
      pages: Math.ceil(total / size),
      planned: listPlannedFor(visit, visit.person.id),
      topics: topicsFor(holds(visit.actor, "agency_lead")),
      stopped,
      news,
      newsChoices: listNewsChoices(visit),
      unwanted: readReach(visit, visit.person.id)?.because === "complained",
      done: doneIn(doneInWords, searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const done = act(visit, await args.request.formData());
    throw redirect(`${paths.myMessages()}${done ? `?done=${done}` : ""}`, 303);
  });

export type MessagesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function YourMessages() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.myAccount()} text="Your account" />
      {page.done && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">Your messages</h1>
      {page.unwanted && <Unwanted />}
      <p className="govuk-body">
        Choose what we send: <Jump to="optional">emails you can stop</Jump> and{" "}
        <Jump to="news">news of the training on offer</Jump>.
      </p>
      <Sent page={page} />
      <Planned planned={page.planned} />
      <TopicChoice page={page} />
      <NewsChoice page={page} />
    </>
  );
}

const Jump = ({ to, children }: { to: string; children: string }) => (
  <a className="govuk-link govuk-link--no-visited-state" href={`#${to}`}>
    {children}
  </a>
);
