// The mail tray: there in a demonstration, never in production; its links work.
import { expect, test } from "vitest";
import { loader as list } from "~/routes/mail-tray._index/route";
import { paragraphsOf } from "~/routes/mail-tray.$id/letter-text";
import { loader as letter } from "~/routes/mail-tray.$id/route";
import { readSettings, type Settings } from "~/settings.server";
import { runDue } from "~/worker.server";
import { answerOf, testSettings, webOf } from "../support/web";
import { makeWorld } from "../support/world";

async function mailWorld() {
  const world = makeWorld();
  const web = webOf(world);
  const ann = world.person({ name: "Ann Learner" });
  world.book(world.session(), ann);
  world.book(world.session(), world.person());
  await runDue({ db: world.db, clock: world.clock, ids: world.ids, settings: testSettings });
  const see = async (query = "", settings: Settings = testSettings) => {
    const visit = await web.visit(`/mail-tray${query}`);
    return list({ ...visit, context: { ...visit.context, settings } });
  };
  const open = async (id: string, settings: Settings = testSettings) => {
    const visit = await web.visit(`/mail-tray/${id}`, { params: { id } });
    return letter({ ...visit, context: { ...visit.context, settings } });
  };
  return { ...world, ann, see, open };
}

test("a turn of the worker stays short; the jobs that run once send everything that is due", async () => {
  const { db, clock, ids, tables, ...world } = makeWorld();
  world.book(world.session(), world.person());
  const letter = db.select().from(tables.outbox).get();
  if (!letter) throw new Error("Nothing was written.");
  const more = Array.from({ length: 49 }, () => ({ ...letter, id: ids.id(), key: ids.id(), stream: null }));
  db.insert(tables.outbox).values(more).run();
  const means = { db, clock, ids, settings: testSettings };
  expect((await runDue(means)).messagesSent).toBe(20);
  expect((await runDue({ ...means, lettersAtMost: Infinity })).messagesSent).toBe(30);
});

test("the newest letters are listed, and can be found by address", async () => {
  const world = await mailWorld();
  expect((await world.see()).letters).toHaveLength(2);
  const { letters } = await world.see(`?q=${world.ann.toUpperCase()}@police.example.org`);
  expect(letters).toMatchObject([{ toEmail: `${world.ann}@police.example.org`, state: "sent" }]);
  expect((await world.see("?q=nobody@example.org")).letters).toEqual([]);
});

test("a letter is shown as text with its calendar entry, and its links lead to this service", async () => {
  const world = await mailWorld();
  const [first] = (await world.see(`?q=${world.ann}@police.example.org`)).letters;
  const shown = await world.open(first?.id ?? "");
  expect(shown).toMatchObject({ to: `${world.ann}@police.example.org`, calendar: { method: "REQUEST" } });
  const hrefs = shown.paragraphs.flat(2).flatMap((piece) => piece.href ?? []);
  expect(hrefs.length).toBeGreaterThan(0);
  for (const href of hrefs) expect(href).toMatch(/^\//);
  expect(await answerOf(world.open("no such letter"))).toMatchObject({ status: 404 });
});

test("in production, or where messages really leave, there is no mail tray", async () => {
  const world = await mailWorld();
  const production = readSettings({
    NODE_ENV: "production",
    DATABASE_PATH: "/data/offer.db",
    PUBLIC_URL: "https://training.example.org",
    SECRET: "a secret for tests, long enough to be one",
    MAIL_FROM: "training@example.org",
    RESEND_API_KEY: "re_key",
  });
  const sending = readSettings({ NODE_ENV: "development", RESEND_API_KEY: "re_key" });
  const demo = readSettings({ NODE_ENV: "production", DEMO: "1" });
  const [first] = (await world.see()).letters;
  for (const settings of [production, sending]) {
    expect(await answerOf(world.see("", settings))).toMatchObject({ status: 404 });
    expect(await answerOf(world.open(first?.id ?? "", settings))).toMatchObject({ status: 404 });
  }
  expect((await world.see("", demo)).letters).toHaveLength(2);
});

test("only this service's own addresses become links, and words around them stay words", () => {
  const at = "http://localhost:3000";
  const text = `Hello\n\nAnswer at ${at}/evaluate/a~T2~b. Or see (${at}/my),\r\n${at}\nhttps://elsewhere.example.org and ${at}1/x`;
  expect(paragraphsOf(text, at)).toEqual([
    [[{ text: "Hello", href: null }]],
    [
      [
        { text: "Answer at ", href: null },
        { text: `${at}/evaluate/a~T2~b`, href: "/evaluate/a~T2~b" },
        { text: ". Or see (", href: null },
        { text: `${at}/my`, href: "/my" },
        { text: "),", href: null },
      ],
      [{ text: at, href: "/" }],
      [
        { text: "https://elsewhere.example.org and ", href: null },
        { text: `${at}1/x`, href: null },
      ],
    ],
  ]);
});
