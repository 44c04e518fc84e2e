// What was sent, a page at a time, and what is planned.
import { EmptyState } from "~/components/empty-state";
import { Pagination } from "~/components/pagination";
import { isMessageKind } from "~/domain/notifications/notifications";
import { longDateTimeAt } from "~/shared/format";
import { LettersTable } from "~/web/letters-table";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import type { MessagesPage } from "./route";

export function Sent({ page: { letters, page, pages } }: { page: MessagesPage }) {
  return (
    <section id="sent">
      {letters.length > 0 ? (
        <>
          <LettersTable letters={letters} caption="What we sent you" written={false} />
          <p className="govuk-hint">
            How an email fared is what the mail provider tells us. “Opened” can also be a program that checks
            mail.
          </p>
        </>
      ) : (
        <EmptyState
          title="No messages here"
          text="When you book training, what we write to you is listed here."
          action={page > 1 ? { href: paths.myMessages(), label: "See the latest messages" } : undefined}
        />
      )}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${paths.myMessages()}?page=${number}`} />
    </section>
  );
}

export function Planned({ planned }: Pick<MessagesPage, "planned">) {
  if (planned.length === 0) return null;
  return (
    <section id="planned">
      <h2 className="govuk-heading-m">To come</h2>
      <ul className="govuk-list govuk-list--bullet">
        {planned.map(({ id, kind, dueAt, bookingId }) => {
          const name = isMessageKind(kind) ? kindInWords[kind] : kind;
          return (
            <li key={id}>
              {bookingId === null ? (
                name
              ) : (
                <a className="govuk-link" href={paths.booking(bookingId)}>
                  {name}
                </a>
              )}
              : {longDateTimeAt(dueAt)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
