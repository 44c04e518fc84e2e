// Letters by an organisation's own relay, against a real SMTP server.
import { composer } from "emails/compose";
import { sampleBooking, sampleHouse } from "emails/samples";
import { describe, expect, test } from "vitest";
import { type Letter, smtpTransport } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { answer, type End, fakeRelay, ownCertificate } from "./fake-relay";
import { auditOf, freshContext, from, onlyRow, postAboutBooking, postWelcome, turn } from "./support";

const letter: Letter = {
  id: "m-1",
  key: "outbox/m-1",
  to: "ann@example.org",
  from,
  subject: "Your place – Diogelu plant ŵŷ 🎓",
  html: "<p>Yes</p>",
  text: "Yes",
  calendar: null,
  unsubscribeUrl: null,
};
const invitation = ["BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", "SUMMARY:Dydd Gŵyl", "END:VEVENT"];
const calendar = { method: "REQUEST", text: `${invitation.join("\r\n")}\r\nEND:VCALENDAR\r\n` } as const;

const fast = { spacingMs: 0 };

async function sending(end: End, more: Partial<Letter> = {}, options: { timeoutMs?: number } = {}) {
  const { relay, taken, handedOver } = await fakeRelay([end]);
  const outcome = await smtpTransport(relay, { ...fast, ...options }).send({ ...letter, ...more });
  return { outcome, taken, handedOver };
}

/** The parts of a letter as a tree of types; an attachment is marked. */
function typesIn(raw: string): string[] {
  return [...raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim)].map(([, type]) => type ?? "");
}

describe("a letter", () => {
  test("arrives whole, to one address, under an id of ours", async () => {
    const { outcome, taken } = await sending("taken");
    expect(outcome).toEqual({ outcome: "sent" });
    expect(taken).toHaveLength(1);
    const [{ mail, to, from: sender } = { mail: null, to: [], from: "" }] = taken;
    expect(to).toEqual(["ann@example.org"]);
    expect(sender).toBe("training@example.org");
    expect(mail).toMatchObject({ subject: letter.subject, messageId: "<m-1@example.org>", text: "Yes" });
    expect(mail?.from?.value).toEqual([{ name: "Training", address: "training@example.org" }]);
    expect(mail?.html).toContain("<p>Yes</p>");
    expect(mail?.attachments).toEqual([]);
    expect(taken[0]?.raw).not.toMatch(/^List-/im);
  });

  test("has its calendar where mail programs look for an invitation, its method outside as inside", async () => {
    const { taken } = await sending("taken", { calendar });
    const [{ raw, mail } = { raw: "", mail: null }] = taken;
    expect(typesIn(raw)).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ]);
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r\n/);
    const parts = mail?.attachments ?? [];
    expect(parts.map(({ contentType }) => contentType)).toEqual(["text/calendar", "application/ics"]);
    expect(parts.map(({ filename }) => filename)).toContain("invitation.ics");
    for (const { content } of parts) expect(content.toString("utf8")).toBe(calendar.text);
  });

  test("of a cancellation says CANCEL in both places", async () => {
    const text = calendar.text.replace("REQUEST", "CANCEL");
    const { taken } = await sending("taken", { calendar: { method: "CANCEL", text } });
    expect(taken[0]?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL\r\n/);
    expect(taken[0]?.mail.attachments.map(({ filename }) => filename)).toContain("cancellation.ics");
  });

  test("that can be stopped says so in its head, whole on any length of address", async () => {
    const unsubscribeUrl = `https://training.example.org/unsubscribe/${"x".repeat(120)}`;
    const { taken } = await sending("taken", { unsubscribeUrl });
    const raw = taken[0]?.raw.replaceAll(/\r\n[ \t]/g, " ") ?? "";
    expect(raw).toMatch(new RegExp(`^List-Unsubscribe:\\s+<${unsubscribeUrl}>\r$`, "m"));
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  test("is one person's though their address looks like two", async () => {
    const { taken, outcome } = await sending("taken", { to: "ann@example.org, eve@example.org" });
    expect(taken.flatMap(({ to }) => to)).not.toContain("eve@example.org");
    expect(outcome.outcome).not.toBe("sent");
  });
});

describe("what the relay answers", () => {
  test.each([
    [421, "try again"],
    [451, "try again"],
    [550, "refused"],
    [552, "refused"],
    [530, "try again"],
  ])("%i to the letter: %s", async (code, outcome) => {
    expect((await sending(code)).outcome).toMatchObject({ outcome });
  });

  test.each([
    [450, "try again"],
    [550, "refused"],
  ])("%i to the address: %s, and the letter itself never left", async (code, outcome) => {
    const { relay, handedOver } = await fakeRelay(["taken"], {
      onRcptTo: (_address, _session, callback) => callback(answer(code)),
    });
    expect(await smtpTransport(relay, fast).send(letter)).toMatchObject({ outcome });
    expect(handedOver()).toBe(0);
  });

  test("nothing, as nobody listens: every letter waits", async () => {
    const relay = { host: "127.0.0.1", port: 1, secure: false, plainAllowed: true, login: null };
    expect(await smtpTransport(relay, fast).send(letter)).toMatchObject({
      outcome: "try again",
      afterMs: minutes(1),
    });
  });

  test.each<[End]>([["silence"], ["hang up"]])(
    "%s after the letter was handed over: in doubt",
    async (end) => {
      const { outcome, taken } = await sending(end, {}, { timeoutMs: 500 });
      expect(taken).toHaveLength(1);
      expect(outcome).toMatchObject({ outcome: "in doubt" });
    },
  );

  test("silence before it takes the letter: another try is safe", async () => {
    const { relay, handedOver } = await fakeRelay(["taken"], { onMailFrom: () => undefined });
    const outcome = await smtpTransport(relay, { ...fast, timeoutMs: 500 }).send(letter);
    expect(outcome).toMatchObject({ outcome: "try again" });
    // It may be about this letter alone: the others need not wait.
    expect(outcome).not.toHaveProperty("afterMs");
    expect(handedOver()).toBe(0);
  });

  test("a wrong password is ours to put right, not the letter's fault", async () => {
    const { relay } = await fakeRelay(["taken"], {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, callback) =>
        password === "right" ? callback(null, { user: "us" }) : callback(answer(535)),
    });
    const withPassword = (password: string) =>
      smtpTransport({ ...relay, login: { user: "us", password } }, fast).send(letter);
    expect(await withPassword("wrong")).toMatchObject({ outcome: "try again", afterMs: minutes(1) });
    expect(await withPassword("right")).toEqual({ outcome: "sent" });
  });
});

