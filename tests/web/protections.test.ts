// Security headers on every answer, and forms from other sites refused: asked of a real Express server.
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "~/settings.server";
import { keepSignedIn } from "~/web/cookies.server";
import { protections, protectiveHeaders, refuseForeignForms } from "~/web/protections.server";

const settings = readSettings({
  NODE_ENV: "production",
  DATABASE_PATH: "x.db",
  PUBLIC_URL: "https://training.example.org",
  SECRET: "thirty-two random characters or more",
  MAIL_FROM: "a@example.org",
  RESEND_API_KEY: "re_key",
});

let address = "";
let reached = 0;
const app = express();
app.use(protections(settings, { development: false }));
app.use(refuseForeignForms(settings));
app.use((_request, response) => {
  reached += 1;
  response.send("reached");
});
const server = app.listen(0);
beforeAll(() => {
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

async function send(method: string, headers: Record<string, string>): Promise<number> {
  const before = reached;
  const answer = await fetch(address, { method, headers });
  expect(reached - before).toBe(answer.status === 200 ? 1 : 0);
  return answer.status;
}

describe("a form that another site posts", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "is refused by %s, and nothing behind is reached",
    async (method) => {
      expect(await send(method, { "Sec-Fetch-Site": "cross-site" })).toBe(403);
      expect(await send(method, { "Sec-Fetch-Site": "same-site" })).toBe(403);
      expect(await send(method, { Origin: "https://evil.example" })).toBe(403);
      expect(await send(method, { Origin: "null" })).toBe(403);
      expect(await send(method, {})).toBe(403);
    },
  );

  it("is not let in by an Origin of ours when the browser says it came from elsewhere", async () => {
    expect(
      await send("POST", { "Sec-Fetch-Site": "cross-site", Origin: "https://training.example.org" }),
    ).toBe(403);
  });
});

describe("our own form", () => {
  it("is let in by Sec-Fetch-Site, or by Origin where a browser does not send that", async () => {
    expect(await send("POST", { "Sec-Fetch-Site": "same-origin" })).toBe(200);
    expect(await send("POST", { Origin: "https://training.example.org" })).toBe(200);
  });

  it("needs neither for reading", async () => {
    expect(await send("GET", { "Sec-Fetch-Site": "cross-site" })).toBe(200);
  });
});

describe("every answer", () => {
  it("allows no script, no framing and no sniffing", async () => {
    const { headers } = await fetch(address);
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "script-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });

  it("carries the same headers when it does not pass through Express", async () => {
    const { headers } = await fetch(address);
    for (const [name, value] of protectiveHeaders(settings)) expect(headers.get(name)).toBe(value);
    expect(protectiveHeaders(settings).map(([name]) => name)).toContain("content-security-policy");
  });
});

describe("the cookie", () => {
  it("is tied to this host, hidden from scripts and not sent by other sites' forms", async () => {
    const cookie = await keepSignedIn("the-secret", settings);
    expect(cookie).toMatch(/^__Host-signed-in=/);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
  });
});
