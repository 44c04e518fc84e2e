// The service behind a real socket, protections and all, as the server builds it; and a client that browsers are not:
// it sends any address, any header and any body.
import { type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { onTestFinished } from "vitest";
import { readSettings } from "~/settings.server";
import { protectedServer } from "~/web/protected-app.server";
import { build } from "../domain/support-check/site";
import { webOf } from "../support/web";
import type { World } from "../support/world";

export const publicUrl = "https://training.example.org";

export const productionEnvironment = {
  NODE_ENV: "production",
  DATABASE_PATH: "x.db",
  PUBLIC_URL: publicUrl,
  SECRET: "a secret for tests, long enough to be one",
  MAIL_FROM: "a@example.org",
  RESEND_API_KEY: "re_key",
};

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

type Sent = {
  method?: string;
  headers?: Record<string, string>;
  /** A form, or any text; in pieces it is sent without telling its length. */
  body?: Record<string, string> | string | Buffer | Buffer[];
  /** Who is signed in. */
  as?: string;
};

/** Headers that a browser sends with one of our own forms. */
export const ownForm = {
  "Sec-Fetch-Site": "same-origin",
  "Content-Type": "application/x-www-form-urlencoded",
};

export function frontOf(
  world: World,
  { environment = {}, pages = build }: { environment?: Record<string, string>; pages?: ServerBuild } = {},
) {
  const settings = readSettings({ ...productionEnvironment, ...environment });
  const answer = createRequestHandler(pages, "production");
  const means = { db: world.db, clock: world.clock, ids: world.ids, settings };
  const files: [] = [];
  const server = protectedServer(means, {
    answererFor: () => answer,
    files,
    styles: [],
    development: false,
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const listening = new Promise<void>((ready) => server.once("listening", ready));
  const web = webOf(world);
  /** The cookie of somebody who has just signed in. */
  const cookieOf = async (personId: string) => `__Host-${await web.cookieOf(personId)}`;

  const ask = async (path: string, { method, headers = {}, body, as }: Sent = {}): Promise<Answer> => {
    await listening;
    const { port } = server.address() as AddressInfo;
    const cookie = as && (await cookieOf(as));
    return new Promise((resolve, reject) => {
      const asked = request({
        host: "127.0.0.1",
        port,
        path,
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: { ...(cookie && { Cookie: cookie }), ...headers },
        agent: false,
      });
      asked.on("error", reject).on("response", (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      if (Array.isArray(body)) {
        for (const piece of body) asked.write(piece);
        asked.end();
      } else asked.end(isFields(body) ? new URLSearchParams(body).toString() : body);
    });
  };
  return Object.assign(ask, { cookieOf, server });
}

const isFields = (body: Sent["body"]): body is Record<string, string> =>
  typeof body === "object" && !Buffer.isBuffer(body) && !Array.isArray(body);
