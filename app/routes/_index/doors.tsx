// The three ways on from the home page.
import { paths } from "~/web/paths";

export function Doors({ signedIn }: { signedIn: boolean }) {
  return (
    <ul className="app-doors">
      <Door
        href={paths.courses()}
        title="What is on soon"
        text="All courses with dates, places and venues."
      />
      <Door
        href={paths.myNeeds()}
        title="What my role needs"
        text="What you need, what you have, and what to renew."
      />
      <Door
        href={paths.my()}
        title="My training"
        text={
          signedIn ? "Your bookings, offers and evaluations." : "Sign in to see your bookings and offers."
        }
      />
    </ul>
  );
}

function Door({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <li className="app-door">
      <a className="govuk-link app-door__link" href={href}>
        {title}
      </a>
      <p className="govuk-body-s">{text}</p>
    </li>
  );
}
