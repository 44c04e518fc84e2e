// Whether the agency has confirmed this person: what it means where it has not, and what happens next.
import { NotificationBanner } from "~/components/notification-banner";
import type { MyAccount } from "./route";

export function AgencyStanding({ account: { person, contact } }: { account: MyAccount }) {
  const { agencyStanding, agencyName } = person;
  if (agencyStanding === "confirmed") return null;
  if (agencyStanding === "awaiting") {
    return (
      <NotificationBanner kind="information" text={`${agencyName} has not confirmed you yet.`}>
        <p className="govuk-body">
          Until then you can look at everything, but you cannot book. We have asked. We email you as soon as
          we know.
        </p>
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner kind="information" text={`${agencyName} does not know you as one of theirs.`}>
      <p className="govuk-body">
        So you cannot book. If that is wrong, or you work for another agency, write to {contact.name}:{" "}
        <a className="govuk-notification-banner__link" href={`mailto:${contact.email}`}>
          {contact.email}
        </a>
      </p>
    </NotificationBanner>
  );
}
