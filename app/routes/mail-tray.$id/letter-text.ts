// A letter's plain text as paragraphs of lines, with this service's own addresses as links.

/** `href` is null for words. */
export type Piece = { text: string; href: string | null };

/**
 * Takes a letter apart for the page. Only addresses of this service become links, and they lead to where the page was
 * opened rather than to the public name, which a demonstration may not have.
 */
export function paragraphsOf(text: string, publicUrl: string): Piece[][][] {
  return text
    .replace(/\r\n/g, "\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => piecesOf(line, publicUrl)));
}

function piecesOf(line: string, publicUrl: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = line;
  for (;;) {
    const at = rest.indexOf(publicUrl);
    if (at === -1) break;
    const found = /^[^\s<>"')\]]*/.exec(rest.slice(at + publicUrl.length))?.[0] ?? "";
    // A full stop that ends the sentence is no part of the address.
    const path = found.replace(/[.,;:!?]+$/, "");
    const own = path === "" || /^[/?#]/.test(path);
    if (at > 0) pieces.push({ text: rest.slice(0, at), href: null });
    pieces.push({ text: publicUrl + path, href: own ? path || "/" : null });
    rest = rest.slice(at + publicUrl.length + path.length);
  }
  if (rest !== "") pieces.push({ text: rest, href: null });
  return pieces;
}
