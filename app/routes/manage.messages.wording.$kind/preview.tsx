// How the letter would look: as mail programs show it, in a frame that can do nothing, and as text.
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";

type PreviewProps = {
  letter: { subject: string; html: string; text: string; calendar: boolean };
  /** Sentences that are hard to read. */
  long: string[];
};

export function Preview({ letter, long }: PreviewProps) {
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-l" id="preview">
        Preview
      </h2>
      <p className="govuk-body">
        Nothing is saved yet. The people and bookings are invented, and the links lead nowhere.
      </p>
      {long.length > 0 && (
        <InsetText>
          <p className="govuk-body">
            {long.length === 1 ? "This sentence has" : "These sentences have"} more than 25 words. Shorter
            ones are easier to read.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {[...new Set(long)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <p className="govuk-body">
        Subject: <strong>{letter.subject}</strong>
      </p>
      {letter.calendar && <p className="govuk-body">A calendar entry goes with it.</p>}
      <iframe
        className="app-letter"
        title="The letter as mail programs show it"
        sandbox=""
        srcDoc={letter.html}
      />
      <Details summary="The letter as text">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has focus */}
        <pre className="app-table-scroll" tabIndex={0}>
          {letter.text}
        </pre>
      </Details>
    </section>
  );
}
