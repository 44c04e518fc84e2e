// A board by its name and its shape; its colour only helps.
export type BoardMarkProps = {
  name: string;
  code: string;
  shape: "circle" | "square" | "triangle" | "diamond" | "hexagon";
  colour: string;
  /** The short code where space is tight; the name is still read out. */
  short?: boolean;
};

export function BoardMark({ name, code, shape, colour, short }: BoardMarkProps) {
  return (
    <span className="app-board">
      <svg
        viewBox="0 0 16 16"
        className="app-board__shape"
        fill={colour}
        aria-hidden="true"
        focusable="false"
      >
        {shape === "circle" && <circle cx="8" cy="8" r="7" />}
        {shape === "square" && <rect x="1.5" y="1.5" width="13" height="13" />}
        {shape === "triangle" && <path d="M8 1 15.5 14.5H.5z" />}
        {shape === "diamond" && <path d="M8 .5 15.5 8 8 15.5.5 8z" />}
        {shape === "hexagon" && <path d="M4 1.5h8L15.8 8 12 14.5H4L.2 8z" />}
      </svg>
      {short ? (
        <span>
          <span aria-hidden="true">{code}</span>
          <span className="govuk-visually-hidden">{name}</span>
        </span>
      ) : (
        <span>{name}</span>
      )}
    </span>
  );
}
