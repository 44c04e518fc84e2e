// Each board's terms of booking: what holds now, what is to come, and what held before, in words.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { NotificationBanner } from "~/components/notification-banner";
import { termsInWords } from "~/domain/terms/terms";
import { listTerms, type TermsVersion } from "~/domain/terms/terms.server";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { BoardsTerms } from "./boards-terms";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Terms of booking");

const doneInWords: Record<string, string> = {
  saved: "The new version is saved. It holds for bookings made from its first day on.",
};

const versionInWords = ({ version, inForceFrom, inForceUntil, rules }: TermsVersion) => ({
  version,
  from: inForceFrom,
  until: inForceUntil,
  parts: termsInWords(rules),
});

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    boards: listTerms(visit).map(({ board, now, coming, past }) => ({
      board,
      now: {
        set: now.id !== null,
        version: now.version,
        from: now.inForceFrom,
        parts: termsInWords(now.rules),
      },
      coming: coming.map(versionInWords),
      past: past.map(versionInWords),
    })),
    done: doneIn(doneInWords, visit.url.searchParams),
  }));

export type TermsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TermsOfBooking() {
  const { boards, done } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.manage()} text="Manage" />
        {done && <NotificationBanner kind="success" text={done} />}
        <h1 className="govuk-heading-xl">Terms of booking</h1>
        <p className="govuk-body-l">
          What each board asks of those who book: notice, charges, and how the waiting list works.
        </p>
        <p className="govuk-body">
          A booking keeps the terms it was made under. So a change is always a new version, from a day on. A
          course that several boards share goes by its first board, unless its own page says another.
        </p>
        {boards.map((board) => (
          <BoardsTerms key={board.board.code} {...board} />
        ))}
      </div>
    </div>
  );
}
