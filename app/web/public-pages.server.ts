// Pages that are the same for every stranger are rendered once per version of the data behind them, and then served as
// bytes. A version is: what this and other connections have written, and the minute (dates pass, booking closes).
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Db } from "db/client";
import type { Clock } from "~/shared/clock";
import { etagOf, httpDate, stillHolds } from "./conditional.server";
import { asksForLoader } from "./protections.server";

const samePages = [
  /^\/$/,
  /^\/courses(\/[^/]+)?$/,
  /^\/sessions\/[^/]+(\/calendar\.ics)?$/,
  /^\/feeds\/(all|(board|theme|course)\/[^/]+)\.ics$/,
  /^\/calendar(\/subscribe)?$/,
  /^\/(accessibility|privacy|cookies)$/,
];
const mostPages = 500;
const mostAddress = 300;

/** What an answer says of itself; all else is the same for every page. */
const ownHeaders = ["Content-Type", "Content-Disposition", "X-Robots-Tag"];

type Page = {
  version: string;
  headers: [string, string][];
  plain: Buffer;
  gzipped: Buffer;
  etag: string;
  /** Feeds have one. */
  lastModified: string | undefined;
};

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A listener that answers strangers' requests for public pages with ready bytes and leaves the rest to `otherwise`.
 * A request with any cookie goes on: a signed-in person may see something of their own.
 * @param render the page at an address, as a stranger sees it
 * @param headers sent with every page besides the page's own
 */
export function publicPages(
  { db, clock }: { db: Db; clock: Clock },
  { render, headers }: { render: (address: string) => Promise<Response>; headers: [string, string][] },
  otherwise: Listener,
): Listener {
  const othersWrote = db.$client.prepare("pragma data_version").pluck();
  const weWrote = db.$client.prepare("select total_changes()").pluck();
  const versionNow = () => `${othersWrote.get()}.${weWrote.get()}.${Math.floor(clock.now() / 60_000)}`;
  const kept = new Map<string, Page>();
  const inTheMaking = new Map<string, Promise<Page | null>>();

  return (request, response) => {
    const address = request.url ?? "/";
    const path = address.split("?", 1)[0] ?? "/";
    const same =
      (request.method === "GET" || request.method === "HEAD") &&
      request.headers.cookie === undefined &&
      address.length <= mostAddress &&
      // Nothing of ours needs a percent sign there; whether one can be read is not for here to say.
      !path.includes("%") &&
      // The framework would answer with the data of a loader, and not with the page.
      !asksForLoader(address) &&
      samePages.some((pattern) => pattern.test(path));
    if (!same) return otherwise(request, response);

    const version = versionNow();
    const ready = kept.get(address);
    if (ready?.version === version) {
      send(ready, request, response);
      return;
    }
    const making = inTheMaking.get(address) ?? make(address, version);
    making
      .then((page) => (page ? send(page, request, response) : otherwise(request, response)))
      .catch(() => otherwise(request, response));
  };

  function make(address: string, version: string): Promise<Page | null> {
    const making = render(address)
      .then(async (answer) => {
        if (answer.status !== 200) return null;
        const plain = Buffer.from(await answer.arrayBuffer());
        const etag = etagOf(plain);
        const page: Page = {
          version,
          headers: [
            ...headers,
            ...ownHeaders.flatMap((name): [string, string][] => {
              const value = answer.headers.get(name);
              return value === null ? [] : [[name, value]];
            }),
          ],
          plain,
          gzipped: gzipSync(plain),
          etag,
          lastModified: changedSince(kept.get(address), etag, answer.headers.get("Last-Modified")),
        };
        // The oldest goes first: a search crawler must not fill the memory.
        kept.delete(address);
        kept.set(address, page);
        if (kept.size > mostPages) kept.delete(kept.keys().next().value ?? "");
        return page;
      })
      .finally(() => inTheMaking.delete(address));
    inTheMaking.set(address, making);
    return making;
  }

  /** Other bytes have another date, whatever the page says: a feed may lose an entry that nothing in it tells of. */
  function changedSince(before: Page | undefined, etag: string, said: string | null): string | undefined {
    if (said === null || before?.lastModified === undefined) return said ?? undefined;
    if (Date.parse(said) > Date.parse(before.lastModified)) return said;
    return before.etag === etag ? before.lastModified : httpDate(clock.now());
  }
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("ETag", page.etag);
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (page.lastModified !== undefined) response.setHeader("Last-Modified", page.lastModified);
  const asked = {
    ifNoneMatch: request.headers["if-none-match"],
    ifModifiedSince: request.headers["if-modified-since"],
  };
  if (stillHolds(asked, page)) {
    response.writeHead(304).end();
    return;
  }
  const gzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = gzip ? page.gzipped : page.plain;
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.writeHead(200);
  response.end(request.method === "HEAD" ? undefined : body);
}
