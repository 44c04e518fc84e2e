// Optional mail is stopped by the link in a letter: one topic of one person, by a button or a mail program's own press.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  isTopicStopped,
  readUnsubscribeToken,
  type Topic,
  unsubscribeToken,
} from "~/domain/notifications/notifications.server";
import { digestOf } from "../domain/support-check/ledger";
import { siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld, type World } from "../support/world";
import { frontOf } from "../web/front";

const isId = (world: World, id: string) => eq(world.tables.people.id, id);

const topics: Topic[] = ["evaluation reminders", "renewals", "weekly digest", "offer news"];

function linked(topic: Topic = "renewals") {
  const world = makeWorld();
  const personId = world.person({ name: "Sam Somebody" });
  const path = `/unsubscribe/${unsubscribeToken(testSettings.secret, { personId, topic })}`;
  const stopped = () => topics.filter((one) => isTopicStopped(world, personId, one));
  const audited = () =>
    world.db
      .select()
      .from(world.tables.auditEntries)
      .all()
      .map(({ action, actorKind, aboutPersonId, detail, screen }) => ({
        action,
        actorKind,
        aboutPersonId,
        detail,
        screen,
      }));
  return { world, personId, path, stopped, audited, visit: siteOf(world) };
}

describe("the token", () => {
  it.each(topics)("opens what it was signed for and nothing else: %s", (topic) => {
    const { world } = linked();
    const personId = world.ids.id();
    const token = unsubscribeToken("secret", { personId, topic });
    expect(readUnsubscribeToken("secret", token)).toEqual({ personId, topic });
    expect(readUnsubscribeToken("another", token)).toBeNull();
    for (const other of topics.filter((one) => one !== topic)) {
      const signed = token.slice(token.lastIndexOf("~"));
      expect(readUnsubscribeToken("secret", `${personId}~${other.replaceAll(" ", "-")}${signed}`)).toBeNull();
      expect(readUnsubscribeToken("secret", `another${token}`)).toBeNull();
    }
    expect(readUnsubscribeToken("secret", `${token}~`)).toBeNull();
    expect(readUnsubscribeToken("secret", "")).toBeNull();
  });
});

describe("the page", () => {
  it("says what would stop, stops nothing by being looked at, and tells nothing of whose it is", async () => {
    const { world, visit, path, stopped } = linked();
    const before = digestOf(world.db);
    for (let time = 0; time < 3; time++) await visit(path);
    const page = await visit(path);
    expect([digestOf(world.db), stopped()]).toEqual([before, []]);
    expect(titleOf(page)).toBe("Stop these emails: Certificates that run out – Joint training");
    expect(wordsOf(page)).toContain("Do you want to stop these emails? Certificates that run out.");
    expect(page.html).not.toContain("Sam Somebody");
    expect(page.html).not.toContain("police.example.org");
  });

  it("stops exactly that topic with its button, once, and gives it back on request", async () => {
    const { visit, path, stopped, audited, personId } = linked();
    for (let time = 0; time < 2; time++) {
      const answer = await visit(path, { form: { wanted: "stop" } });
      expect([answer.status, answer.to]).toEqual([303, path]);
      expect(stopped()).toEqual(["renewals"]);
    }
    const page = await visit(path);
    expect(wordsOf(page)).toContain("These emails are stopped");
    expect(wordsOf(page)).toContain("Send me these emails again");
    for (let time = 0; time < 2; time++) await visit(path, { form: { wanted: "take back" } });
    expect(stopped()).toEqual([]);
    const entry = {
      actorKind: "stranger",
      aboutPersonId: personId,
      detail: { topic: "renewals" },
      screen: "POST /unsubscribe/[secret]",
    };
    expect(audited()).toEqual([
      { action: "notifications.topic stopped", ...entry },
      { action: "notifications.topic taken back", ...entry },
    ]);
  });

  it.each(["nonsense", "a~renewals~b", "%7E~~"])(
    "is not there for an address that nobody signed: %s",
    async (token) => {
      const { visit, stopped } = linked();
      const path = `/unsubscribe/${token}`;
      expect((await visit(path)).status).toBe(404);
      expect((await visit(path, { form: { wanted: "stop" } })).status).toBe(404);
      expect(stopped()).toEqual([]);
    },
  );

  it("is not there once the person was erased, and stops the mail of the account that took theirs over", async () => {
    const { world, visit, path, personId } = linked();
    const kept = world.person();
    const { people } = world.tables;
    world.db.update(people).set({ disabledAt: 1 }).run();
    world.db.update(people).set({ mergedIntoId: kept }).where(isId(world, personId)).run();
    expect((await visit(path, { form: { wanted: "stop" } })).status).toBe(303);
    expect([isTopicStopped(world, kept, "renewals"), isTopicStopped(world, personId, "renewals")]).toEqual([
      true,
      false,
    ]);
    world.db.update(people).set({ erasedAt: 1 }).where(isId(world, personId)).run();
    expect((await visit(path)).status).toBe(404);
    expect((await visit(path, { form: { wanted: "stop" } })).status).toBe(404);
  });
});

describe("a mail program's one press (RFC 8058)", () => {
  const front = () => {
    const one = linked("weekly digest");
    const { personId } = one;
    const token = unsubscribeToken("a secret for tests, long enough to be one", {
      personId,
      topic: "weekly digest",
    });
    return { ...one, path: `/unsubscribe/${token}`, ask: frontOf(one.world) };
  };
  const boundary = "xyz";
  const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;

  it.each([
    ["as a form", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
    ["as a form in parts", `multipart/form-data; boundary=${boundary}`, multipart],
  ])("stops the topic from anywhere, without cookies, %s", async (_how, type, body) => {
    const { ask, path, stopped } = front();
    const senders: Record<string, string>[] = [
      {},
      { Origin: "https://mail.example.net", "Sec-Fetch-Site": "cross-site" },
    ];
    for (const headers of senders) {
      const answer = await ask(path, { method: "POST", headers: { "Content-Type": type, ...headers }, body });
      expect(answer.status).toBe(303);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(stopped()).toEqual(["weekly digest"]);
    }
  });

  it("needs the right address: others are refused as ever", async () => {
    const { ask, path, stopped } = front();
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site" };
    const body = "List-Unsubscribe=One-Click";
    expect((await ask(`${path}x`, { headers, body })).status).toBe(404);
    expect((await ask(`${path}/more`, { headers, body })).status).toBe(403);
    expect((await ask("/my/account/messages", { headers, body })).status).toBe(403);
    expect(stopped()).toEqual([]);
  });
});
