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
              {askedAt[evaluation.stage]}: {evaluation.courseTitle}
            </a>{" "}
            {byWhen(evaluation)}
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

const askedAt: Record<MyTraining["owed"][number]["stage"], string> = {
  T0: "Answer the questions before",
  T1: "Answer the questions on arrival",
  T2: "Say what changed",
  T3: "Say what you kept",
  M: "Say what you have seen",
  T4: "Say what you kept, six months on",
};

/** A late answer is welcome, and the person is told what it cannot do any more. */
function byWhen({ stage, until, late }: MyTraining["owed"][number]): string {
  if (until === null)
    return stage === "T1" ? "(before the training begins)" : "(a few minutes, before the training starts)";
  return late ? `(late, but still read until ${until})` : `(by ${until})`;
}
