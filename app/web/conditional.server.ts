// Answers to whoever has an answer already and asks whether it still holds (RFC 9110, 13).
import { createHash } from "node:crypto";

/** Weak: the same bytes are sent compressed and plain. */
export const etagOf = (bytes: string | Uint8Array): string =>
  `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;

type Asked = { ifNoneMatch: string | null | undefined; ifModifiedSince: string | null | undefined };

/** Whether what they have still holds. The tag decides where they send one; the date only where they do not. */
export function stillHolds(
  { ifNoneMatch, ifModifiedSince }: Asked,
  now: { etag: string; lastModified?: string | undefined },
): boolean {
  if (ifNoneMatch !== undefined && ifNoneMatch !== null) {
    const tags = ifNoneMatch.split(",").map((tag) => tag.trim());
    return tags.some((tag) => tag === "*" || bare(tag) === bare(now.etag));
  }
  if (!ifModifiedSince || now.lastModified === undefined) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Date.parse(now.lastModified) <= since;
}

const bare = (tag: string) => tag.replace(/^W\//, "");

/** An instant as headers have it, to the second: "Tue, 03 Nov 2026 10:00:00 GMT". */
export const httpDate = (instant: number): string => new Date(instant).toUTCString();
