// The end evaluation, to show the room: a code to point a phone at, until when, and what learners will see.
import { Details } from "~/components/details";
import { counted, longDateTimeAt } from "~/shared/format";
import type { RegisterPage } from "./route";

type Evaluation = NonNullable<RegisterPage["evaluation"]>;

export function EvaluationOpen({ evaluation, courseTitle }: { evaluation: Evaluation; courseTitle: string }) {
  if (!evaluation.open) {
    return (
      <section aria-labelledby="evaluation">
        <h2 className="govuk-heading-m" id="evaluation">
          The end evaluation is closed
        </h2>
        <p className="govuk-body">It closed on {longDateTimeAt(evaluation.closesAt)}.</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="evaluation">
      <h2 className="govuk-heading-m" id="evaluation">
        The end evaluation is open
      </h2>
      <p className="govuk-body">
        It is open until <strong>{longDateTimeAt(evaluation.closesAt)}</strong>. Ask everyone to answer before
        they leave.
      </p>
      <p>
        <img src={evaluation.qrCode} width="280" height="280" alt={`QR code for ${evaluation.address}`} />
      </p>
      <p className="govuk-body">
        Or open{" "}
        <a className="govuk-link" href={evaluation.address}>
          {evaluation.address}
        </a>
      </p>
      <Details summary="What learners will see">
        <p className="govuk-body">
          They sign in and find “{courseTitle}” under My training. They have also been sent an email with a
          link that needs no sign-in. {counted(evaluation.invited, "person", "people")} can answer: everyone
          who was there for at least part of it.
        </p>
        {evaluation.questions.length > 0 && (
          <>
            <p className="govuk-body">
              There are {counted(evaluation.questions.length, "question")}. Any can be left blank.
            </p>
            <ul className="govuk-list govuk-list--bullet">
              {evaluation.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </>
        )}
      </Details>
    </section>
  );
}
