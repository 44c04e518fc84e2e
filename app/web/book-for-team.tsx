// The way from a session to booking several people onto it, for those who lead an agency.
import { paths } from "./paths";

type BookForTeamProps = {
  session: { id: string; status: string; bookingClosed: boolean; opensAt: number | null };
  leads: boolean;
};

export function BookForTeam({ session, leads }: BookForTeamProps) {
  if (!leads || session.status !== "published" || session.bookingClosed || session.opensAt !== null)
    return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.teamBook(session.id)}>
        Book for your team
      </a>
      : several people at once, or places to name people for later.
    </p>
  );
}
