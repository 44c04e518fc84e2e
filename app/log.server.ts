// The log: one JSON line for each thing worth knowing, in UTC, on standard output. Nothing in it opens an account.
import { createHmac } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { pino } from "pino";
import { withoutSecrets } from "./web/without-secrets";

/** Names whose values never reach the log, at the top of a line or one below. */
const secrets = [
  "password",
  "secret",
  "token",
  "code",
  "cookie",
  "authorization",
  "key",
  "apiKey",
  "clientSecret",
  "form",
  "body",
  "headers",
];

/** Besides what JSON escapes: ends of lines and terminal commands that are not ASCII. */
const unsafe = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escaped = (text: string) => `\\u${text.charCodeAt(0).toString(16).padStart(4, "0")}`;

export const log = pino(
  {
    level: process.env.VITEST ? "silent" : "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: "[left out]" },
    serializers: { path: withoutSecrets, problem: inWords },
  },
  { write: (line: string) => void process.stdout.write(line.replace(unsafe, escaped)) },
);

/** An error for the log, causes and all. A failed query's values are people's data: they are left out. */
function inWords(problem: unknown): unknown {
  if (!(problem instanceof Error)) return String(problem);
  const { name, message, stack } = problem;
  const values = message.indexOf("\nparams: ");
  const told = values === -1 ? message : message.slice(0, values);
  return {
    name,
    message: told,
    ...("code" in problem && typeof problem.code === "string" && { reason: problem.code }),
    stack: stack?.replace(message, told),
    ...(problem.cause !== undefined && { cause: inWords(problem.cause) }),
  };
}

type Asked = { request: Request; context: AppLoadContext };

const whoAndWhere = ({ request, context }: Asked) => ({
  method: request.method,
  path: new URL(request.url).pathname,
  reference: context.reference,
  address: context.address,
  personId: context.notes.personId,
});

/**
 * A try to sign in, whether it worked or not. The address typed is not logged (people type passwords into the wrong
 * box): tries at one account are told by the same mark.
 */
export function logSignIn(
  asked: Asked,
  tried: {
    by: "password" | "link" | "code" | "recovery code" | "single sign-on";
    /** Null: it worked. */
    refused: string | null;
    email?: string;
    personId?: string | null;
  },
): void {
  const { by, refused, email, personId = asked.context.notes.personId } = tried;
  const account = email === undefined ? undefined : markOf(email, asked.context.settings.secret);
  const line = { ...whoAndWhere(asked), by, refused, account, personId };
  if (refused === null) log.info(line, "signed in");
  else log.warn(line, "sign-in refused");
}

const markOf = (email: string, secret: string) =>
  createHmac("sha256", secret).update(`log/${email.trim().toLowerCase()}`).digest("hex").slice(0, 16);

/** Something done that whoever watches the service should see: a role given or taken, an export, an erasure. */
export function logDeed(
  asked: Asked,
  { deed, aboutPersonId, detail }: { deed: string; aboutPersonId?: string; detail?: Record<string, string> },
): void {
  log.info({ ...whoAndWhere(asked), deed, aboutPersonId, detail }, "done");
}
