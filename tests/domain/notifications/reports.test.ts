// The provider's calls about letters: only signed ones count, each once, in any order; mail that comes back stops an address.
import { Resend } from "resend";
import { describe, expect, it, vi } from "vitest";
import { isAddressStopped, isStopped } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { makeWorld, testNow, type World } from "../../support/world";
import { frontOf } from "../../web/front";
import { type Call, saying, signedCall, webhookSecret } from "./provider-call";

/** A person to whom a letter has gone, which the provider calls "re_1". */
function sentTo(world: World, email = "Sam@Example.org") {
  const personId = world.person();
  world.db.insert(world.tables.outbox).values(letter(personId, email)).run();
  return personId;
}

const letter = (toPersonId: string, toEmail: string) => ({
  id: "letter-1",
  key: "one",
  kind: "welcome",
  toPersonId,
  toEmail,
  facts: {},
  priority: 4,
  state: "sent" as const,
  createdAt: testNow,
  dueAt: testNow,
  providerId: "re_1",
});

function hooked() {
  const world = makeWorld();
  const front = frontOf(world, { environment: { RESEND_WEBHOOK_SECRET: webhookSecret } });
  const call = async ({ headers, body }: Call) =>
    (await front("/hooks/resend", { method: "POST", headers, body })).status;
  const { deliveryReports, addressStops, auditEntries } = world.tables;
  const written = () => ({
    reports: world.db.select().from(deliveryReports).all(),
    stops: world.db.select().from(addressStops).all(),
    audits: world.db.select().from(auditEntries).all(),
  });
  const nothing = { reports: [], stops: [], audits: [] };
  return { world, front, call, written, nothing };
}

