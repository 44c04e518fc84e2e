// What others have to do first, and what this person should know of: approvals, checks, certificates held back, charges.
import type { HeldBackBecause } from "~/domain/certificates/certificates";
import { plainDate, poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyTraining } from "./route";
import { placeInWords } from "./words";

/** An evaluation that can still be answered stands among what needs them. */
const becauseInWords: Record<Exclude<HeldBackBecause, "evaluation">, string> = {
  "evaluation closed": "the questions at the end were not answered in time",
  "part of it": "you attended part of it",
  "on its way": "it is on its way",
};

export function GoodToKnow({ page }: { page: MyTraining }) {
  const { pending, heldBack, charges, contact } = page;
  if (pending.length + heldBack.length + charges.length === 0) return null;
  const closed = heldBack.some(({ because }) => because === "evaluation closed");
  return (
    <section aria-labelledby="good-to-know">
      <h2 className="govuk-heading-m" id="good-to-know">
        Good to know
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {pending.map((booking) => (
          <li key={booking.id}>
            <a className="govuk-link" href={paths.booking(booking.id)}>
              {booking.courseTitle}
            </a>
            : {lowered(placeInWords(booking))}.
          </li>
        ))}
        {heldBack.map(({ bookingId, courseTitle, completedOn, because }) => (
          <li key={bookingId}>
            No certificate for {courseTitle}, {plainDate(completedOn)}: {becauseInWords[because]}.
          </li>
        ))}
        {charges.map((charge) => (
          <li key={charge.id}>
            <a className="govuk-link" href={paths.myCharge(charge.id)}>
              A charge of {poundsAndPence(charge.pence)} to your agency: {charge.courseTitle}
            </a>
            {charge.appealed && " (appealed against)"}
          </li>
        ))}
      </ul>
      {closed && (
        <p className="govuk-body">
          If something kept you from answering, write to {contact.name}:{" "}
          <a className="govuk-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </p>
      )}
    </section>
  );
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
