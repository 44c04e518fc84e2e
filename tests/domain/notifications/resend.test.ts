// What each answer of Resend means for a letter, against a stand-in on the loopback.
import { composer } from "emails/compose";
import { sampleHouse } from "emails/samples";
import { describe, expect, test } from "vitest";
import { type Letter, mailTray, resendTransport } from "~/domain/notifications/notifications.server";
import { answers, fakeResend } from "./fake-resend";
import { freshContext, from, onlyRow, postAboutBooking, postWelcome, turn } from "./support";

const letter: Letter = {
  id: "m-1",
  key: "outbox/m-1",
  to: "ann@example.org",
  from,
  subject: "Your place",
  html: "<p>Yes</p>",
  text: "Yes",
  calendar: null,
};

const fast = { apiKey: "re_test", spacingMs: 0 };
/** For answers that never come; long enough for a busy machine to hand the letter over. */
const impatient = { ...fast, timeoutMs: 400 };

async function answered(...script: Parameters<typeof fakeResend>) {
  const { baseUrl, asked } = await fakeResend(...script);
  const options = script.includes(answers.silence) ? impatient : fast;
  return { outcome: await resendTransport({ ...options, baseUrl }).send(letter), asked };
}

describe("an answer", () => {
  test("200 is sent, with the key, the letter and nothing else", async () => {
    const { outcome, asked } = await answered(answers.accepted);
    expect(outcome).toEqual({ outcome: "sent", id: "4ef9a417" });
    const { to, subject, html, text } = letter;
    expect(asked).toEqual([
      {
        key: "outbox/m-1",
        authorization: "Bearer re_test",
        body: { to, from, subject, html, text, tags: [{ name: "letter", value: "m-1" }] },
      },
    ]);
  });

  test("429 is tried again after the time that was asked for", async () => {
    const { outcome } = await answered(answers.problem(429, "rate_limit_exceeded", { "retry-after": "7" }));
    expect(outcome).toMatchObject({ outcome: "try again", afterMs: 7000 });
    const { outcome: without } = await answered(answers.problem(429, "daily_quota_exceeded"));
    expect(without).toMatchObject({ outcome: "try again", afterMs: 1000 });
  });

  test.each([
    ["500", answers.problem(500, "internal_server_error")],
    ["502 from a proxy", answers.page(502)],
    ["409 while the same key is under way", answers.problem(409, "concurrent_idempotent_requests")],
    ["401 for our own key", answers.problem(401, "restricted_api_key")],
    ["a connection cut", answers.reset],
    ["silence after taking the letter", answers.silence],
  ])("%s is tried again", async (_name, answer) => {
    const { outcome, asked } = await answered(answer);
    expect(outcome).toMatchObject({ outcome: "try again" });
    expect(outcome).not.toHaveProperty("afterMs");
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["422", answers.problem(422, "validation_error")],
    ["409 for a key used with other bytes", answers.problem(409, "invalid_idempotent_request")],
    ["403", answers.problem(403, "validation_error")],
    ["404 from the wrong server", answers.page(404)],
  ])("%s is refused for good", async (_name, answer) => {
    const { outcome } = await answered(answer);
    expect(outcome).toMatchObject({ outcome: "refused" });
  });

  test("that takes its time, and comes, is an answer", async () => {
    const { outcome, asked } = await answered(answers.slow);
    expect(outcome).toEqual({ outcome: "sent", id: "4ef9a417" });
    expect(asked).toHaveLength(1);
  });

  test("that never comes because nobody listens is tried again", async () => {
    const transport = resendTransport({ ...fast, baseUrl: "http://127.0.0.1:1" });
    expect(await transport.send(letter)).toMatchObject({ outcome: "try again" });
  });
});

test("letters keep the distance that Resend's rate limit asks for", async () => {
  const { baseUrl, asked } = await fakeResend(answers.accepted);
  const transport = resendTransport({ ...fast, spacingMs: 60, baseUrl });
  const began = performance.now();
  await Promise.all([transport.send(letter), transport.send(letter), transport.send(letter)]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(115);
  expect(asked).toHaveLength(3);
});

test("the mail tray says sent", async () => {
  expect(mailTray.name).toBe("mail tray");
  expect(await mailTray.send(letter)).toEqual({ outcome: "sent" });
});

describe("through the outbox", () => {
  test("taken but not answered, then sent: two requests, one key, the same bytes", async () => {
    const { ctx, clock } = freshContext();
    postWelcome(ctx);
    const { baseUrl, asked } = await fakeResend(answers.silence, answers.reset, answers.accepted);
    for (const options of [impatient, fast, fast]) {
      await turn(ctx, resendTransport({ ...options, baseUrl }), composer(sampleHouse));
      clock.set(Math.max(onlyRow(ctx).dueAt, clock.now()));
    }
    expect(onlyRow(ctx)).toMatchObject({
      state: "sent",
      sentBy: "resend",
      providerId: "4ef9a417",
      attempts: 3,
    });
    expect(asked).toHaveLength(3);
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });

  test("a letter that can be stopped says so in its head, and no other does", async () => {
    const { baseUrl, asked } = await fakeResend(answers.accepted);
    const transport = resendTransport({ ...fast, baseUrl });
    await transport.send({ ...letter, unsubscribeUrl: "https://training.example.org/unsubscribe/t" });
    await transport.send(letter);
    expect(asked.map(({ body }) => body.headers)).toEqual([
      {
        "List-Unsubscribe": "<https://training.example.org/unsubscribe/t>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      undefined,
    ]);
  });

  test("an invitation goes as a calendar part with its method", async () => {
    const { ctx } = freshContext();
    postAboutBooking(ctx, "booking confirmed");
    const { baseUrl, asked } = await fakeResend(answers.accepted);
    await turn(ctx, resendTransport({ ...fast, baseUrl }), composer(sampleHouse));
    const attachments = asked[0]?.body.attachments ?? [];
    expect(attachments).toMatchObject([
      { filename: "invitation.ics", content_type: "text/calendar; charset=utf-8; method=REQUEST" },
    ]);
    const text = Buffer.from(attachments[0]?.content ?? "", "base64").toString("utf8");
    expect(text).toBe(onlyRow(ctx).calendar);
    expect(onlyRow(ctx).calendarMethod).toBe("REQUEST");
  });
});
