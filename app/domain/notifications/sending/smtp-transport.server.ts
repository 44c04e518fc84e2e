// Sends letters by an organisation's own relay, and reads what each end of a conversation with it means.
import { Readable } from "node:stream";
import { minutes } from "~/shared/clock";
import type { Letter, Outcome, Transport } from "./transports.server";
import { calendarName, pace, stopHeaders } from "./transports.server";

/** A mail server that takes letters for everybody; see the setting SMTP_URL. */
export type Relay = {
  host: string;
  port: number;
  secure: boolean;
  plainAllowed: boolean;
  login: { user: string; password: string } | null;
};

/**
 * Sends by SMTP, one conversation a letter. A relay remembers no keys: where a letter was handed over and no answer
 * came, nobody can tell whether it left, and it is not handed over again.
 * @param options.spacingMs least time from one letter to the next
 * @param options.timeoutMs how long the whole conversation may last; well below the worker's lease
 * @param options.ca who else may vouch for the relay, in PEM
 */
export function smtpTransport(
  relay: Relay,
  options: { spacingMs?: number; timeoutMs?: number; ca?: string } = {},
): Transport {
  const { spacingMs = 100, timeoutMs = 40_000, ca } = options;
  const turn = pace(spacingMs);
  return {
    name: "smtp",
    remembersKeys: false,
    async send(letter) {
      const { envelope, bytes } = await mimeOf(letter);
      await turn();
      return converse(relay, { envelope, bytes, timeoutMs, ca });
    },
  };
}

/**
 * A letter as mail: text, HTML and calendar as alternatives of one another, which is where Gmail and Outlook look for an
 * invitation, and the calendar as a file besides for programs that do not.
 */
async function mimeOf(letter: Letter) {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const { calendar, from, subject, text, html } = letter;
  const composed = new MailComposer({
    from,
    // As it is: read as a list, an address with a comma in it would be two people's.
    to: { name: "", address: letter.to },
    messageId: `<${letter.id}@${hostOf(from)}>`,
    ...{ subject, text, html },
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.text, filename: calendarName(calendar) },
    }),
    headers: stopHeaders(letter) ?? {},
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { envelope: composed.getEnvelope(), bytes: await composed.build() };
}

const hostOf = (from: string) => /@([^@<>\s]+?)>?\s*$/.exec(from)?.[1] ?? "localhost";

async function converse(
  relay: Relay,
  given: {
    envelope: { from: string | false; to: string[] };
    bytes: Buffer;
    timeoutMs: number;
    ca: string | undefined;
  },
): Promise<Outcome> {
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const { host, port, secure, plainAllowed, login } = relay;
  const connection = new Connection({
    ...{ host, port, secure },
    ...(plainAllowed ? { ignoreTLS: true } : { requireTLS: !secure }),
    ...(given.ca !== undefined && { tls: { ca: given.ca } }),
    connectionTimeout: given.timeoutMs,
    greetingTimeout: given.timeoutMs,
    socketTimeout: given.timeoutMs,
  });
  /** How far we came: nothing said of this letter yet, or its addresses, or the letter itself. */
  let reached: Reached = "the door";
  const letter = new Readable({
    // Asked for only once the relay has said that it takes the letter.
    read() {
      reached = "the letter";
      this.push(given.bytes);
      this.push(null);
    },
  });
  try {
    return await new Promise<Outcome>((resolve) => {
      const fail = (problem: unknown) => resolve(outcomeOf(problem as SmtpProblem, reached));
      AbortSignal.timeout(given.timeoutMs).addEventListener("abort", () =>
        fail(new Error("The relay took too long.")),
      );
      connection.on("error", fail);
      connection.on("end", () => fail(new Error("The relay ended the conversation.")));
      const send = () => {
        reached = "its addresses";
        connection.send(given.envelope, letter, (problem) =>
          problem ? fail(problem) : resolve({ outcome: "sent" }),
        );
      };
      connection.connect((problem) => {
        if (problem) fail(problem);
        else if (!login) send();
        else
          connection.login({ user: login.user, pass: login.password }, (refusal) =>
            refusal ? fail(refusal) : send(),
          );
      });
    });
  } finally {
    connection.close();
  }
}

type Reached = "the door" | "its addresses" | "the letter";
type SmtpProblem = Error & { responseCode?: number; code?: string; command?: string };

/** The relay wants us to sign in, or in another way: our setting is at fault, not the letter. */
const aboutSigningIn = new Set([530, 534, 535, 538]);
const ofTheLetter = new Set(["MAIL FROM", "RCPT TO", "DATA"]);

function outcomeOf(error: SmtpProblem, reached: Reached): Outcome {
  const { responseCode: status, code, command } = error;
  // Never the relay's whole answer: it may repeat the address.
  const problem = [status, code, command, status ? "" : error.message]
    .filter(Boolean)
    .join(" ")
    .slice(0, 300);
  if (status === undefined && reached === "the letter") return { outcome: "in doubt", problem };
  // One address over which the relay falls silent must not hold up the letters to all others.
  if (status === undefined)
    return { outcome: "try again", problem, ...(reached === "the door" && { afterMs: minutes(1) }) };
  const about = command !== undefined && ofTheLetter.has(command);
  if (status >= 500 && about && !aboutSigningIn.has(status)) return { outcome: "refused", problem };
  return about ? { outcome: "try again", problem } : { outcome: "try again", problem, afterMs: minutes(1) };
}
