// The outer form of iCalendar (RFC 5545, 3.1): octets, line ends, folding, and what a content line may be made of.

export type Line = { name: string; params: Map<string, string[]>; value: string };
export type Problem = string;

const letters = new TextDecoder("utf-8", { fatal: true });

/** The content lines of a text, and what is wrong with its bytes. */
export function readLines(given: string | Buffer): { lines: Line[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const bytes = Buffer.from(given as string, "utf8");
  const text = bytes.toString("utf8");
  if (typeof given === "string" && text !== given) problems.push("holds half a letter");
  if (!text.endsWith("\r\n")) problems.push("does not end with a line end");
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) problems.push("has a bare CR or LF");
  for (const line of octetLines(bytes)) {
    if (line.length > 75) problems.push(`a line of ${line.length} octets`);
    if (line.length === 0) problems.push("an empty line");
    try {
      letters.decode(line);
    } catch {
      problems.push("a letter is cut by folding");
    }
  }
  if (/[^\P{Cc}\t]/u.test(text.replaceAll("\r\n", ""))) problems.push("a control character");
  const lines = text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1)
    .flatMap((line) => {
      const read = readLine(line);
      if (!read) problems.push(`no content line: ${line.slice(0, 60)}`);
      return read ? [read] : [];
    });
  return { lines, problems };
}

function octetLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", start);
    if (end === -1) break;
    lines.push(bytes.subarray(start, end));
    start = end + 2;
  }
  return lines;
}

/** name *(";" param "=" value *("," value)) ":" value; a quoted value holds no quotation mark, a bare one no ; : or , */
function readLine(line: string): Line | null {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0];
  if (!name) return null;
  const params = new Map<string, string[]>();
  let rest = line.slice(name.length);
  while (rest.startsWith(";")) {
    const param = /^;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)/.exec(rest);
    if (!param) return null;
    const [all, key = "", first = "", more = ""] = param;
    if (params.has(key.toUpperCase())) return null;
    const values = [first, ...more.split(",").slice(1)];
    params.set(
      key.toUpperCase(),
      values.map((value) => value.replace(/^"|"$/g, "")),
    );
    rest = rest.slice(all.length);
  }
  if (!rest.startsWith(":")) return null;
  return { name: name.toUpperCase(), params, value: rest.slice(1) };
}
