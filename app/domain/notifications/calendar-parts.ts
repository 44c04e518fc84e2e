// Takes a calendar text apart, one entry in each part.

/**
 * One whole calendar text per VEVENT, each with the same beginning and time zone. RFC 5546 allows only one UID in a
 * REQUEST or CANCEL, and Outlook reads only the first: the second day of a two-day course would be missing.
 */
export function calendarParts(text: string): string[] {
  // A folded line begins with a space, so these words at the start of a line are never inside a value.
  const entries = text.match(/^BEGIN:VEVENT\r\n[\s\S]*?^END:VEVENT\r\n/gm) ?? [];
  const first = entries[0];
  if (first === undefined) return [text];
  const beginning = text.slice(0, text.indexOf(first));
  return entries.map((entry) => `${beginning}${entry}END:VCALENDAR\r\n`);
}
