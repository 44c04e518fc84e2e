// The mail tray of a demonstration: every letter that would have been sent, newest first.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { TextField } from "~/components/text-field";
import { listLetters } from "~/domain/notifications/notifications.server";
import { longDateTimeAt } from "~/shared/format";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? "Mail tray" : "Page not found");

const most = 100;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { production, resend, smtp } = visit.settings;
    // Anyone can read everyone's letters here, so it is there only where no letter reaches a real person.
    if (production || resend !== null || smtp !== null) throw new NotFound("mail tray");
    const q = visit.url.searchParams.get("q")?.trim() ?? "";
    return {
      q,
      letters: listLetters(visit, { toEmail: q || undefined, limit: most }).map(
        ({ id, toEmail, subject, state, createdAt }) => ({
          id,
          toEmail,
          subject: subject ?? "",
          state,
          createdAt,
        }),
      ),
    };
  });

export default function MailTray() {
  const { q, letters } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Mail tray</h1>
      <p className="govuk-body">
        No message leaves this demonstration. What would have been sent is kept here, the newest first. A new
        letter takes a few seconds to appear: reload the page to see it.
      </p>
      <form method="get" action={paths.mailTray()}>
        <TextField
          name="q"
          label="Only letters to this email address"
          initial={q}
          type="search"
          width={30}
          spellCheck={false}
        />
        <SubmitButton variant="secondary">Show letters</SubmitButton>
      </form>
      {q && (
        <p className="govuk-body">
          Letters to <strong>{q}</strong>.{" "}
          <a className="govuk-link" href={paths.mailTray()}>
            Show all letters
          </a>
        </p>
      )}
      {letters.length === 0 ? (
        <EmptyState
          title={q ? "No letters to this address" : "No letters yet"}
          text={
            q
              ? "Check the address: it must be the whole of it."
              : "Book a place, and the letter that confirms it shows here."
          }
          action={q ? undefined : { href: paths.courses(), label: "See the courses" }}
        />
      ) : (
        <Table
          caption={letters.length === most ? `The newest ${most} letters` : "Letters"}
          columns={[
            { key: "subject", heading: "Subject" },
            { key: "to", heading: "To" },
            { key: "when", heading: "Written" },
          ]}
          rows={letters.map((letter) => ({
            id: letter.id,
            cells: {
              subject: (
                <>
                  <a className="govuk-link" href={paths.letter(letter.id)}>
                    {letter.subject}
                  </a>{" "}
                  {letter.state !== "sent" && <Tag colour="grey">{letter.state}</Tag>}
                </>
              ),
              to: letter.toEmail,
              when: longDateTimeAt(letter.createdAt),
            },
          }))}
        />
      )}
    </>
  );
}
