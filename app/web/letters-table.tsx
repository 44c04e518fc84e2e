// Messages to people with how each fared: on a person's own page, on a coordinator's, and beside a booking.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { type Fate, isMessageKind } from "~/domain/notifications/notifications";
import { longDateTimeAt } from "~/shared/format";
import { fateColour, fateInWords } from "./fate-words";
import { kindInWords } from "./message-words";

export type ListedLetter = {
  id: string;
  kind: string;
  subject: string | null;
  /** Left out where all go to the same person. */
  toEmail?: string;
  createdAt: number;
  fate: Fate;
  at: number | null;
};

/** What a message is called: its subject once it has one, or its kind. */
export const letterName = ({ subject, kind }: Pick<ListedLetter, "subject" | "kind">): string =>
  subject ?? (isMessageKind(kind) ? kindInWords[kind] : kind);

/** How a message fared, and when that was. */
export function FateWords({ fate, at }: Pick<ListedLetter, "fate" | "at">) {
  const colour = fateColour[fate];
  return (
    <>
      {colour ? <Tag colour={colour}>{fateInWords[fate]}</Tag> : fateInWords[fate]}
      {at !== null && <span className="app-line">{longDateTimeAt(at)}</span>}
    </>
  );
}

export function LettersTable({
  letters,
  caption = "Messages",
  captionSize,
  written = true,
}: {
  letters: ListedLetter[];
  caption?: string;
  captionSize?: "m" | "hidden";
  /** Whether it says when a message was written, too; without it that stands only where it has not left. */
  written?: boolean;
}) {
  const addressed = letters.some(({ toEmail }) => toEmail !== undefined);
  return (
    <Table
      caption={caption}
      captionSize={captionSize}
      dense
      columns={[
        { key: "what", heading: "Message" },
        ...(addressed ? [{ key: "to", heading: "To" }] : []),
        ...(written ? [{ key: "when", heading: "Written" }] : []),
        { key: "state", heading: "What became of it" },
      ]}
      rows={letters.map((letter) => ({
        id: letter.id,
        cells: {
          what: letterName(letter),
          to: letter.toEmail,
          when: longDateTimeAt(letter.createdAt),
          state: <FateWords fate={letter.fate} at={letter.at ?? (written ? null : letter.createdAt)} />,
        },
      }))}
    />
  );
}
