// Why there is nothing to answer, or thanks for an answer that is kept.
import { Panel } from "~/components/panel";
import type { AnswerRefusal } from "~/domain/evaluations/evaluations.server";
import { paths } from "~/web/paths";

const refusalInWords: Record<AnswerRefusal, { title: string; text: string }> = {
  "already answered": {
    title: "Thank you for your answers",
    text: "They are kept. They are only ever shown together with those of at least four others.",
  },
  "not open yet": {
    title: "Not open yet",
    text: "These questions open once the trainer has taken the last register. The link in your email will work then.",
  },
  closed: {
    title: "These questions have closed",
    text: "They stay open only for a while, so that answers before and after can be compared. There is nothing you need to do.",
  },
  "no place": {
    title: "There is nothing to answer",
    text: "These questions are for people who had a place and came.",
  },
};

export function NotOpen({ refusal }: { refusal: AnswerRefusal }) {
  const words = refusalInWords[refusal];
  return (
    <>
      {refusal === "already answered" ? (
        <Panel title={words.title} />
      ) : (
        <h1 className="govuk-heading-l">{words.title}</h1>
      )}
      <p className="govuk-body">{words.text}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.my()}>
          Go to my training
        </a>
      </p>
    </>
  );
}
