// A look at a note before it goes: how it reads, and everyone who gets it.
import { BackLink } from "~/components/back-link";
import { Details } from "~/components/details";
import { InsetText } from "~/components/inset-text";
import { PlainWords } from "~/components/plain-words";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import type { NoteAudience } from "~/domain/notifications/notifications";
import { counted } from "~/shared/format";
import type { Block } from "~/shared/plain-markdown";
import { paths } from "~/web/paths";
import type { WritePage } from "./route";
import { audienceInWords } from "./words";

type Preview = {
  noteId: string;
  audience: NoteAudience;
  subject: string;
  body: string;
  people: string[];
  blocks: Block[];
};

export function NotePreview({ page, preview }: { page: WritePage; preview: Preview }) {
  const { noteId, audience, subject, body, people } = preview;
  const reached = counted(people.length, "person", "people");
  return (
    <>
      <BackLink href={page.back} text="The session" />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{page.course}</span>
        Check your note
      </h1>
      <SummaryList
        rows={[
          { key: "Goes to", value: `${audienceInWords[audience]}: ${reached}` },
          { key: "Subject", value: `${subject}: ${page.course}` },
        ]}
      />
      <h2 className="govuk-heading-m">What it says</h2>
      <InsetText>
        <PlainWords blocks={preview.blocks} />
      </InsetText>
      <Details summary={`See who gets it (${people.length})`}>
        <ul className="govuk-list">
          {people.map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and nothing moves
            <li key={place}>{name}</li>
          ))}
        </ul>
      </Details>
      <p className="govuk-body">Each person gets an email of their own. It cannot be taken back.</p>
      <form method="post" action={paths.manageSessionWrite(page.id)} noValidate>
        {Object.entries({ noteId, audience, subject, body }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="send">
            {`Send it to ${reached}`}
          </SubmitButton>
          <SubmitButton name="intent" value="again" variant="secondary">
            Change something
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
