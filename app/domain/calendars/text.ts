// Makes what people typed safe for iCalendar: one line, escaped, folded, and nothing that could begin another line.

/** Words of plain letters with single spaces between them: most of what there is, and in order as it stands. */
const inOrder = /^[!-~]+(?: [!-~]+)*$/;

/** One line without control characters, line separators or broken emoji. */
export const oneLine = (typed: string): string =>
  inOrder.test(typed)
    ? typed
    : typed
        .replace(/\p{Cs}/gu, "")
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
        .trim();

/** A TEXT value (RFC 5545, 3.3.11). Line ends are not of it: see `oneLine`. */
export const escaped = (line: string): string => line.replace(/[\\;,]/g, "\\$&");

/**
 * A name for a CN parameter, between quotation marks. A quotation mark would end the parameter early, a backslash is no
 * escape there, and a caret begins one (RFC 6868).
 */
export const parameterText = (typed: string): string => oneLine(typed.replace(/["\\^]/g, ""));

/** The bare address for a mailto: without anything that could end the line or begin a second address. */
export const bareAddress = (typed: string): string => typed.replace(/[\p{Cc}\p{Cs}\p{Z}"\\,;:<>]/gu, "");

/** A part of a UID. */
export const uidPart = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, "");

const mostOctets = 75;

/** A line of at most 75 octets, continued on further ones that begin with a space; no letter is cut in two. */
export function folded(line: string): string {
  const all = Buffer.byteLength(line);
  if (all <= mostOctets) return line;
  // One octet to a letter: cut by number.
  if (all === line.length)
    return line.slice(0, mostOctets) + line.slice(mostOctets).replace(/.{1,74}/g, "\r\n $&");
  let out = "";
  let octets = 0;
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > mostOctets) {
      out += "\r\n ";
      octets = 1;
    }
    out += letter;
    octets += more;
  }
  return out;
}
