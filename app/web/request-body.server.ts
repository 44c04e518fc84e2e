// What may be sent to the service: short forms, read whole before any page is asked, and nothing else.
import type { RequestHandler } from "express";
import type { Refuse } from "./refuse.server";

type BodyRule = {
  paths: RegExp;
  types: readonly string[];
  /** Bytes. */
  most: number;
  /** Whether it is a form, whose names and spelling are looked at; anything else is passed on byte for byte. */
  form: boolean;
};

/**
 * The first that fits an address counts. No page takes files: one that did would get a line of its own above the last.
 */
const bodyRules: readonly BodyRule[] = [
  // The mail provider's calls: their signature is over the bytes as they come.
  { paths: /^\/hooks\/resend$/, types: ["application/json"], most: 512 * 1024, form: false },
  // Mail programs stop optional mail with a form of either kind, of which nothing but the press is looked at.
  {
    paths: /^\/unsubscribe\/[^/]+$/,
    types: ["application/x-www-form-urlencoded", "multipart/form-data"],
    most: 4 * 1024,
    form: false,
  },
  { paths: /^/, types: ["application/x-www-form-urlencoded"], most: 256 * 1024, form: true },
];

/** A register of everyone at the largest session has some hundreds. */
const mostFields = 2000;

/** What our own forms name their fields; other names could mean something to the library that reads them. */
const fieldName = /^(?!.*(?:__|constructor|prototype))[a-z0-9](?:[\w:.-]|\[\d{0,3}\]){0,99}$/i;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads what a POST brings into `response.locals.body`, or turns it away. */
export function readBody(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "POST") return next();
    const rule = bodyRules.find(({ paths }) => paths.test(request.path));
    const turnAway = (status: number) => {
      // A browser reads no answer before it has sent everything, so what is still on its way is let in and forgotten;
      // the server's time for one request ends a flood.
      request.removeAllListeners("data").resume();
      refuse(response, { status });
    };
    const type = request.get("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase();
    if (!rule || !type || !rule.types.includes(type) || request.get("Content-Encoding")) return turnAway(415);
    if (Number(request.get("Content-Length") ?? 0) > rule.most) return turnAway(413);

    // The length may not have been told, or not truly: what arrives is counted.
    const pieces: Buffer[] = [];
    let size = 0;
    request.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size > rule.most) turnAway(413);
      else pieces.push(piece);
    });
    request.on("end", () => {
      if (response.headersSent) return;
      const body = Buffer.concat(pieces);
      if (rule.form && !isForm(body)) return turnAway(400);
      response.locals.body = body;
      next();
    });
    request.on("error", () => response.destroy());
  };
}

/** Whether a body is what a browser makes of one of our forms. */
function isForm(body: Buffer): boolean {
  try {
    const text = utf8.decode(body);
    // Throws at malformed percent signs and at letters that are none.
    decodeURIComponent(text);
    if (text.split("&", mostFields + 1).length > mostFields) return false;
    return [...new URLSearchParams(text).keys()].every((name) => fieldName.test(name));
  } catch {
    return false;
  }
}
