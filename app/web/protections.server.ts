// What every answer carries to keep browsers safe, and the refusal of requests that no page of ours would make.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Settings } from "~/settings.server";
import { foreignForm } from "./problem-words";
import type { Refuse } from "./refuse.server";

const self = ["'self'"];
const none = ["'none'"];

/** What browsers could let a page do and no page here needs. */
const neverUsed = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
];

type Directives = Record<string, string[]>;

/** Pages whose policy differs, and why. An address that is not here runs no script. */
const otherPolicies: readonly { paths: RegExp; reason: string; directives: Directives }[] = [
  {
    // The register's own page and, beside it, its script and worker: a worker goes by the policy it comes with.
    paths: /^\/trainer\/registers\/[^/]+$/,
    reason:
      "A room may have no signal: a script of our own, from a file of our own, keeps each mark on the phone and sends it later.",
    directives: { scriptSrc: self, connectSrc: self, workerSrc: self },
  },
  {
    // The form's own page and, beside it, its script.
    paths: /^\/evaluate\/[^/]+$/,
    reason:
      "Answers are given on a phone between visits, without an account to come back to: a script of our own saves them as they are given.",
    directives: { scriptSrc: self, connectSrc: self },
  },
  {
    // The page of a letter's words.
    paths: /^\/manage\/messages\/wording\/[^/]+$/,
    reason:
      "The preview shows the letter as mail programs do, in a frame that can do nothing; letters carry their styles on each element.",
    directives: { styleSrcAttr: ["'unsafe-inline'"] },
  },
];

/**
 * Security headers. No page runs a script, so none is allowed, but for those above: with a nonce a page could still be
 * made to run one by whoever learns the nonce; with 'none' there is nothing to learn.
 */
export function protections(settings: Settings, { development }: { development: boolean }): RequestHandler {
  const https = settings.publicUrl.startsWith("https://");
  const headersWith = (more: Directives) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: none,
          scriptSrc: none,
          // In development Vite writes its styles into the page.
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : self,
          imgSrc: ["'self'", "data:"],
          fontSrc: self,
          // Single sign-on too: its form leads to a page of ours, and that page leads on.
          formAction: self,
          baseUri: none,
          objectSrc: none,
          frameAncestors: none,
          ...(https && { upgradeInsecureRequests: [] }),
          ...more,
        },
      },
      // With helmet's default of no-referrer browsers send `Origin: null`, and every form would be refused.
      referrerPolicy: { policy: "same-origin" },
      frameguard: { action: "deny" },
      crossOriginOpenerPolicy: { policy: "same-origin" },
      crossOriginResourcePolicy: { policy: "same-origin" },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    });
  const usual = headersWith({});
  const others = otherPolicies.map(({ paths, directives }) => ({ paths, headers: headersWith(directives) }));
  const permissions = neverUsed.map((feature) => `${feature}=()`).join(", ");
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", permissions);
    // Not every answer passes through Express; one that does not has no address here, and the usual policy.
    const other = others.find(({ paths }) => request.path !== undefined && paths.test(request.path));
    (other?.headers ?? usual)(request, response, next);
  };
}

/** The same headers as a list, for answers that do not pass through Express. */
export function protectiveHeaders(settings: Settings): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // They ask nothing of Express: any Node request and response will do.
  const set = protections(settings, { development: false }) as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  set(request, response, () => {});
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Addresses that others may post to, and why: none of them goes by a cookie. */
const callableByOthers: readonly { paths: RegExp; reason: string }[] = [
  { paths: /^\/hooks\/resend$/, reason: "The mail provider calls: its signature is its permission." },
  {
    paths: /^\/unsubscribe\/[^/]+$/,
    reason:
      "Mail programs stop optional mail with one press (RFC 8058): the signed address is the permission.",
  },
];

/**
 * Cross-site request forgery: anything that changes state must come from this service's own pages. Browsers say so in
 * Sec-Fetch-Site; where one does not, Origin must be ours. Anything else is refused.
 */
export function refuseForeignForms(settings: Settings, refuse: Refuse): RequestHandler {
  const ours = new URL(settings.publicUrl).origin;
  return (request, response, next) => {
    if (safe.has(request.method)) return next();
    if (callableByOthers.some(({ paths }) => paths.test(request.path))) return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    // Outside production the service answers at whatever local name it was opened by.
    const here = settings.production ? ours : `${request.protocol}://${request.get("Host")}`;
    if (site ? site === "same-origin" : origin === ours || origin === here) return next();
    refuse(response, { status: 403, words: foreignForm });
  };
}

const methods = "GET, HEAD, POST, OPTIONS";

/**
 * Turns away what no page of ours would ask: other methods, addresses that cannot be read, and the framework's own
 * addresses for pages with scripts, which we have none of (they would run any loader by its name, and list routes).
 */
export function refuseOddRequests(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const { method, originalUrl, path } = request;
    response.setHeader("Allow", methods);
    if (method === "OPTIONS") return void response.status(204).end();
    if (!["GET", "HEAD", "POST"].includes(method)) return refuse(response, { status: 405 });
    response.removeHeader("Allow");
    if (!originalUrl.startsWith("/") || !isReadable(path)) return refuse(response, { status: 400 });
    if (path === "/__manifest" || asksForLoader(originalUrl)) return refuse(response, { status: 404 });
    next();
  };
}

/** @param address as the request has it: a client may send what follows a "#", which the framework does not read */
export function asksForLoader(address: string): boolean {
  const [read = ""] = address.split("#", 1);
  return read.includes("?") && new URLSearchParams(read.slice(read.indexOf("?"))).has("_data");
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
