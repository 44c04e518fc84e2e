// One letter of the mail tray as plain text, with links that work, and its calendar entry.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { readLetter } from "~/domain/notifications/notifications.server";
import { longDateTimeAt } from "~/shared/format";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { paragraphsOf } from "./letter-text";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Letter: ${data.subject}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { production, resend, publicUrl } = visit.settings;
    // Anyone can read everyone's letters here, so it is there only where no letter reaches a real person.
    if (production || resend !== null) throw new NotFound("mail tray");
    const letter = readLetter(visit, args.params.id ?? "");
    return {
      subject: letter.subject,
      to: letter.toEmail,
      at: letter.sentAt ?? letter.createdAt,
      paragraphs: paragraphsOf(letter.text, publicUrl),
      calendar: letter.calendar,
    };
  });

export default function Letter() {
  const { subject, to, at, paragraphs, calendar } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.mailTray()} text="Mail tray" />
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
        {paragraphs.map((lines, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes, and its paragraphs may repeat
          <p key={index} className="govuk-body">
            {lines.map((pieces, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={line} className="app-line">
                {pieces.map((piece) =>
                  piece.href === null ? (
                    piece.text
                  ) : (
                    <a key={piece.href} className="govuk-link" href={piece.href}>
                      {piece.text}
                    </a>
                  ),
                )}
              </span>
            ))}
          </p>
        ))}
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
    </>
  );
}
