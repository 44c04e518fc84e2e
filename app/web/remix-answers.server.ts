// Hands a request to Remix and its answer to the browser. Remix's own adapter takes our address from the client's
// headers and passes bodies on unread; here the address is the one in the settings and the body has been looked at.
import { type AppLoadContext, writeReadableStreamToWritable } from "@remix-run/node";
import type { Response as Answering, Request as Asked, RequestHandler } from "express";
import { paths } from "./paths";
import type { Refuse } from "./refuse.server";

type Answerer = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Says where the request came from or went through: looked at before, and nothing that a page should go by. */
const notForPages =
  /^(origin|host|forwarded|x-forwarded-.*|x-real-ip|x-http-method-override|x-original-url)$/;

/** @param answererFor who answers a path */
export function remixAnswers(answererFor: (path: string) => Answerer, refuse: Refuse): RequestHandler {
  return async (request, response, next) => {
    const context: AppLoadContext = response.locals.context;
    try {
      const answer = await answererFor(request.path)(toRemix(request, response, context), context);
      await send(answer, request, response, refuse);
    } catch (problem) {
      next(problem);
    }
  };
}

function toRemix(request: Asked, response: Answering, { settings }: AppLoadContext): Request {
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !notForPages.test(name))
      for (const one of [value].flat()) headers.append(name, one);
  }
  // Put together as text: resolved as a link, "//elsewhere" would lead elsewhere.
  return new Request(new URL(new URL(settings.publicUrl).origin + request.originalUrl), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(request.method === "POST" && { body: response.locals.body }),
  });
}

async function send(answer: Response, request: Asked, response: Answering, refuse: Refuse): Promise<void> {
  const { reference, notes }: AppLoadContext = response.locals.context;
  // Whether the fault passes by itself is known once it has been logged.
  const status = answer.status === 500 && notes.unavailable ? 503 : answer.status;
  const after = status === 503 ? 60 : undefined;
  if (answer.status === 500 && isLastWord(answer)) return refuse(response, { status, after, reference });
  if (isBareRefusal(answer, request)) return refuse(response, { status, after: secondsToWait(answer) });

  // From here on a 400 is a page's own, such as a form shown again.
  response.locals.answered = true;
  response.status(status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (status >= 500) response.setHeader("X-Reference", reference);
  if (after !== undefined) response.setHeader("Retry-After", after);
  const kept = mayBeKept(request, answer);
  if (kept !== null) response.setHeader("Cache-Control", kept);
  if (answer.body && request.method !== "HEAD") await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}

/** Of the addresses that give a file no page says what is wrong: whoever follows a link to one would get a line of code. */
const isBareRefusal = (answer: Response, request: Asked) =>
  refusedInWords.includes(answer.status) &&
  /^(text\/plain|application\/json)\b/.test(answer.headers.get("Content-Type") ?? "") &&
  // A browser that opens an address names it; calendar programs and scripts do not.
  /\btext\/html\b/.test(request.headers.accept ?? "");

const refusedInWords = [403, 404, 429];

const secondsToWait = (answer: Response) => {
  const told = answer.headers.get("Retry-After");
  return told === null ? undefined : Number(told);
};

/** What Remix says when it has no page to say it with. */
const isLastWord = (answer: Response) =>
  answer.body === null || /^text\/plain\b/.test(answer.headers.get("Content-Type") ?? "");

/**
 * Whoever sends a cookie may be signed in: nothing they get is kept by a browser or anything between, whatever kind of
 * answer it is. The colours are the same for everyone.
 */
function mayBeKept(request: Asked, answer: Response): string | null {
  if (request.path === paths.theme()) return null;
  if (request.headers.cookie !== undefined || answer.status >= 400) return "no-store";
  return answer.headers.has("Cache-Control") ? null : "no-cache";
}
