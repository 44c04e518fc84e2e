// What is agreed to with a booking: the last day to cancel free in one sentence, the rest for those who want it.
import { Details } from "~/components/details";
import type { BookingPage } from "./page-data.server";

export function Terms({ terms }: Pick<BookingPage, "terms">) {
  return (
    <>
      <p className="govuk-body">{terms.sentence}</p>
      {terms.parts.length > 0 && (
        <Details summary="The terms of booking">
          {terms.parts.map((part) => (
            <p key={part.about} className="govuk-body">
              <strong className="app-line">{part.heading}</strong>
              {part.sentences.join(" ")}
            </p>
          ))}
        </Details>
      )}
    </>
  );
}
