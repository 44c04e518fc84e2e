// Renders a page to HTML. Pages ship without client JavaScript, so there is nothing to stream for.

import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { log } from "~/log.server";
import { FaultContext, isUnavailable } from "~/web/fault";

export default function answerDocument(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { reference, notes }: AppLoadContext,
) {
  const html = renderToString(
    <FaultContext.Provider value={{ reference, unavailable: notes.unavailable }}>
      <RemixServer context={context} url={request.url} />
    </FaultContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** A refusal to a person is not a fault; everything else is logged with its stack, and nothing of it is shown. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  const { reference, notes } = context;
  notes.unavailable ||= isUnavailable(error);
  log.error(
    {
      method: request.method,
      path: new URL(request.url).pathname,
      reference,
      personId: notes.personId,
      problem: error,
    },
    "fault",
  );
}
