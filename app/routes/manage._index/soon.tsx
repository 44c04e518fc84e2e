// The sessions of the next 14 days, all of them or those that somebody has to see to.
import { lacksOf, type ProgrammeSession } from "~/domain/bookings/bookings";
import { paths } from "~/web/paths";
import { ProgrammeTable, type Sorting } from "~/web/programme-table";

type Props = { sessions: ProgrammeSession[]; lackingOnly: boolean; sorting: Sorting };

const caption = "Sessions in the next 14 days";

export function Soon({ sessions, lackingOnly, sorting }: Props) {
  const lacking = sessions.filter((session) => lacksOf(session).length > 0);
  const shown = lackingOnly ? lacking : sessions;
  return (
    <section id="programme">
      {shown.length > 0 ? (
        <ProgrammeTable caption={caption} sessions={shown} sorting={sorting} />
      ) : (
        <>
          <h2 className="govuk-heading-m">{caption}</h2>
          <p className="govuk-body">
            {lackingOnly && sessions.length > 0
              ? "Nothing is lacking."
              : "No session starts in the next 14 days."}
          </p>
        </>
      )}
      {sessions.length > 0 && (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`${paths.manage({ show: lackingOnly ? undefined : "lacking" })}#programme`}
          >
            {lackingOnly
              ? `Show all ${sessions.length}`
              : `Show only those with something to see to (${lacking.length})`}
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageSessions()}>
          The whole programme
        </a>
      </p>
    </section>
  );
}
