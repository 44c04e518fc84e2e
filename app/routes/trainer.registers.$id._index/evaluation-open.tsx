// The end evaluation: the way to its code for the room, until when it is open, what learners see, and what they said.
import { ButtonLink } from "~/components/button-link";
import { Details } from "~/components/details";
import { counted, longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RegisterPage } from "./route";

type Evaluation = NonNullable<RegisterPage["evaluation"]>;
type Props = { page: RegisterPage; evaluation: Evaluation };

export function EvaluationOpen({ page, evaluation }: Props) {
  return (
    <section aria-labelledby="evaluation">
      <h2 className="govuk-heading-m" id="evaluation">
        The end evaluation is {evaluation.open ? "open" : "closed"}
      </h2>
      {evaluation.open ? (
        <Open page={page} evaluation={evaluation} />
      ) : (
        <p className="govuk-body">It closed on {longDateTimeAt(evaluation.closesAt)}.</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.trainerSessionAnswers(page.sessionId)}>
          See what they said
        </a>
      </p>
    </section>
  );
}

function Open({ page, evaluation: { closesAt, invited, questions } }: Props) {
  return (
    <>
      <p className="govuk-body">
        It is open until <strong>{longDateTimeAt(closesAt)}</strong>. Ask everyone to answer before they
        leave.
      </p>
      <ButtonLink href={paths.trainerQuestions(page.meeting.id)}>Show the code to the room</ButtonLink>
      <Details summary="What learners will see">
        <p className="govuk-body">
          They scan the code and type their work email address or their booking’s reference. They have also
          been sent an email with a link, and find “{page.courseTitle}” under My training.{" "}
          {counted(invited, "person", "people")} can answer: everyone who was there for at least part of it.
        </p>
        {questions.length > 0 && (
          <>
            <p className="govuk-body">
              There are {counted(questions.length, "question")}. Any can be left blank.
            </p>
            <ul className="govuk-list govuk-list--bullet">
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </>
        )}
      </Details>
    </>
  );
}
