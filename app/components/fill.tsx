// Four fills that differ by pattern as well as colour: solid, hatched, dotted, open.
export type FillKind = "solid" | "hatch" | "dots" | "open";

const patterned: FillKind[] = ["hatch", "dots"];

/** The patterns a drawing uses; `id` keeps them apart on a page with several drawings. */
export function FillPatterns({ id, kinds }: { id: string; kinds: FillKind[] }) {
  return (
    <defs>
      {kinds.includes("hatch") && (
        <pattern
          id={`${id}hatch`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" className="app-fill-base" />
          <path d="M2 0V8" className="app-fill-hatch" />
        </pattern>
      )}
      {kinds.includes("dots") && (
        <pattern id={`${id}dots`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="app-fill-warm" />
          <circle cx="2" cy="2" r="1.6" className="app-fill-dot" />
          <circle cx="6" cy="6" r="1.6" className="app-fill-dot" />
        </pattern>
      )}
    </defs>
  );
}

export type FilledProps = { id: string; kind: FillKind; x: string; width: string; height: string };

export function Filled({ id, kind, x, width, height }: FilledProps) {
  const box = { x, y: "1", width, height };
  return (
    <>
      <rect
        {...box}
        className={patterned.includes(kind) ? undefined : `app-fill-${kind}`}
        fill={patterned.includes(kind) ? `url(#${id}${kind})` : undefined}
      />
      <rect {...box} className="app-fill-outline" />
    </>
  );
}
