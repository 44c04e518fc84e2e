// Renders a page to HTML. Pages ship without client JavaScript, so there is nothing to stream for.

import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

export default function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  const html = renderToString(<RemixServer context={context} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", mayKeep(request));
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** Nothing that depends on who is asking may be kept by a browser or anything between. */
const mayKeep = (request: Request) => (request.headers.has("Cookie") ? "no-store" : "no-cache");

export function handleDataRequest(response: Response, { request }: { request: Request }) {
  response.headers.set("Cache-Control", mayKeep(request));
  return response;
}

/** A refusal to a person is not a fault; everything else is logged with its stack. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      url: new URL(request.url).pathname,
      problem: String(error),
    }),
  );
  if (error instanceof Error) console.error(error.stack);
}
