// The words of a letter, paragraph by paragraph and line by line.
import type { Piece } from "./letter-text";

export const Words = ({ paragraphs }: { paragraphs: Piece[][][] }) => (
  <>
    {paragraphs.map((lines, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a letter never changes, and its paragraphs may repeat
      <p key={index} className="govuk-body">
        {lines.map((pieces, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={line} className="app-line">
            {pieces.map((piece) =>
              piece.href === null ? (
                piece.text
              ) : (
                <a key={piece.href} className="govuk-link" href={piece.href}>
                  {piece.text}
                </a>
              ),
            )}
          </span>
        ))}
      </p>
    ))}
  </>
);
