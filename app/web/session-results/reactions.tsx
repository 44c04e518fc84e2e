// What people thought of it at the end, question by question.
import { Table } from "~/components/table";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { SessionResults } from "~/domain/impact/impact.server";
import { bandInWords, cellInWords, withheldInWords } from "~/domain/impact/wording";
import { decimal, wholeNumber } from "~/shared/format";

type Props = Pick<SessionResults, "reactions" | "choices">;

export function HowItWas({ reactions, choices }: Props) {
  return (
    <section aria-labelledby="reactions">
      <h2 className="govuk-heading-l" id="reactions">
        What they thought of it
      </h2>
      {reactions.length + choices.length === 0 && (
        <p className="govuk-body">Too few people have answered at the end for this to be shown.</p>
      )}
      {reactions.length > 0 && (
        <>
          <Table
            caption="Each question, with its average"
            columns={[
              { key: "wording", heading: "Question" },
              { key: "mean", heading: "Average", numeric: true },
              { key: "bands", heading: "How the answers lie" },
              { key: "answers", heading: "Answers", numeric: true },
            ]}
            rows={reactions.map((reaction) => ({
              id: reaction.wording,
              cells: {
                wording: reaction.wording,
                mean: isWithheld(reaction.mean)
                  ? withheldInWords(reaction.mean)
                  : `${decimal(reaction.mean)} of ${reaction.highest}`,
                bands: isWithheld(reaction.bands)
                  ? null
                  : reaction.bands.bands.map(({ labels, count }) => (
                      <span key={labels.join()} className="app-line">
                        {bandInWords(labels)}: {wholeNumber(count)}
                      </span>
                    )),
                answers: isWithheld(reaction.answers) ? "Not shown" : wholeNumber(reaction.answers),
              },
            }))}
          />
          <p className="govuk-body">
            Low is below the middle of the scale, high above it. Where few gave one of them, neighbours are
            counted together. Liking a course is not learning from it.
          </p>
        </>
      )}
      {choices.map(({ wording, options }) => (
        <Table
          key={wording}
          caption={wording}
          captionSize="s"
          columns={[
            { key: "text", heading: "Answer" },
            { key: "chosen", heading: "People", numeric: true },
          ]}
          rows={options.map(({ text, chosen }) => ({
            id: text,
            cells: { text, chosen: cellInWords(chosen) },
          }))}
        />
      ))}
    </section>
  );
}
