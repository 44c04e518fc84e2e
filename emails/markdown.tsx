// Markdown as the pieces of our letters. Placeholders are filled after reading, so nothing that fills them is Markdown.
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { Link } from "react-email";
import { type Block, type Inline, isSafeLink, readMarkdown } from "~/shared/plain-markdown";
import { link, Paragraph, text } from "./layout";

/** What stands for the placeholders. `publicUrl` goes before links to the service's own pages. */
export type Fill = {
  values: Record<string, string>;
  pieces: Record<string, ReactElement | null>;
  publicUrl: string;
};

/** The Markdown of a letter's body. */
export const Markdown = ({ source, fill }: { source: string; fill: Fill }) =>
  blocks(readMarkdown(source), fill);

/** Markdown that someone wrote for one letter, such as a note to a session. It has no placeholders. */
export const MarkdownNote = ({ source, publicUrl }: { source: string; publicUrl: string }) => (
  <Markdown source={source} fill={{ values: {}, pieces: {}, publicUrl }} />
);

const all = (children: ReactNode[]) => createElement(Fragment, null, ...children);

const blocks = (found: Block[], fill: Fill): ReactElement => all(found.map((block) => blockOf(block, fill)));

function blockOf(block: Block, fill: Fill): ReactNode {
  if (block.type === "paragraph") return paragraphOf(block.of, fill);
  const items = block.items.filter((item) => item.some((one) => saysSomething(one, fill)));
  if (items.length === 0) return null;
  return createElement(
    block.ordered ? "ol" : "ul",
    {
      style: { ...text, paddingLeft: "26px" },
      ...(block.ordered && block.from !== 1 && { start: block.from }),
    },
    ...items.map((item) => createElement("li", { style: { margin: "0 0 8px" } }, ...itemOf(item, fill))),
  );
}

/** A first paragraph stands beside its bullet, without a margin of its own. */
const itemOf = (item: Block[], fill: Fill): ReactNode[] =>
  item.map((block, index) =>
    index === 0 && block.type === "paragraph" && piecesIn(block.of, fill) === null
      ? all(inlines(block.of, fill))
      : blockOf(block, fill),
  );

function paragraphOf(of: Inline[], fill: Fill): ReactNode {
  const pieces = piecesIn(of, fill);
  if (pieces !== null) return all(pieces);
  return contentOf(of, fill).trim() === "" ? null : <Paragraph>{all(inlines(of, fill))}</Paragraph>;
}

/** A paragraph of pieces alone; null where it is one of words. */
function piecesIn(of: Inline[], fill: Fill): ReactNode[] | null {
  const said = of.filter((one) => one.type !== "break" && !(one.type === "text" && one.text.trim() === ""));
  const names = said.flatMap((one) =>
    one.type === "placeholder" && Object.hasOwn(fill.pieces, one.name) ? [one.name] : [],
  );
  return names.length > 0 && names.length === said.length
    ? names.map((name) => fill.pieces[name] ?? null)
    : null;
}

const saysSomething = (block: Block, fill: Fill): boolean =>
  block.type === "paragraph"
    ? (piecesIn(block.of, fill)?.some((piece) => piece !== null) ?? contentOf(block.of, fill).trim() !== "")
    : block.items.some((item) => item.some((one) => saysSomething(one, fill)));

const filledBy = (name: string, { values }: Fill) =>
  Object.hasOwn(values, name) ? (values[name] ?? "") : "";

const contentOf = (of: Inline[], fill: Fill): string =>
  of
    .map((one) => {
      if (one.type === "text") return one.text;
      if (one.type === "placeholder") return filledBy(one.name, fill);
      return one.type === "break" ? "" : contentOf(one.of, fill);
    })
    .join("");

/** Neighbouring texts are one, so that an empty placeholder leaves one space and not two. */
function inlines(of: Inline[], fill: Fill): ReactNode[] {
  const found: ReactNode[] = [];
  for (const one of of) {
    const last = found.at(-1);
    const said =
      one.type === "text" ? one.text : one.type === "placeholder" ? filledBy(one.name, fill) : null;
    if (said === null) found.push(inlineOf(one, fill));
    else if (typeof last === "string") found[found.length - 1] = (last + said).replace(/ {2,}/g, " ");
    else found.push(said);
  }
  return found;
}

function inlineOf(one: Inline, fill: Fill): ReactNode {
  if (one.type === "break") return <br />;
  if (!("of" in one) || contentOf(one.of, fill).trim() === "") return null;
  const inside = all(inlines(one.of, fill));
  if (one.type !== "link") return one.type === "strong" ? <strong>{inside}</strong> : <em>{inside}</em>;
  if (!isSafeLink(one.href)) return inside;
  return (
    <Link href={one.href.startsWith("/") ? fill.publicUrl + one.href : one.href} style={link}>
      {inside}
    </Link>
  );
}
