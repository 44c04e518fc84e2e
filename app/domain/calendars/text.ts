// Makes what people typed safe for iCalendar: one line, and nothing that could begin another. Escaping is left to ical.js.

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

/**
 * A name for a CN parameter, between quotation marks. A quotation mark would end the parameter early, a backslash is no
 * escape there, and a caret begins one (RFC 6868).
 */
export const parameterText = (typed: string): string => oneLine(typed.replace(/["\\^]/g, ""));

/** The bare address for a mailto: without anything that could end the line or begin a second address. */
export const bareAddress = (typed: string): string => typed.replace(/[\p{Cc}\p{Cs}\p{Z}"\\,;:<>]/gu, "");

/** A part of a UID. */
export const uidPart = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, "");
