// My messages: what I was sent and how it fared, what may be stopped, news, and an address that mail does not reach.
import { describe, expect, it } from "vitest";
import { isAddressStopped, readChoices } from "~/domain/notifications/notifications.server";
import { watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld, testNow, type World } from "../support/world";

const path = "/my/account/messages";
type Form = Record<string, string | string[]>;

function opened(roles: "agency_lead"[] = []) {
  const world = makeWorld();
  const sam = world.person({ name: "Sam Somebody", roles });
  const visit = siteOf(world);
  const page = (query = "") => visit(path + query, { as: sam });
  return { world, sam, visit, page, send: (form: Form) => visit(path, { as: sam, form }) };
}

let count = 0;
function letter(
  world: World,
  toPersonId: string,
  more: Partial<typeof world.tables.outbox.$inferInsert> = {},
) {
  count += 1;
  const id = `letter-${String(count).padStart(3, "0")}`;
  world.db
    .insert(world.tables.outbox)
    .values({
      id,
      key: id,
      kind: "welcome",
      toPersonId,
      toEmail: `${toPersonId}@police.example.org`,
      facts: {},
      priority: 4,
      state: "sent",
      createdAt: testNow,
      dueAt: testNow,
      sentAt: testNow,
      ...more,
    })
    .run();
  return id;
}

type Kind = World["tables"]["deliveryReports"]["$inferInsert"]["kind"];
const report = (world: World, messageId: string, kind: Kind, lasting: boolean | null = null, at = testNow) =>
  world.db
    .insert(world.tables.deliveryReports)
    .values({ id: `${messageId}-${kind}-${at}`, messageId, kind, lasting, at, receivedAt: testNow })
    .run();

const stop = (world: World, personId: string, because: "bounced" | "complained" = "bounced") =>
  world.db
    .insert(world.tables.addressStops)
    .values({ email: `${personId}@police.example.org`, because, since: testNow })
    .run();

describe("what I was sent", () => {
  it("is nobody else's to see, and asks strangers to sign in", async () => {
    const { world, visit, page } = opened();
    letter(world, world.person(), { subject: "For somebody else" });
    expect((await page()).html).not.toContain("For somebody else");
    expect(await visit(path)).toMatchObject({ status: 302, to: "/sign-in?to=%2Fmy%2Faccount%2Fmessages" });
  });

  it("says that there is nothing, where there is nothing", async () => {
    const { page } = opened();
    const shown = await page();
    expect([titleOf(shown), brokenReferences(shown)]).toEqual(["Your messages – Joint training", []]);
    expect(wordsOf(shown)).toContain("No messages here");
  });

  it.each<[string, (world: World, id: string) => void, Partial<World["tables"]["outbox"]["$inferInsert"]>]>([
    ["Waiting to be sent", () => {}, { state: "waiting", sentAt: null }],
    ["Sent Tuesday 3 November 2026", () => {}, {}],
    ["Delivered", (world, id) => report(world, id, "delivered"), {}],
    [
      "Opened",
      (world, id) => {
        report(world, id, "opened");
        report(world, id, "delivered");
        report(world, id, "sent");
      },
      {},
    ],
    ["Sent, not delivered yet", (world, id) => report(world, id, "delayed"), {}],
    [
      "Came back",
      (world, id) => {
        report(world, id, "delivered");
        report(world, id, "bounced", true);
      },
      {},
    ],
    ["Came back for now", (world, id) => report(world, id, "bounced", false), {}],
    ["Called unwanted", (world, id) => report(world, id, "complained"), {}],
    ["Not sent", () => {}, { state: "failed", sentAt: null }],
    ["May not have arrived", () => {}, { state: "unsure", sentAt: null }],
    ["Delivered", (world, id) => report(world, id, "delivered"), { state: "unsure", sentAt: null }],
    [
      "Not sent: a later message says it",
      () => {},
      { state: "dropped", droppedBecause: "superseded", sentAt: null },
    ],
    [
      "Not sent: such messages were stopped",
      () => {},
      { state: "dropped", droppedBecause: "topic stopped", sentAt: null },
    ],
  ])("reads: %s", async (words, said, more) => {
    const { world, sam, page } = opened();
    said(world, letter(world, sam, { subject: "Welcome", ...more }));
    expect(wordsOf(await page())).toContain(`Welcome ${words}`);
  });

  it("comes a page at a time, the newest first; a page out of range leads back", async () => {
    const { world, sam, page } = opened();
    for (let n = 1; n <= 6; n++)
      letter(world, sam, { subject: `Letter number ${n}.`, createdAt: testNow + n });
    expect(wordsOf(await page())).toContain("Letter number 6.");
    expect(wordsOf(await page())).not.toContain("Letter number 1.");
    expect(wordsOf(await page("?page=2"))).toContain("Letter number 1.");
    for (const odd of ["?page=9", "?page=-1", "?page=x", "?page=1e99"])
      expect((await page(odd)).status).toBe(200);
  });

  it("says what is planned", async () => {
    const { world, sam, page } = opened();
    const planned = { kind: "reminder", personId: sam, dueAt: testNow + 3_600_000, changedAt: testNow };
    const { reminders } = world.tables;
    world.db
      .insert(reminders)
      .values({ ...planned, id: "r1", key: "r1", bookingId: "b", state: "planned" })
      .run();
    world.db
      .insert(reminders)
      .values({ ...planned, id: "r2", key: "r2", kind: "welcome", state: "sent" })
      .run();
    const shown = await page();
    expect(wordsOf(shown)).toMatch(/To come Reminder of the training : Tuesday 3 November 2026 at 11am/);
    expect(shown.html).toContain('href="/bookings/b"');
  });
});

