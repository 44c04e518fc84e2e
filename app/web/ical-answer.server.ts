// Calendars as files and as feeds: their headers, and the short answer to a program that has the newest already.
import contentDisposition from "content-disposition";
import { etagOf, httpDate, stillHolds } from "./conditional.server";

/**
 * @param given.file the file's name, without ".ics"
 * @param given.changedAt when it last became what it is; null: nothing ever stood in it
 * @param given.own whether it is one person's: nothing between may keep it
 */
export function icalAnswer(
  request: Request,
  { text, file, changedAt, own }: { text: string; file: string; changedAt: number | null; own: boolean },
): Response {
  const etag = etagOf(text);
  const lastModified = changedAt === null ? undefined : httpDate(changedAt);
  const headers = new Headers({
    ETag: etag,
    ...(lastModified && { "Last-Modified": lastModified }),
    "Cache-Control": own ? "private, no-cache" : "no-cache",
    "X-Robots-Tag": "noindex",
  });
  const asked = {
    ifNoneMatch: request.headers.get("If-None-Match"),
    ifModifiedSince: request.headers.get("If-Modified-Since"),
  };
  if (stillHolds(asked, { etag, lastModified })) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", "text/calendar; charset=utf-8");
  headers.set("Content-Disposition", contentDisposition(`${file}.ics`));
  return new Response(text, { headers });
}
