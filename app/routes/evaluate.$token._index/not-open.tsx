// Why there is nothing to answer, or thanks for an answer that is kept: each says what is true and what to do.
import { Panel } from "~/components/panel";
import type { AnswerRefusal } from "~/domain/evaluations/evaluations.server";
import { paths } from "~/web/paths";
import type { ClosedPage } from "./page.server";

type Words = { title: string; text: string };

export function NotOpen({ page }: { page: ClosedPage }) {
  const { because } = page.closed;
  const words = inWords(page);
  return (
    <>
      {because === "already answered" ? (
        <Panel title={words.title} />
      ) : (
        <h1 className="govuk-heading-l">
          <span className="govuk-caption-l">{page.courseTitle}</span>
          {words.title}
        </h1>
      )}
      <p className="govuk-body">{words.text}</p>
      {page.stage !== "M" && <ToMyTraining />}
    </>
  );
}

/** An address that is none of ours, or was cut off on its way. */
export function NotKnown() {
  return (
    <>
      <h1 className="govuk-heading-l">This link does not work</h1>
      <p className="govuk-body">
        Part of it may be missing. Open it again from your email, or copy the whole of it. If it still does
        not work, sign in: what you can answer now is under “My training”.
      </p>
      <ToMyTraining />
    </>
  );
}

function ToMyTraining() {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.my()}>
        Go to my training
      </a>
    </p>
  );
}

function inWords({ stage, closed: { because, opensOn } }: ClosedPage): Words {
  const words: Record<AnswerRefusal, Words> = {
    "already answered": {
      title: "Thank you for your answers",
      text: "They are kept. They are only ever shown together with those of at least four others.",
    },
    "not open yet": {
      title: "Not open yet",
      text: opensOn
        ? `These questions open on ${opensOn}. The same link will work then.`
        : "These questions open once the trainer has taken the last register. The link in your email will work then.",
    },
    closed: {
      title: "These questions have closed",
      text: "They stay open only for a while, so that answers before and after can be compared. There is nothing you need to do.",
    },
    "no place": {
      title: "There is nothing to answer",
      text:
        stage === "T0" || stage === "T1"
          ? "These questions are for people who have a place. If you moved to another date, your answers went with you."
          : "These questions are for people who had a place and came.",
    },
    "not asked": {
      title: "There is nothing to answer",
      text:
        stage === "M"
          ? "You are not asked about this training any more. There is nothing you need to do."
          : "These questions are not asked about this course.",
    },
  };
  return words[because];
}
