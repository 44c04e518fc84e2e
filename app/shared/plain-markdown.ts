// The Markdown that people may write: paragraphs, lists, bold, italics and links. Never HTML: it is read into our own
// pieces, so that what is typed stays text, whoever shows it.
import MarkdownIt, { type Token } from "markdown-it";

export type Inline =
  | { type: "text"; text: string }
  /** `{{name}}`: filled after reading, so that what fills it is never read as Markdown. */
  | { type: "placeholder"; name: string }
  | { type: "break" }
  | { type: "strong" | "emphasis"; of: Inline[] }
  | { type: "link"; href: string; of: Inline[] };

export type Block =
  | { type: "paragraph"; of: Inline[] }
  | { type: "list"; ordered: boolean; from: number; items: Block[][] };

const placeholder = /^\{\{[ \t]*([A-Za-z][A-Za-z0-9]{0,49})[ \t]*\}\}/;

/** Only what is named here is read; everything else, HTML above all, stays the text that it is. */
const reader = new MarkdownIt("zero").enable(["list", "emphasis", "link", "newline", "escape", "entity"]);
// Which addresses a link may have is decided below, so that a refused one can be named to whoever wrote it.
reader.validateLink = () => true;
reader.inline.ruler.before("text", "placeholder", (state, silent) => {
  const [whole, name] = placeholder.exec(state.src.slice(state.pos, state.pos + 100)) ?? [];
  if (whole === undefined || name === undefined) return false;
  if (!silent) state.push("placeholder", "", 0).content = name;
  state.pos += whole.length;
  return true;
});

/** https and email addresses, and pages of the service itself ("/courses"). No placeholder: what fills it is not known. */
export const isSafeLink = (href: string): boolean =>
  /^(https:\/\/[^\s/?#\\]|mailto:[^\s@]+@[^\s@]|\/(?![/\\]))/i.test(href) && !/\{\{|%7B%7B/i.test(href);

/** Reads Markdown. A link to anywhere unsafe stays in, for its writer to be told; `withoutUnsafeLinks` takes it out. */
export function readMarkdown(text: string): Block[] {
  return blocksIn(reader.parse(text, {}), { at: 0 });
}

type Place = { at: number };

function blocksIn(tokens: Token[], place: Place, until?: string): Block[] {
  const blocks: Block[] = [];
  while (place.at < tokens.length) {
    const token = tokens[place.at++];
    if (token === undefined || token.type === until) break;
    if (token.type === "inline") {
      blocks.push({ type: "paragraph", of: inlinesIn(token.children ?? [], { at: 0 }) });
    } else if (token.type === "bullet_list_open" || token.type === "ordered_list_open") {
      const ordered = token.type === "ordered_list_open";
      const from = Number(token.attrGet("start") ?? 1);
      blocks.push({ type: "list", ordered, from, items: itemsIn(tokens, place) });
    }
  }
  return blocks;
}

function itemsIn(tokens: Token[], place: Place): Block[][] {
  const items: Block[][] = [];
  while (tokens[place.at]?.type === "list_item_open") {
    place.at += 1;
    items.push(blocksIn(tokens, place, "list_item_close"));
  }
  place.at += 1;
  return items;
}

function inlinesIn(tokens: Token[], place: Place): Inline[] {
  const found: Inline[] = [];
  while (place.at < tokens.length) {
    const token = tokens[place.at++];
    if (token === undefined || token.type.endsWith("_close")) break;
    if (token.type === "placeholder") found.push({ type: "placeholder", name: token.content });
    else if (token.type === "hardbreak") found.push({ type: "break" });
    else if (token.type === "softbreak") found.push({ type: "text", text: " " });
    else if (token.type === "strong_open") found.push({ type: "strong", of: inlinesIn(tokens, place) });
    else if (token.type === "em_open") found.push({ type: "emphasis", of: inlinesIn(tokens, place) });
    else if (token.type === "link_open")
      found.push({ type: "link", href: String(token.attrGet("href") ?? ""), of: inlinesIn(tokens, place) });
    else if (token.content !== "") found.push({ type: "text", text: token.content });
  }
  return found;
}

/** Every paragraph, those of lists too. */
export function* paragraphsIn(blocks: Block[]): Generator<Inline[]> {
  for (const block of blocks) {
    if (block.type === "paragraph") yield block.of;
    else for (const item of block.items) yield* paragraphsIn(item);
  }
}

/** Every piece of a paragraph, those within bold and links too. */
export function* inlinesOf(inlines: Inline[]): Generator<Inline> {
  for (const one of inlines) {
    yield one;
    if ("of" in one) yield* inlinesOf(one.of);
  }
}
