// Pages that are the same for every stranger are rendered once per version of the data behind them, and then served as
// bytes. A version is: what this and other connections have written, and the minute (dates pass, booking closes).
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Db } from "db/client";
import type { Clock } from "~/shared/clock";
import { asksForLoader } from "./protections.server";

const samePages = [
  /^\/$/,
  /^\/courses(\/[^/]+)?$/,
  /^\/sessions\/[^/]+$/,
  /^\/(accessibility|privacy|cookies)$/,
];
const mostPages = 500;
const mostAddress = 300;

type Page = { version: string; headers: [string, string][]; plain: Buffer; gzipped: Buffer; etag: string };

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
        // Weak: the same page is sent compressed and plain.
        const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
        const page: Page = {
          version,
          headers: [
            ...headers,
            ["Content-Type", answer.headers.get("Content-Type") ?? "text/html; charset=utf-8"],
          ],
          plain,
          gzipped: gzipSync(plain),
          etag,
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
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("ETag", page.etag);
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (request.headers["if-none-match"]?.includes(page.etag)) {
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
