// My training: what needs me, what comes next, what I have done.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { ResultItem, ResultList } from "~/components/result-list";
import { listBookingsOf } from "~/domain/bookings/bookings.server";
import { listOwed } from "~/domain/evaluations/evaluations.server";
import { longDateTimeAt, timeLeft } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { NeedsYou } from "./needs-you";
import { Record } from "./record";
import { outcomeInWords, whereInWords } from "./words";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "My training");

const upcoming = ["confirmed", "waiting", "offered"];

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const now = visit.clock.now();
    const all = listBookingsOf(visit, visit.person.id);
    const { agencyStanding, agencyName } = visit.person;
    return {
      unconfirmedBy: agencyStanding === "confirmed" ? null : agencyName,
      offers: all.flatMap((booking) =>
        booking.state === "offered" && booking.offerEndsAt !== null
          ? [{ id: booking.id, courseTitle: booking.courseTitle, left: timeLeft(now, booking.offerEndsAt) }]
          : [],
      ),
      owed: listOwed(visit, visit.person.id).map((evaluation) => ({
        courseTitle: evaluation.courseTitle,
        stage: evaluation.stage,
        until: evaluation.closesAt === null ? null : longDateTimeAt(evaluation.closesAt),
        path: evaluationPath(visit.settings, evaluation),
      })),
      next: all
        .filter((booking) => upcoming.includes(booking.state) && booking.endsAt >= now)
        .map(({ id, courseTitle, state, meetings, mode, venue, joiningLink, reference }) => ({
          id,
          courseTitle,
          state,
          meetings,
          mode,
          venue,
          joiningLink,
          reference,
        })),
      record: all
        .filter((booking) => !upcoming.includes(booking.state))
        .reverse()
        .map(({ id, courseTitle, state, meetings, minutes }) => ({
          id,
          courseTitle,
          state,
          meetings,
          minutes,
        })),
    };
  });

export type MyTraining = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyPage() {
  const { unconfirmedBy, offers, owed, next, record } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">My training</h1>
      <NeedsYou unconfirmedBy={unconfirmedBy} offers={offers} owed={owed} />

      <h2 className="govuk-heading-l">Coming up</h2>
      {next.length === 0 ? (
        <EmptyState
          title="You have no bookings"
          text="Find a course that fits your work, or see what your role needs."
          action={{ href: paths.courses(), label: "Find a course" }}
          headingLevel={3}
        />
      ) : (
        <ResultList>
          {next.map((booking) => (
            <ResultItem
              key={booking.id}
              title={booking.courseTitle}
              href={paths.booking(booking.id)}
              facts={[
                { label: "When", value: <SessionDates dates={booking.meetings} /> },
                { label: "Where", value: whereInWords(booking) },
                { label: "Your place", value: outcomeInWords[booking.state] },
              ]}
            />
          ))}
        </ResultList>
      )}

      <h2 className="govuk-heading-l">What my role needs</h2>
      <p className="govuk-body">See what your kind of work calls for, what you have, and what to renew.</p>
      <ButtonLink href={paths.myNeeds()} variant="secondary">
        See what my role needs
      </ButtonLink>

      <h2 className="govuk-heading-l">My record</h2>
      <Record record={record} />

      <h2 className="govuk-heading-l">My account</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.myAccount()}>
          Your account
        </a>
        : your details, how you sign in, and what we hold on you.
      </p>
    </>
  );
}
