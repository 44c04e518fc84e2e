// What every answer carries to keep browsers safe, and the refusal of forms that another site posts.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Settings } from "~/settings.server";

const self = ["'self'"];
const none = ["'none'"];

/** Security headers. No page runs a script, so none is allowed. */
export function protections(settings: Settings, { development }: { development: boolean }): RequestHandler {
  const https = settings.publicUrl.startsWith("https://");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: none,
        // In development Vite writes its styles into the page.
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : self,
        imgSrc: ["'self'", "data:"],
        fontSrc: self,
        formAction: self,
        baseUri: none,
        objectSrc: none,
        frameAncestors: none,
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    // With helmet's default of no-referrer browsers send `Origin: null`, and every form would be refused.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
}

/** The same headers as a list, for answers that do not pass through Express. */
export function protectiveHeaders(settings: Settings): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // Helmet asks nothing of Express: any Node request and response will do.
  const set = protections(settings, { development: false }) as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  set(request, response, () => {});
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Cross-site request forgery: anything that changes state must come from this service's own pages. Browsers say so in
 * Sec-Fetch-Site; where one does not, Origin must be ours. Anything else is refused.
 */
export function refuseForeignForms(settings: Settings): RequestHandler {
  const ours = new URL(settings.publicUrl).origin;
  return (request, response, next) => {
    if (safe.has(request.method)) return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    // Outside production the service answers at whatever local name it was opened by.
    const here = settings.production ? ours : `${request.protocol}://${request.get("Host")}`;
    if (site ? site === "same-origin" : origin === ours || origin === here) return next();
    response
      .status(403)
      .type("text/plain")
      .send("This form was sent from another site, so nothing was changed.");
  };
}
