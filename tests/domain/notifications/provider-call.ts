// A call of the mail provider, signed as it signs them.
import { createHmac } from "node:crypto";

export const webhookSecret = `whsec_${Buffer.from("a key of the provider, for tests").toString("base64")}`;

export type Call = { headers: Record<string, string>; body: string };

/** @param now when it is signed, in milliseconds */
export function signedCall(
  said: unknown,
  { id = "msg_1", now, secret = webhookSecret }: { id?: string; now: number; secret?: string },
): Call {
  const body = typeof said === "string" ? said : JSON.stringify(said);
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    headers: {
      "Content-Type": "application/json",
      "svix-id": id,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${signature}`,
    },
    body,
  };
}

/** What the provider says of a letter. */
export const saying = (type: string, emailId = "re_1", more: Record<string, unknown> = {}) => ({
  type,
  created_at: "2026-11-03T09:59:00.000Z",
  data: {
    email_id: emailId,
    created_at: "2026-11-03T09:58:00.000Z",
    message_id: "<one@example.org>",
    from: "training@example.org",
    to: ["somebody@example.org"],
    subject: "Your place",
    ...more,
  },
});
