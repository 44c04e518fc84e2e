// A worker to be killed: delivers what is due when it is told to, until it is no more. Started by kill.test.ts.
import { openDatabase } from "db/client";
import { system } from "~/domain/context";
import type { Compose } from "~/domain/notifications/notifications";
import { deliverDue } from "~/domain/notifications/sending/deliver-due.server";
import { resendTransport } from "~/domain/notifications/sending/resend-transport.server";
import { smtpTransport } from "~/domain/notifications/sending/smtp-transport.server";
import { systemIds } from "~/shared/ids";

const [path = "", way = "", port = ""] = process.argv.slice(2);
const db = openDatabase(path);
const transport =
  way === "smtp"
    ? smtpTransport(
        { host: "127.0.0.1", port: Number(port), secure: false, plainAllowed: true, login: null },
        { spacingMs: 0 },
      )
    : resendTransport({ apiKey: "re_test", baseUrl: `http://127.0.0.1:${port}`, spacingMs: 0 });
const compose: Compose = async (_kind, _facts, { to }) => ({
  subject: to.email,
  html: "<p>-</p>",
  text: "-",
  calendar: null,
});

process.on("message", async ({ now }: { now: number }) => {
  const ctx = { db, clock: { now: () => now }, ids: systemIds, actor: system, screen: "test" };
  await deliverDue(ctx, { compose, transport, from: "training@example.org", most: 1000 });
  process.send?.("done");
});
// What the first letter needs is loaded before the clock of its end runs.
await (way === "smtp"
  ? Promise.all([import("nodemailer/lib/mail-composer"), import("nodemailer/lib/smtp-connection")])
  : import("resend"));
process.send?.("ready");
