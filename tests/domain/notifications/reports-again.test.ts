// The provider says things twice, late and out of order: how a letter fared, and whether its address is stopped, end the same.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  isAddressStopped,
  readTimeline,
  receiveReport,
  trustAddress,
} from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { makeWorld, testNow } from "../../support/world";
import { saying, signedCall, webhookSecret } from "./provider-call";

const at = (minute: number) => new Date(testNow - minutes(30 - minute)).toISOString();
const reports = {
  sent: { ...saying("email.sent"), created_at: at(1) },
  delivered: { ...saying("email.delivered"), created_at: at(2) },
  // It names a second letter, too.
  opened: { ...saying("email.opened", "re_1", { tags: { letter: "letter-2" } }), created_at: at(3) },
  full: { ...saying("email.bounced", "re_1", { bounce: { type: "Transient" } }), created_at: at(3) },
  bounced: { ...saying("email.bounced", "re_1", { bounce: { type: "Permanent" } }), created_at: at(4) },
  /** From another server of theirs, perhaps: mail that came back was taken first. */
  taken: { ...saying("email.delivered"), created_at: at(6) },
  complained: { ...saying("email.complained"), created_at: at(5) },
};
type Word = keyof typeof reports;

/** Somebody whose letter the provider calls "re_1". `hear` gives what they and we then know. */
function someone() {
  const world = makeWorld();
  const personId = world.person();
  const email = `${personId}@police.example.org`;
  world.db
    .insert(world.tables.outbox)
    .values({
      ...{ id: "letter-1", key: "one", kind: "welcome", toPersonId: personId, toEmail: email, facts: {} },
      ...{ priority: 4, state: "sent", createdAt: testNow, dueAt: testNow, providerId: "re_1" },
    })
    .run();
  const hear = (...words: Word[]) => {
    for (const word of words) {
      const { headers, body } = signedCall(reports[word], { now: world.clock.now(), id: `msg_${word}` });
      const header = (name: string) => headers[name] ?? null;
      const signed = {
        id: header("svix-id"),
        timestamp: header("svix-timestamp"),
        signature: header("svix-signature"),
      };
      const call = { secret: webhookSecret, headers: signed, body: Buffer.from(body) };
      expect(receiveReport(world.asSystem, call)).toBe("heeded");
    }
    const [letter] = readTimeline(world.as(personId), personId, { number: 1, size: 5 }).letters;
    return { fate: letter?.fate, stopped: isAddressStopped(world, email) };
  };
  const another = (id: string) =>
    world.db
      .insert(world.tables.outbox)
      .values({
        ...{ id, key: id, kind: "welcome", toPersonId: world.person(), toEmail: "a@example.org", facts: {} },
        ...{ priority: 4, state: "sent", createdAt: testNow, dueAt: testNow },
      })
      .run();
  const stops = () =>
    world.db
      .select()
      .from(world.tables.auditEntries)
      .where(eq(world.tables.auditEntries.action, "notifications.address stopped"))
      .all().length;
  const trust = () => trustAddress(world.as(personId));
  return { hear, trust, another, stops };
}

/** Every order of some words. */
const orders = (words: Word[]): Word[][] =>
  words.length < 2
    ? [words]
    : words.flatMap((word) => orders(words.filter((one) => one !== word)).map((rest) => [word, ...rest]));

test.each<[string, Word[], boolean]>([
  ["opened", ["sent", "delivered", "opened"], false],
  ["came back", ["sent", "delivered", "bounced"], true],
  ["came back", ["sent", "full", "bounced"], true],
  ["came back", ["bounced", "taken"], true],
  ["called unwanted", ["delivered", "opened", "complained"], true],
])("a letter %s, whatever is told first: %s", (fate, words, stopped) => {
  for (const order of orders(words))
    expect([order, someone().hear(...order)]).toEqual([order, { fate, stopped }]);
});

test("told again after its owner said that the address works, an old report does not stop it again", () => {
  const { hear, trust } = someone();
  expect(hear("bounced").stopped).toBe(true);
  trust();
  expect(hear("bounced").stopped).toBe(false);
  // A new one does.
  expect(hear("complained").stopped).toBe(true);
});

test("a report is about the letter that the provider calls so, whatever else it names", () => {
  const { hear, another } = someone();
  another("letter-2");
  expect(hear("opened").fate).toBe("opened");
});

test("an address that is stopped is not stopped again by the next report", () => {
  const { hear, stops } = someone();
  hear("bounced", "complained");
  expect(stops()).toBe(1);
});
