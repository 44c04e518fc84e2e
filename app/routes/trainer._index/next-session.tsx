// The next session at a glance: when, where, who with, how many, what people need, and the register.
import { ButtonLink } from "~/components/button-link";
import { SummaryList } from "~/components/summary-list";
import { counted, longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import type { TeachingPage } from "./route";

type Next = NonNullable<TeachingPage["next"]>;

export function NextSession({ session, now }: { session: Next; now: number }) {
  return (
    <section aria-labelledby="next-session">
      <h2 className="govuk-heading-l" id="next-session">
        <span className="govuk-caption-l">Next session</span>
        {session.courseTitle}
      </h2>
      <RegisterStep session={session} now={now} />
      <SummaryList
        rows={[
          { key: "When", value: <SessionDates dates={session.meetings} /> },
          { key: "Where", value: <Where session={session} /> },
          { key: "With", value: <Others others={session.others} /> },
          { key: "Booked", value: bookedInWords(session) },
          { key: "Access needs", value: <Needs needs={session.needs} /> },
        ]}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.trainerSession(session.id)}>
          See who is coming<span className="govuk-visually-hidden"> to {session.courseTitle}</span>
        </a>
      </p>
    </section>
  );
}

function Where({ session: { mode, venue, joiningLink } }: { session: Next }) {
  const room = venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : "Venue to be confirmed";
  if (mode === "in person") return <>{room}</>;
  return (
    <>
      {mode === "hybrid" && <span className="app-line">{room}</span>}
      {joiningLink ? (
        <span className="app-line">
          Online:{" "}
          <a className="govuk-link" href={joiningLink}>
            {joiningLink}
          </a>
        </span>
      ) : (
        "Online. There is no joining link yet: ask a coordinator."
      )}
    </>
  );
}

const partInWords = { lead: "lead", "co-trainer": "co-trainer", "lived experience": "lived experience" };

function Others({ others }: { others: Next["others"] }) {
  if (others.length === 0) return <>Nobody else yet</>;
  return (
    <>
      {others.map((trainer) => (
        <span key={trainer.name} className="app-line">
          {trainer.name}, {trainer.agencyName} ({partInWords[trainer.part]}
          {trainer.confirmedAt === null ? ", has not answered yet" : ""})
        </span>
      ))}
    </>
  );
}

export function bookedInWords(session: { booked: number; capacity: number; waiting: number }): string {
  const waiting = session.waiting > 0 ? `, ${counted(session.waiting, "person", "people")} waiting` : "";
  return `${session.booked} of ${counted(session.capacity, "place")}${waiting}`;
}

function Needs({ needs }: { needs: string[] }) {
  if (needs.length === 0) return <>None recorded</>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {needs.map((need) => (
        <li key={need}>{need}</li>
      ))}
    </ul>
  );
}

/** The register that is wanted now: the first that is not finished. */
function RegisterStep({ session, now }: { session: Next; now: number }) {
  const meeting =
    session.meetings.find((candidate) => candidate.registerTakenAt === null) ?? session.meetings.at(-1);
  if (!meeting || session.status === "draft") {
    return <p className="govuk-body">This session is a draft. It has no register until it is published.</p>;
  }
  const which = session.meetings.length > 1 ? ` for meeting ${meeting.number}` : "";
  if (now < meeting.registerOpensAt) {
    return (
      <p className="govuk-body">
        The register{which} opens on {longDateTimeAt(meeting.registerOpensAt)}.
      </p>
    );
  }
  return (
    <p>
      <ButtonLink href={paths.trainerRegister(meeting.id)}>
        {meeting.registerTakenAt === null ? `Take the register${which}` : `See the register${which}`}
      </ButtonLink>
    </p>
  );
}