describe("a call that the provider signed", () => {
  it("is kept with the letter that it is about, and answered with 200", async () => {
    const { world, call, written } = hooked();
    sentTo(world);
    expect(await call(signedCall(saying("email.delivered"), { now: testNow }))).toBe(200);
    expect(written()).toEqual({
      reports: [
        {
          id: "msg_1",
          messageId: "letter-1",
          kind: "delivered",
          lasting: null,
          at: Date.UTC(2026, 10, 3, 9, 59),
          receivedAt: testNow,
        },
      ],
      stops: [],
      audits: [],
    });
  });

  it("is kept once, however often it is made", async () => {
    const { world, call, written } = hooked();
    sentTo(world);
    const bounced = signedCall(saying("email.bounced", "re_1", { bounce: { type: "Permanent" } }), {
      now: testNow,
    });
    expect([await call(bounced), await call(bounced)]).toEqual([200, 200]);
    const { reports, stops, audits } = written();
    expect([reports.length, stops.length, audits.length]).toEqual([1, 1, 1]);
  });

  it("finds its letter by our own name for it where the provider's is not known yet", async () => {
    const { world, call, written } = hooked();
    sentTo(world);
    await call(signedCall(saying("email.sent", "re_9", { tags: { letter: "letter-1" } }), { now: testNow }));
    expect(written().reports).toMatchObject([{ messageId: "letter-1", kind: "sent" }]);
  });

  it("about a letter that is not ours is kept without one, and stops nothing", async () => {
    const { world, call, written } = hooked();
    sentTo(world);
    await call(signedCall(saying("email.complained", "re_other"), { now: testNow }));
    expect(written()).toMatchObject({ reports: [{ messageId: null, kind: "complained" }], stops: [] });
  });

  it.each([
    ["a kind that is not heeded", saying("email.clicked")],
    ["a kind that does not exist", saying("constructor")],
    ["something else", { type: "contact.created", created_at: "2026-11-03T09:59:00Z", data: { id: "c" } }],
    ["a list", []],
    ["no JSON", "{"],
    ["nothing", ""],
  ])("is accepted and ignored where it says %s", async (_what, said) => {
    const { call, written, nothing } = hooked();
    expect(await call(signedCall(said, { now: testNow }))).toBe(200);
    expect(written()).toEqual(nothing);
  });

  it("is the one that the provider's own library takes", async () => {
    const { headers, body } = signedCall(saying("email.delivered"), { now: testNow });
    vi.useFakeTimers({ now: testNow, toFake: ["Date"] });
    try {
      const [id, timestamp, signature] = ["svix-id", "svix-timestamp", "svix-signature"].map(
        (name) => headers[name] ?? "",
      ) as [string, string, string];
      const read = new Resend("re_key").webhooks.verify({
        payload: body,
        headers: { id, timestamp, signature },
        webhookSecret,
      });
      expect(read).toEqual(JSON.parse(body));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a call that is not rightly signed writes nothing and is answered with 401", () => {
  const good = signedCall(saying("email.delivered"), { now: testNow });
  const without = (name: string) =>
    Object.fromEntries(Object.entries(good.headers).filter(([one]) => one !== name));

  it.each<[string, Call]>([
    [
      "with another secret",
      signedCall(saying("email.delivered"), { now: testNow, secret: "whsec_b3RoZXI=" }),
    ],
    ["with one byte changed", { ...good, body: good.body.replace("re_1", "re_2") }],
    ["written again as the same JSON", { ...good, body: JSON.stringify(JSON.parse(good.body), null, 1) }],
    ["under another id", { ...good, headers: { ...good.headers, "svix-id": "msg_2" } }],
    ["without an id", { ...good, headers: without("svix-id") }],
    ["without a moment", { ...good, headers: without("svix-timestamp") }],
    ["without a signature", { ...good, headers: without("svix-signature") }],
    [
      "with an older kind of signature",
      {
        ...good,
        headers: {
          ...good.headers,
          "svix-signature": good.headers["svix-signature"]?.replace("v1", "v0") ?? "",
        },
      },
    ],
    ["at no moment", { ...good, headers: { ...good.headers, "svix-timestamp": "soon" } }],
    ["over five minutes ago", signedCall(saying("email.delivered"), { now: testNow - minutes(5) - 1000 })],
    [
      "over five minutes from now",
      signedCall(saying("email.delivered"), { now: testNow + minutes(5) + 1000 }),
    ],
  ])("%s", async (_how, call) => {
    const hook = hooked();
    sentTo(hook.world);
    expect(await hook.call(call)).toBe(401);
    expect(hook.written()).toEqual(hook.nothing);
  });

  it("but five minutes either way are none too many, and one right signature among several will do", async () => {
    const { call } = hooked();
    const at = (now: number, id: string) => signedCall(saying("email.delivered"), { now, id });
    expect(await call(at(testNow - minutes(5), "a"))).toBe(200);
    expect(await call(at(testNow + minutes(5), "b"))).toBe(200);
    const several = at(testNow, "c");
    several.headers["svix-signature"] = `v1,AAAA v1 ${several.headers["svix-signature"]}`;
    expect(await call(several)).toBe(200);
  });
});

describe("the address that is called", () => {
  it("is not there without a secret to tell the provider by", async () => {
    const { headers, body } = signedCall(saying("email.delivered"), { now: testNow });
    const front = frontOf(makeWorld());
    expect((await front("/hooks/resend", { method: "POST", headers, body })).status).toBe(404);
  });

  it("shows nothing, takes nothing but JSON, and takes no more than a report needs", async () => {
    const { front } = hooked();
    expect((await front("/hooks/resend")).status).toBe(405);
    const form = { "Content-Type": "text/plain" };
    expect((await front("/hooks/resend", { headers: form, body: "a=1" })).status).toBe(415);
    const large = "x".repeat(600 * 1024);
    expect(
      (await front("/hooks/resend", { headers: { "Content-Type": "application/json" }, body: large })).status,
    ).toBe(413);
  });

  it("is the only one open to others besides that of unsubscribing", async () => {
    const { front } = hooked();
    for (const path of ["/hooks/resend/x", "/hooks", "/sign-in", "/unsubscribe"]) {
      const answer = await front(path, { headers: { "Content-Type": "application/json" }, body: "{}" });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

describe("an address", () => {
  const optional = (world: World, email: string) =>
    isStopped(world, { toPersonId: null, toEmail: email, topic: "renewals" });

  it.each([
    ["came back for good", saying("email.bounced", "re_1", { bounce: { type: "Permanent" } }), "bounced"],
    ["was not even tried any more", saying("email.suppressed"), "bounced"],
    ["was called unwanted", saying("email.complained"), "complained"],
  ])("is stopped once mail to it %s: no optional mail goes there", async (_what, said, because) => {
    const { world, call, written } = hooked();
    const personId = sentTo(world);
    await call(signedCall(said, { now: testNow }));
    expect(written()).toMatchObject({
      stops: [{ email: "sam@example.org", because, since: Date.UTC(2026, 10, 3, 9, 59) }],
      audits: [
        {
          action: "notifications.address stopped",
          actorKind: "system",
          aboutPersonId: personId,
          screen: "POST /hooks/resend",
          detail: { because },
        },
      ],
    });
    expect(JSON.stringify(written().audits)).not.toContain("example.org");
    expect([isAddressStopped(world, " SAM@example.org"), optional(world, "sam@EXAMPLE.org")]).toEqual([
      true,
      "address stopped",
    ]);
    expect(isStopped(world, { toPersonId: personId, toEmail: "sam@example.org", topic: null })).toBeNull();
  });

  it.each([
    ["is full for now", saying("email.bounced", "re_1", { bounce: { type: "Transient" } })],
    ["took it late", saying("email.delivery_delayed")],
    ["was not reached through a fault of the provider's", saying("email.failed")],
  ])("goes on where it %s", async (_what, said) => {
    const { world, call } = hooked();
    sentTo(world);
    await call(signedCall(said, { now: testNow }));
    expect(isAddressStopped(world, "sam@example.org")).toBe(false);
  });

  it("of somebody who was erased since is not kept", async () => {
    const { world, call, written } = hooked();
    sentTo(world, "erased-1@invalid");
    await call(signedCall(saying("email.complained"), { now: testNow }));
    expect(written().stops).toEqual([]);
  });
});
