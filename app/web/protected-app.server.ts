// Everything that stands between the network and the pages, in its order. The server and the tests build the same one.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import compression from "compression";
import type { Db } from "db/client";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { log } from "~/log.server";
import type { Settings } from "~/settings.server";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";
import { clientAddress } from "./client-address.server";
import { makeLimits } from "./limits.server";
import { newNotes } from "./notes.server";
import { protections, protectiveHeaders, refuseForeignForms, refuseOddRequests } from "./protections.server";
import { publicPages } from "./public-pages.server";
import { type Refuse, refuseWith } from "./refuse.server";
import { remixAnswers } from "./remix-answers.server";
import { readBody } from "./request-body.server";
import { limitSearches } from "./search-limit.server";

type Means = { db: Db; clock: Clock; ids: Ids; settings: Settings };
type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Answerer = (request: Request, context: AppLoadContext) => Promise<Response>;

export type Pages = {
  /** Who answers a path: Remix, with the routes that it needs. */
  answererFor(path: string): Answerer;
  /** What is looked for on the disk first. */
  files: RequestHandler[];
  /** Addresses of the stylesheets that every page has. */
  styles: string[];
  /** Pages are made from the files as they are now: nothing is kept ready. */
  development: boolean;
};

/** The service, ready to listen. A client that sends a little at a time, or without end, holds on no longer than this. */
export function protectedServer(means: Means, pages: Pages): Server {
  const server = createServer(protectedListener(means, pages));
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  return server;
}

function protectedListener(means: Means, pages: Pages): Listener {
  const { settings, ids } = means;
  const limits = makeLimits();
  const addressOf = (request: IncomingMessage) => clientAddress(request, settings.trustedProxies);
  const contextFor = (address: string): AppLoadContext => ({
    ...means,
    reference: ids.reference(),
    address,
    limits,
    notes: newNotes(),
  });
  const refuse = refuseWith(pages.styles);
  const headers = protectiveHeaders(settings);

  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use((request, response, next) => {
    const context = contextFor(addressOf(request));
    response.locals.context = context;
    response.on("finish", () => logRefused(request, response, context));
    next();
  });
  app.use(protections(settings, pages));
  app.use(refuseForeignForms(settings, refuse));
  app.use(refuseOddRequests(refuse));
  app.use(readBody(refuse));
  app.use(compression());
  for (const look of pages.files) app.use(look);
  app.use(remixAnswers(pages.answererFor, refuse));
  app.use(lastResort(refuse));

  const render = (address: string) =>
    pages.answererFor(address.split("?", 1)[0] ?? "/")(
      new Request(new URL(address, settings.publicUrl)),
      // Made for every stranger, so for none.
      contextFor("nobody's"),
    );
  // Strangers' pages are answered before Express is asked.
  const service = pages.development ? app : publicPages(means, { render, headers }, app);
  return limitSearches(
    {
      limits,
      addressOf,
      turnAway(request, response, after) {
        const context = contextFor(addressOf(request));
        for (const [name, value] of headers) response.setHeader(name, value);
        refuse(response, { status: 429, after });
        logRefused(request, response, context);
      },
    },
    service,
  );
}

/** What whoever watches the service should see; a form shown again for a slip is none of it. */
const noteworthy = (status: number) =>
  status >= 500 || [400, 401, 403, 404, 405, 413, 415, 429].includes(status);

function logRefused(
  request: IncomingMessage & { originalUrl?: string },
  { statusCode: status, locals }: ServerResponse & { locals?: Record<string, unknown> },
  { reference, address, notes }: AppLoadContext,
): void {
  if (!noteworthy(status) || (status === 400 && locals?.answered)) return;
  const { method, originalUrl: path = request.url } = request;
  const line = { status, method, path, reference, address, personId: notes.personId };
  if (status >= 500) log.error(line, "failed");
  else if (status === 404) log.info(line, "refused");
  else log.warn(line, "refused");
}

/** What no page could answer. Nothing of the fault is shown. */
function lastResort(refuse: Refuse): ErrorRequestHandler {
  return (problem: unknown, request, response, _next) => {
    const { reference, notes }: AppLoadContext = response.locals.context;
    // Express says so of an address that it cannot read.
    const status = statusIn(problem) ?? 500;
    if (status >= 500) {
      const { method, originalUrl: path } = request;
      log.error({ method, path, reference, personId: notes.personId, problem }, "fault");
    }
    if (response.headersSent) response.destroy();
    else refuse(response, { status, reference: status >= 500 ? reference : undefined });
  };
}

const statusIn = (problem: unknown) =>
  problem instanceof Error && "status" in problem && typeof problem.status === "number"
    ? problem.status
    : undefined;
