// One letter of the mail tray as plain text, with links that work, and its calendar entry.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { readLetter } from "~/domain/notifications/notifications.server";
import { longDateTimeAt } from "~/shared/format";
import { NotFound } from "~/shared/problems";
import { doneIn } from "~/web/done";
import { enter, type Visit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { heed } from "~/web/received-letters.server";
import { pageTitle } from "~/web/title";
import { declineOf } from "./decline";
import { paragraphsOf } from "./letter-text";
import { Words } from "./words";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Letter: ${data.subject}` : "Page not found");

const doneInWords = {
  asked: "The invitation is declined. A letter asks whether to cancel the place.",
  nothing: "The invitation is declined. Nothing follows: it is about no place that is still theirs.",
};

/** Anyone can read everyone's letters here, so it is there only where no letter reaches a real person. @throws NotFound */
function openLetter(visit: Visit, id: string | undefined) {
  const { production, resend, smtp } = visit.settings;
  if (production || resend !== null || smtp !== null) throw new NotFound("mail tray");
  return readLetter(visit, id ?? "");
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const letter = openLetter(visit, args.params.id);
    const { publicUrl } = visit.settings;
    return {
      address: visit.url.pathname,
      asksForAnswer: letter.calendar !== null && declineOf(letter.calendar.text, letter.toEmail) !== null,
      done: doneIn(doneInWords, visit.url.searchParams),
      subject: letter.subject,
      to: letter.toEmail,
      at: letter.sentAt ?? letter.createdAt,
      paragraphs: paragraphsOf(letter.text, publicUrl),
      calendar: letter.calendar,
    };
  });

/** Declines as a calendar program would: by mail to the address that invites. */
export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const letter = openLetter(visit, args.params.id);
    const reply = letter.calendar && declineOf(letter.calendar.text, letter.toEmail);
    const heard = reply ? heed(visit, letter.toEmail, reply, visit.settings.publicUrl) : "not heeded";
    throw redirect(`${visit.url.pathname}?done=${heard === "asked" ? "asked" : "nothing"}`, 303);
  });

export default function Letter() {
  const { subject, to, at, paragraphs, calendar, asksForAnswer, address, done } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.mailTray()} text="Mail tray" />
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-l">{subject}</h1>
      <SummaryList
        rows={[
          {
            key: "To",
            value: (
              <a className="govuk-link" href={`${paths.mailTray()}?q=${encodeURIComponent(to)}`}>
                {to}
                <span className="govuk-visually-hidden">: all letters to this address</span>
              </a>
            ),
          },
          { key: "Sent", value: longDateTimeAt(at) },
        ]}
      />
      <InsetText>
        <Words paragraphs={paragraphs} />
      </InsetText>
      {calendar && (
        <Details
          summary={
            calendar.method === "CANCEL" ? "The calendar entry it takes away" : "The calendar entry it brings"
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has focus */}
          <pre className="app-table-scroll" tabIndex={0}>
            {calendar.text}
          </pre>
        </Details>
      )}
      {asksForAnswer && (
        <form method="post" action={address} noValidate>
          <SubmitButton variant="secondary">Decline as a calendar program would</SubmitButton>
        </form>
      )}
    </>
  );
}
