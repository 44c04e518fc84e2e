// The next sessions: when, where to go or join, how the place stands, and the way out of it.
import { EmptyState } from "~/components/empty-state";
import { ResultItem, ResultList } from "~/components/result-list";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import type { MyTraining } from "./route";
import { placeInWords, WhereToGo } from "./words";

export function ComingUp({ next }: Pick<MyTraining, "next">) {
  return (
    <>
      <h2 className="govuk-heading-l">Coming up</h2>
      {next.length === 0 ? (
        <EmptyState
          title="You have no bookings"
          text="Find a course that fits your work, or see what your role needs."
          action={{ href: paths.courses(), label: "Find a course" }}
          headingLevel={3}
        />
      ) : (
        <>
          <ResultList>
            {next.map((booking) => (
              <ResultItem
                key={booking.id}
                title={booking.courseTitle}
                href={paths.booking(booking.id)}
                facts={[
                  { label: "When", value: <SessionDates dates={booking.meetings} /> },
                  { label: "Where", value: <WhereToGo {...booking} /> },
                  { label: "Your place", value: placeInWords(booking) },
                ]}
                action={<Action booking={booking} />}
              />
            ))}
          </ResultList>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.calendarSubscribe()}>
              See your training in your own calendar
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Action({ booking }: { booking: MyTraining["next"][number] }) {
  if (booking.state === "offered") {
    return (
      <a className="govuk-link" href={paths.offer(booking.id)}>
        Answer the offer<span className="govuk-visually-hidden">: {booking.courseTitle}</span>
      </a>
    );
  }
  if (booking.begun) return null;
  return (
    <>
      {booking.state === "confirmed" && (
        <a className="govuk-link app-line" href={paths.bookingCalendar(booking.id)}>
          Add to calendar<span className="govuk-visually-hidden">: {booking.courseTitle}</span>
        </a>
      )}
      <a className="govuk-link app-line" href={paths.cancellation(booking.id)}>
        {booking.state === "waiting" ? "Leave the waiting list" : "Cancel"}
        <span className="govuk-visually-hidden">: {booking.courseTitle}</span>
      </a>
    </>
  );
}
