// Home: search, three doors, and the next sessions with places.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardMark } from "~/components/board-mark";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { ResultList } from "~/components/result-list";
import { listBoards, readPartnership } from "~/domain/accounts/accounts.server";
import { listNextSessions } from "~/domain/bookings/bookings.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { SessionResult } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { Doors } from "./doors";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.heading ?? "Home");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { place } = readPartnership(visit);
    return {
      heading: `Safeguarding training in ${place}`,
      boards: listBoards(visit).map(({ code, name, concern, shape, colour }) => ({
        code,
        name,
        concern,
        shape,
        colour,
      })),
      next: listNextSessions(visit, 6),
      signedIn: visit.person !== null,
    };
  });

export default function HomePage() {
  const { heading, boards, next, signedIn } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <p className="govuk-body-l">
        One offer for everyone who works with children, adults and communities. Book once: one course counts
        for every board.
      </p>
      <form method="get" action={paths.courses()} className="app-home-search">
        <label className="govuk-label govuk-label--m" htmlFor="home-search">
          What do you want to learn about?
        </label>
        <input className="govuk-input" id="home-search" name="q" type="search" />
        <button className="govuk-button" type="submit">
          Search courses
        </button>
      </form>

      <Doors signedIn={signedIn} />

      <h2 className="govuk-heading-l">Next sessions</h2>
      {next.length === 0 ? (
        <EmptyState
          title="No sessions are open for booking"
          text="New dates are added through the year. The courses page says what is offered."
          action={{ href: paths.courses(), label: "See all courses" }}
        />
      ) : (
        <>
          <ResultList>
            {next.map((session) => (
              <SessionResult
                key={session.id}
                session={session}
                title={session.courseTitle}
                boards={session.boards}
              />
            ))}
          </ResultList>
          <div className="govuk-button-group">
            <ButtonLink href={paths.courses()} variant="secondary">
              See all courses and dates
            </ButtonLink>
            <a className="govuk-link" href={paths.calendar()}>
              See them in a calendar
            </a>
          </div>
        </>
      )}

      <h2 className="govuk-heading-m">Whose offer this is</h2>
      <ul className="govuk-list">
        {boards.map(({ concern, ...board }) => (
          <li key={board.code}>
            <a className="govuk-link" href={paths.courses({ board: board.code })}>
              <BoardMark {...board} />
            </a>{" "}
            – safeguarding {concern}
          </li>
        ))}
      </ul>
    </>
  );
}
