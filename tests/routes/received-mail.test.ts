// Somebody's calendar program declines by mail: the provider calls, the letter is fetched, and the person is asked.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { runDue } from "~/worker.server";
import { signedCall, webhookSecret } from "../domain/notifications/provider-call";
import { siteOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld, testNow, type World } from "../support/world";
import { frontOf } from "../web/front";

/** The provider, as far as received mail goes. */
async function provider(answer: { from: string; calendar: string; status?: number; type?: string }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { port } = server.address() as AddressInfo;
    const status = answer.status ?? 200;
    response.statusCode = status;
    if (request.url === "/file") {
      response.end(answer.calendar);
      return;
    }
    response.setHeader("Content-Type", "application/json");
    const part = {
      id: "part-1",
      filename: "reply.ics",
      size: 400,
      content_type: answer.type ?? "text/calendar; method=REPLY",
    };
    if (status >= 400)
      response.end(JSON.stringify({ statusCode: status, name: "application_error", message: "no" }));
    else if (request.url?.endsWith("/attachments/part-1"))
      response.end(JSON.stringify({ ...part, download_url: `http://127.0.0.1:${port}/file` }));
    else
      response.end(
        JSON.stringify({
          object: "email",
          id: "in-1",
          from: answer.from,
          to: ["training@example.org"],
          attachments: [part],
        }),
      );
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function invited() {
  const world = makeWorld();
  const sam = world.person({ name: "Sam Somebody" });
  const sessionId = world.session();
  const bookingId = world.book(sessionId, sam);
  const { meetings } = world.tables;
  const meeting = world.db.select().from(meetings).where(eq(meetings.sessionId, sessionId)).get();
  const email = `${sam}@police.example.org`;
  const calendar = [
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `UID:${bookingId}-${meeting?.id}@training.example.org`,
    "SEQUENCE:0",
    `ATTENDEE;PARTSTAT=DECLINED:MAILTO:${email}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  return { world, sam, bookingId, email, calendar };
}

const asked = ({ db, tables }: World) =>
  db.select().from(tables.outbox).where(eq(tables.outbox.kind, "invitation declined")).all();

const received = signedCall(
  { type: "email.received", created_at: "2026-11-03T09:59:00Z", data: { email_id: "in-1" } },
  { now: testNow },
);

async function call(world: World, baseUrl: string): Promise<number> {
  const environment = { RESEND_WEBHOOK_SECRET: webhookSecret, RESEND_BASE_URL: baseUrl };
  return (await frontOf(world, { environment })("/hooks/resend", { method: "POST", ...received })).status;
}

test("a decline is fetched, and asks whether to cancel, once", async () => {
  const { world, sam, email, calendar } = invited();
  const { url, asked: fetched } = await provider({ from: `Sam Somebody <${email}>`, calendar });
  expect([await call(world, url), await call(world, url)]).toEqual([200, 200]);
  expect(fetched.slice(0, 3)).toEqual([
    "/emails/receiving/in-1",
    "/emails/receiving/in-1/attachments/part-1",
    "/file",
  ]);
  expect(asked(world)).toMatchObject([{ toPersonId: sam, dueAt: testNow, state: "waiting" }]);
});

test("a letter without a calendar part, or from somebody else, is let be", async () => {
  const one = invited();
  const plain = await provider({ from: one.email, calendar: one.calendar, type: "text/plain" });
  expect([await call(one.world, plain.url), asked(one.world)]).toEqual([200, []]);
  const other = await provider({ from: "somebody@example.net", calendar: one.calendar });
  expect([await call(one.world, other.url), asked(one.world)]).toEqual([200, []]);
});

test("where the letter cannot be had now, the provider is to call again; where there is none, it is not", async () => {
  const { world, email, calendar } = invited();
  const broken = await provider({ from: email, calendar, status: 500 });
  expect([await call(world, broken.url), asked(world)]).toEqual([503, []]);
  const gone = await provider({ from: email, calendar, status: 404 });
  expect([await call(world, gone.url), asked(world)]).toEqual([200, []]);
  const right = await provider({ from: email, calendar });
  expect([await call(world, right.url), asked(world).length]).toEqual([200, 1]);
});

test("in a demonstration a button declines as a calendar program would; the place stays", async () => {
  const { world, sam, bookingId } = invited();
  const settings = { ...testSettings, demo: true };
  await runDue({ db: world.db, clock: world.clock, ids: world.ids, settings });
  const letter = world.db
    .select()
    .from(world.tables.outbox)
    .where(eq(world.tables.outbox.kind, "booking confirmed"))
    .get();
  const visit = siteOf(world);
  const path = `/mail-tray/${letter?.id}`;
  expect(wordsOf(await visit(path))).toContain("Decline as a calendar program would");
  const answer = await visit(path, { form: {} });
  expect(answer.to).toBe(`${path}?done=asked`);
  expect(wordsOf(await visit(answer.to ?? ""))).toContain("A letter asks whether to cancel the place.");
  expect(asked(world)).toMatchObject([{ toPersonId: sam }]);
  const { bookings } = world.tables;
  expect(world.db.select().from(bookings).where(eq(bookings.id, bookingId)).get()?.state).toBe("confirmed");
  await runDue({ db: world.db, clock: world.clock, ids: world.ids, settings });
  const [question] = asked(world);
  expect(question?.text).toContain(`/bookings/${bookingId}/cancellation`);
  expect(question?.text).toContain("You still have your place.");
});
