// A real SMTP server on the loopback, which keeps what it takes and can be told to turn letters away or go silent.
import { EventEmitter } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { generate } from "selfsigned";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import type { Relay } from "~/domain/notifications/sending/smtp-transport.server";

export type Taken = { mail: ParsedMail; raw: string; to: string[]; from: string; secure: boolean };

/** An answer of the relay: as RFC 5321 has it, 4 for later and 5 for never. */
export const answer = (responseCode: number) =>
  Object.assign(new Error(`This is ${responseCode}.`), { responseCode });

/** What happens when the letter itself has arrived: taken, answered so, or the relay falls silent or hangs up. */
export type End = "taken" | "silence" | "hang up" | number;

/** Listens until the test is over. Each letter ends as the script says, the last one for good. */
export async function fakeRelay(script: End[] = ["taken"], options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const connections = new Set<{ destroy(): void }>();
  let handedOver = 0;
  const arrivals = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        handedOver += 1;
        arrivals.emit("letter");
        const end = script[Math.min(handedOver, script.length) - 1];
        if (typeof end === "number") return callback(answer(end));
        const raw = Buffer.concat(chunks).toString("utf8");
        const { rcptTo, mailFrom } = session.envelope;
        taken.push({
          mail: await simpleParser(raw),
          raw,
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : "",
          secure: session.secure,
        });
        if (end === "taken") callback();
        if (end === "hang up") for (const one of connections) one.destroy();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => connections.add(socket));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    for (const one of connections) one.destroy();
    server.close();
  });
  const relay: Relay = {
    host: "127.0.0.1",
    port: (server.server.address() as AddressInfo).port,
    secure: false,
    plainAllowed: true,
    login: null,
  };
  return { relay, taken, arrivals, handedOver: () => handedOver };
}

/** A certificate for this machine that nobody vouches for but itself. */
export async function ownCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