describe("in between", () => {
  test("nobody reads: without STARTTLS nothing is sent, and no password is said", async () => {
    let asked = 0;
    const { relay, handedOver } = await fakeRelay(["taken"], {
      allowInsecureAuth: true,
      onAuth: (_login, _session, callback) => {
        asked += 1;
        callback(null, { user: "us" });
      },
    });
    const strict = { ...relay, plainAllowed: false, login: { user: "us", password: "hush" } };
    expect(await smtpTransport(strict, fast).send(letter)).toMatchObject({ outcome: "try again" });
    expect([handedOver(), asked]).toEqual([0, 0]);
  });

  test.each([false, true])(
    "with a certificate that is vouched for it leaves, encrypted; from the start: %s",
    async (secure) => {
      const { key, cert } = await ownCertificate();
      const { relay, taken } = await fakeRelay(["taken"], { key, cert, secure, hideSTARTTLS: false });
      const strict = { ...relay, secure, plainAllowed: false };
      expect(await smtpTransport(strict, fast).send(letter)).toMatchObject({ outcome: "try again" });
      expect(taken).toEqual([]);
      expect(await smtpTransport(strict, { ...fast, ca: cert }).send(letter)).toEqual({ outcome: "sent" });
      expect(taken.map((one) => one.secure)).toEqual([true]);
    },
  );
});

describe("through the outbox", () => {
  test("an invitation goes as its frozen bytes", async () => {
    const { ctx } = freshContext();
    postAboutBooking(ctx, "booking confirmed");
    const { relay, taken } = await fakeRelay();
    await turn(ctx, smtpTransport(relay, fast), composer(sampleHouse));
    const row = onlyRow(ctx);
    expect(row).toMatchObject({ state: "sent", sentBy: "smtp", providerId: null, calendarMethod: "REQUEST" });
    const parts = taken[0]?.mail.attachments ?? [];
    expect(parts.map(({ content }) => content.toString("utf8"))).toEqual([row.calendar, row.calendar]);
    expect(taken[0]?.mail.subject).toBe(row.subject);
    expect(row.calendar).toContain(sampleBooking.bookingId);
  });

  test("taken but not answered is unsure at once: never a second copy by itself", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { relay, taken } = await fakeRelay(["silence", "taken"]);
    const transport = smtpTransport(relay, { ...fast, timeoutMs: 500 });
    expect(await turn(ctx, transport)).toMatchObject({ unsure: 1 });
    for (let n = 0; n < 10; n++) {
      clock.forward(minutes(90));
      await turn(ctx, transport);
    }
    expect(taken).toHaveLength(1);
    expect(onlyRow(ctx)).toMatchObject({ state: "unsure", attempts: 1 });
    expect(auditOf(ctx, onlyRow(ctx).id)).toMatchObject([{ action: "notifications.unsure" }]);
  });

  test("turned away for now is tried again, and sent once", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { relay, taken } = await fakeRelay([451, 451, "taken"]);
    for (let n = 0; n < 4; n++) {
      await turn(ctx, smtpTransport(relay, fast));
      clock.set(Math.max(onlyRow(ctx).dueAt, clock.now()));
    }
    expect(taken).toHaveLength(1);
    expect(onlyRow(ctx)).toMatchObject({ state: "sent", attempts: 3 });
  });

  test("of a worker that was killed while handing over is unsure, not sent again", async () => {
    const { ctx, clock, anotherWorker } = freshContext();
    postWelcome(ctx);
    const killed = { name: "smtp", remembersKeys: false, send: () => new Promise<never>(() => undefined) };
    void turn(ctx, killed);
    while (onlyRow(ctx).subject === null) await new Promise((resolve) => setImmediate(resolve));
    clock.forward(minutes(1));
    const { relay, taken } = await fakeRelay();
    expect(await turn(anotherWorker(), smtpTransport(relay, fast))).toMatchObject({ sent: 0, unsure: 1 });
    expect(taken).toEqual([]);
    expect(onlyRow(ctx)).toMatchObject({ state: "unsure", lastProblem: "A try was cut short." });
  });

  test("of a worker that was killed before it had words is sent: it cannot have left", async () => {
    const { ctx, clock, anotherWorker } = freshContext();
    postWelcome(ctx);
    const { relay, taken } = await fakeRelay();
    void turn(ctx, smtpTransport(relay, fast), () => new Promise<never>(() => undefined));
    await new Promise((resolve) => setImmediate(resolve));
    clock.forward(minutes(1));
    expect(await turn(anotherWorker(), smtpTransport(relay, fast))).toMatchObject({ sent: 1 });
    expect(taken).toHaveLength(1);
  });
});
