// A stand-in for Resend on the loopback: answers as scripted and keeps what was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Attachment = { filename: string; content: string; content_type: string };
export type Asked = {
  key: string | undefined;
  authorization: string | undefined;
  body: {
    to: string;
    from: string;
    subject: string;
    html: string;
    text: string;
    attachments?: Attachment[];
    headers?: Record<string, string>;
  };
};
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
};

export const answers = {
  accepted: json(200, { id: "4ef9a417" }),
  problem: (status: number, name: string, headers?: Record<string, string>) =>
    json(status, { statusCode: status, name, message: `This is ${name}.` }, headers),
  /** A proxy's error page: not JSON at all. */
  page:
    (status: number): Answer =>
    (response) => {
      response.writeHead(status, { "content-type": "text/html" });
      response.end("<h1>Bad gateway</h1>");
    },
  reset: ((_response, request) => request.socket.destroy()) as Answer,
  /** Takes its time. */
  slow: ((response, request) =>
    setTimeout(() => json(200, { id: "4ef9a417" })(response, request), 150)) as Answer,
  /** Takes the letter and never says so. */
  silence: (() => undefined) as Answer,
};

/** Listens until the test is over; gives the answers in turn, the last one for good. */
export async function fakeResend(...script: Answer[]) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => {
      const key = request.headers["idempotency-key"];
      asked.push({
        key: Array.isArray(key) ? key[0] : key,
        authorization: request.headers.authorization,
        body: JSON.parse(text),
      });
      (script[Math.min(asked.length, script.length) - 1] ?? answers.accepted)(response, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
