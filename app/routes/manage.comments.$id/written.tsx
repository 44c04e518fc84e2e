// What was asked, what was written, and how it stands.
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { monthInWords } from "~/shared/format";
import { wordsStateInWords } from "~/web/words-in-words";
import type { CommentPage } from "./route";

const consent = {
  yes: "The writer agreed to it.",
  "not agreed": "No: the writer did not agree to it.",
  "too few": "Not now: fewer than five people answered, so others could tell who wrote it.",
  "a manager's words": "No: what a line manager writes is for you alone.",
} as const;

export function Written({ words }: CommentPage) {
  const { question, text, redacted, month, state, quotability } = words;
  return (
    <>
      {redacted !== null && (
        <>
          <h2 className="govuk-heading-m">As it is quoted</h2>
          <Quoted text={redacted} />
        </>
      )}
      {text === "" ? (
        <p className="govuk-body">What was written has been kept long enough and is gone.</p>
      ) : redacted === null ? (
        <Quoted text={text} />
      ) : (
        <Details summary="As it was written">
          <Quoted text={text} />
        </Details>
      )}
      <SummaryList
        rows={[
          { key: "They were asked", value: question ?? "What will you do because of this training?" },
          { key: "Written in", value: monthInWords(month) },
          { key: "May it be quoted?", value: consent[quotability] },
          { key: "State", value: wordsStateInWords[state] },
        ]}
      />
    </>
  );
}

const Quoted = ({ text }: { text: string }) => (
  <InsetText>
    {text.split("\n").map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
      <bdi key={index} className="app-line">
        {line}
      </bdi>
    ))}
  </InsetText>
);
