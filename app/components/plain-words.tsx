// What somebody wrote with lists, bold and links, on a page. It has been read into pieces before, so nothing in it is HTML.
import type { ReactNode } from "react";
import type { Block, Inline } from "~/shared/plain-markdown";

export type PlainWordsProps = { blocks: readonly Block[] };

export function PlainWords({ blocks }: PlainWordsProps) {
  return <>{numbered(blocks, blockOf)}</>;
}

/** Nothing in a text that was read once ever moves, so its place is its key. */
function numbered<Piece>(
  pieces: readonly Piece[],
  show: (piece: Piece, key: number) => ReactNode,
): ReactNode[] {
  return pieces.map((piece, place) => show(piece, place));
}

function blockOf(block: Block, key: number): ReactNode {
  if (block.type === "paragraph")
    return (
      <p key={key} className="govuk-body">
        {numbered(block.of, inlineOf)}
      </p>
    );
  const items = numbered(block.items, (item, place) => <li key={place}>{numbered(item, itemOf)}</li>);
  return block.ordered ? (
    <ol key={key} start={block.from} className="govuk-list govuk-list--number">
      {items}
    </ol>
  ) : (
    <ul key={key} className="govuk-list govuk-list--bullet">
      {items}
    </ul>
  );
}

const itemOf = (block: Block, key: number): ReactNode =>
  block.type === "paragraph" ? <span key={key}>{numbered(block.of, inlineOf)}</span> : blockOf(block, key);

function inlineOf(one: Inline, key: number): ReactNode {
  switch (one.type) {
    case "text":
      return one.text;
    case "placeholder":
      return `{{${one.name}}}`;
    case "break":
      return <br key={key} />;
    case "strong":
      return <strong key={key}>{numbered(one.of, inlineOf)}</strong>;
    case "emphasis":
      return <em key={key}>{numbered(one.of, inlineOf)}</em>;
    case "link":
      return (
        <a key={key} className="govuk-link" href={one.href}>
          {numbered(one.of, inlineOf)}
        </a>
      );
  }
}
