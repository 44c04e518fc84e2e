// What people wrote in evaluations and nobody has read yet, oldest first; what was done with the rest is found here too.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { Pagination } from "~/components/pagination";
import { listWords } from "~/domain/evaluations/evaluations.server";
import { counted } from "~/shared/format";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { isWordsKind, isWordsState, wordsStateInWords } from "~/web/words-in-words";
import { inList } from "./beginning";
import { Filters } from "./filters";
import { Found } from "./found";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && data.pages > 1 ? `Comments (page ${data.page} of ${data.pages})` : "Comments");

const pageSize = 20;

const doneInWords: Record<string, string> = {
  quoted: "It can be quoted now, as you redacted it.",
  "kept back": "It is kept back.",
  read: "It is marked as read.",
  "put back": "It is to be read again, and no longer quoted.",
  ended: "It is no longer quoted. What was written is gone, so it cannot be read again.",
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const [kind, state] = [query.get("kind"), query.get("state")];
    const wanted = {
      kind: isWordsKind(kind) ? kind : null,
      state: isWordsState(state) ? state : ("to read" as const),
    };
    const number = Number(query.get("page") ?? "1");
    const found = listWords(visit, wanted, { number, size: pageSize });
    return {
      ...wanted,
      ...found,
      words: found.words.map(inList),
      pages: Math.ceil(found.total / pageSize),
      done: doneIn(doneInWords, query),
      /** What has just been done can be undone on its page. */
      last: query.get("last"),
    };
  });

export type CommentsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Comments() {
  const page = useLoaderData<typeof loader>();
  const { kind, state, total, pages, done, last } = page;
  const kept = { kind: kind ?? undefined, state: state === "to read" ? undefined : state };
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      {done && (
        <NotificationBanner kind="success" text={done}>
          {last && (
            <a className="govuk-notification-banner__link" href={paths.manageComment(last)}>
              Look at it again, or undo it
            </a>
          )}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-xl">Comments</h1>
      <p className="govuk-body">
        You alone read these as they were written. Nobody else sees a word of them until you quote it.
      </p>
      <p className="govuk-body">
        If something here makes you worried about a child or an adult, follow your safeguarding procedure
        today.
      </p>
      <Filters page={page} />
      <h2 className="govuk-heading-m" id="results">
        {`${wordsStateInWords[state]}: ${counted(total, "comment")}`}
      </h2>
      <Found page={page} />
      <Pagination
        page={page.page}
        pages={pages}
        hrefFor={(number) => paths.manageComments({ ...kept, page: String(number) })}
      />
    </>
  );
}
