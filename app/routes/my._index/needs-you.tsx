// What waits for this person to do something: an agency that is not sure of them, offers that run out, evaluations that
// are owed, learning that was sent back.
import { paths } from "~/web/paths";
import type { MyTraining } from "./route";

type Shown = Pick<MyTraining, "unconfirmedBy" | "offers" | "owed" | "sentBack">;

export function NeedsYou({ unconfirmedBy, offers, owed, sentBack }: Shown) {
  if (unconfirmedBy === null && offers.length + owed.length + sentBack.length === 0) return null;
  return (
    <section className="app-needs-you" aria-labelledby="needs-you">
      <h2 className="govuk-heading-m" id="needs-you">
        What needs you
      </h2>
      <ul className="govuk-list app-tasks">
        {unconfirmedBy !== null && (
          <li>
            You can book once {unconfirmedBy} confirms that you work there.{" "}
            <a className="govuk-link" href={paths.myAccount()}>
              See how it stands
            </a>
          </li>
        )}
        {offers.map((offer) => (
          <li key={offer.id}>
            <a className="govuk-link" href={paths.offer(offer.id)}>
              Answer the offer of a place: {offer.courseTitle}
            </a>{" "}
            ({offer.left} left)
          </li>
        ))}
        {owed.map((evaluation) => (
          <li key={evaluation.path}>
            <a className="govuk-link" href={evaluation.path}>
              {evaluation.stage === "T0" ? "Four questions before" : "Say what changed"}:{" "}
              {evaluation.courseTitle}
            </a>{" "}
            ({evaluation.until ? `by ${evaluation.until}` : "two minutes, before the training starts"})
            {evaluation.certificateWaits && (
              <span className="app-line">You get your certificate once you have answered.</span>
            )}
          </li>
        ))}
        {sentBack.map((learning) => (
          <li key={learning.id}>
            <a className="govuk-link" href={paths.myLearningOne(learning.id)}>
              Change what you told us: {learning.title}
            </a>{" "}
            (it does not count yet)
          </li>
        ))}
      </ul>
    </section>
  );
}