describe("what I may stop", () => {
  it("is what I leave unticked; what I was not shown stays as it was; the same again changes nothing", async () => {
    const { world, sam, send } = opened();
    const added = watch(world);
    for (let time = 0; time < 2; time++) {
      const answer = await send({ intent: "topics", topics: "renewals" });
      expect(answer).toMatchObject({ status: 303, to: `${path}?done=topics` });
      expect(readChoices(world, sam)).toEqual({ stopped: ["evaluation reminders"], news: [] });
    }
    expect(added().audit).toMatchObject([
      {
        action: "notifications.topic stopped",
        actorPersonId: sam,
        aboutPersonId: sam,
        detail: { topic: "evaluation reminders" },
      },
    ]);
    await send({ intent: "topics", topics: ["renewals", "evaluation reminders", "nonsense"] });
    expect(readChoices(world, sam).stopped).toEqual([]);
    expect(added().audit.length).toBe(2);
  });

  it("is the weekly summary only for those who get one", async () => {
    expect(wordsOf(await opened().page())).not.toContain("weekly summary");
    const lead = opened(["agency_lead"]);
    expect(wordsOf(await lead.page())).toContain("The weekly summary for your agency");
    await lead.send({ intent: "topics" });
    expect(readChoices(lead.world, lead.sam).stopped).toEqual([
      "evaluation reminders",
      "renewals",
      "weekly digest",
    ]);
  });
});

describe("news of the offer", () => {
  it("comes for what I tick, ends when I untick it, and a stop by a letter's link ends with a new choice", async () => {
    const { world, sam, send, page } = opened();
    const added = watch(world);
    for (let time = 0; time < 2; time++) {
      await send({ intent: "news", news: ["board/KIDS", "theme/neglect", "board/NOSUCH"] });
      expect(readChoices(world, sam).news).toEqual(["board/KIDS", "theme/neglect"]);
    }
    expect(added().audit).toMatchObject([{ action: "notifications.news chosen", detail: { chosen: 2 } }]);
    world.db
      .insert(world.tables.topicStops)
      .values({ personId: sam, topic: "offer news", stoppedAt: testNow })
      .run();
    expect(wordsOf(await page())).toContain("You have stopped this news by the link in an email.");
    await send({ intent: "news", news: ["board/KIDS"] });
    expect(readChoices(world, sam)).toEqual({ stopped: [], news: ["board/KIDS"] });
    await send({ intent: "news" });
    expect(readChoices(world, sam).news).toEqual([]);
    expect(added().audit.map(({ action, detail }) => [action, detail])).toEqual([
      ["notifications.news chosen", { chosen: 2 }],
      ["notifications.topic taken back", { topic: "offer news" }],
      ["notifications.news chosen", { chosen: 1 }],
      ["notifications.news chosen", { chosen: 0 }],
    ]);
  });
});

describe("an address that mail does not reach", () => {
  const told = (sam: string) => `We cannot reach you at ${sam}@police.example.org.`;
  it("is told on every page, to that person alone, with what to do", async () => {
    const { world, sam, visit } = opened();
    const other = world.person();
    stop(world, sam);
    for (const one of ["/", "/courses", "/my", path]) {
      const shown = await visit(one, { as: sam });
      expect([wordsOf(shown).includes(told(sam)), brokenReferences(shown)]).toEqual([true, []]);
    }
    for (const as of [other, undefined])
      expect(wordsOf(await visit("/", { as }))).not.toContain("We cannot reach you");
  });

  it("is told no more once they say that it works, which is said once", async () => {
    const { world, sam, send, page } = opened();
    stop(world, sam);
    const added = watch(world);
    for (let time = 0; time < 2; time++)
      expect(await send({ intent: "works" })).toMatchObject({ status: 303, to: `${path}?done=works` });
    expect(isAddressStopped(world, `${sam}@police.example.org`)).toBe(false);
    expect(wordsOf(await page())).not.toContain("We cannot reach you");
    expect(added().audit).toMatchObject([
      { action: "notifications.address works again", aboutPersonId: sam, detail: { because: "bounced" } },
    ]);
  });

  it("is only theirs to call working: another's stays stopped", async () => {
    const { world, send } = opened();
    const other = world.person();
    stop(world, other);
    await send({ intent: "works" });
    expect(isAddressStopped(world, `${other}@police.example.org`)).toBe(true);
  });

  it("where mail was called unwanted, is told on this page only", async () => {
    const { world, sam, visit, page } = opened();
    stop(world, sam, "complained");
    expect(wordsOf(await visit("/my", { as: sam }))).not.toContain("unwanted");
    expect(wordsOf(await page())).toContain("marked as unwanted at your address");
  });
});
