// One board's terms: in force, to come, and before.
import { BoardMark } from "~/components/board-mark";
import { ButtonLink } from "~/components/button-link";
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { TermsInWords } from "~/web/terms-in-words";
import type { TermsPage } from "./route";

type Board = TermsPage["boards"][number];

export function BoardsTerms({ board, now, coming, past }: Board) {
  return (
    <section id={board.code}>
      <h2 className="govuk-heading-l">
        <BoardMark {...board} />
      </h2>
      {now.set ? (
        <p className="govuk-body">
          Version {now.version}, in force since {plainDateAt(now.from)}
        </p>
      ) : (
        <InsetText>
          This board has not set any terms, so nothing is charged. Until it does, the waiting list, approval
          and reserved places work as below.
        </InsetText>
      )}
      <TermsInWords parts={now.set ? now.parts : now.parts.filter(({ about }) => !charges.has(about))} />
      {coming.map((version) => (
        <Details
          key={version.version}
          summary={`To come: version ${version.version}, from ${plainDateAt(version.from)}`}
        >
          <TermsInWords parts={version.parts} />
        </Details>
      ))}
      {past.map((version) => (
        <Details key={version.version} summary={beforeInWords(version)}>
          <TermsInWords parts={version.parts} />
        </Details>
      ))}
      <p>
        <ButtonLink href={paths.manageTermsNew(board.code)} variant="secondary" hidden={`for ${board.name}`}>
          {now.set ? "Make a new version" : "Set the terms"}
        </ButtonLink>
      </p>
    </section>
  );
}

/** What says nothing while nothing is charged. */
const charges: ReadonlySet<string> = new Set(["cancelling", "not coming", "rates"]);

function beforeInWords({ version, from, until }: Board["past"][number]): string {
  if (until === from) return `Version ${version}, which another replaced before it held`;
  return `Version ${version}, from ${plainDateAt(from)}${until === null ? "" : ` until ${plainDateAt(until)}`}`;
}
