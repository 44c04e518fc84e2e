// What was written to those on a session before, newest first.
import { Details } from "~/components/details";
import { PlainWords } from "~/components/plain-words";
import { counted, longDateTimeAt } from "~/shared/format";
import type { WritePage } from "./route";
import { audienceInWords } from "./words";

export function Written({ notes }: Pick<WritePage, "notes">) {
  return (
    <section>
      <h2 className="govuk-heading-m">Written so far</h2>
      {notes.length === 0 && <p className="govuk-body">Nobody has written to this session yet.</p>}
      {notes.map((note) => (
        <Details
          key={note.id}
          // Its words are taken out once they have been kept long enough.
          summary={`${note.subject || "A note"}, ${longDateTimeAt(note.sentAt)}`}
        >
          <p className="govuk-body">
            {`${audienceInWords[note.audience]}: ${counted(note.people, "person", "people")}. Written by ${note.byName ?? "someone who is no longer here"}.`}
          </p>
          <PlainWords blocks={note.blocks} />
        </Details>
      ))}
    </section>
  );
}
