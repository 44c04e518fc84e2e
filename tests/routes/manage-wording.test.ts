// Coordinators look after the words of the letters.
import { wordings } from "db/schema";
import { templates } from "emails/templates";
import { describe, expect, test } from "vitest";
import { letterGroups } from "~/web/letter-words";
import { kindInWords } from "~/web/message-words";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const address = "/manage/messages/wording";
const own = templates["booking waiting"].words;
const filled = (more: Record<string, string> = {}) => ({
  ...own,
  basedOn: "",
  sample: "0",
  intent: "save",
  ...more,
});

function wordingWorld() {
  const world = makeWorld();
  const visit = siteOf(world);
  const see = async (path: string, form?: Record<string, string>) => {
    const page = await visit(`${address}${path}`, { as: world.coordinator, form });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const saved = () => world.db.select().from(wordings).all();
  return { ...world, see, saved };
}

test("every letter is in the list once, with who gets it and when, and which were changed", async () => {
  const { see } = wordingWorld();
  const kinds = letterGroups.flatMap((group) => group.kinds);
  expect([...kinds].sort()).toEqual(Object.keys(templates).sort());
  expect(wordsOf(await see(""))).toContain(
    "Place offered The next on the waiting list A place is held for them Offer over",
  );
  expect(wordsOf(await see(""))).not.toContain("Changed");
  await see("/booking-waiting", filled({ heading: "You are in the queue" }));
  const after = wordsOf(await see(""));
  expect(after).toContain(
    "On the waiting list Whoever books a full session They join the waiting list Changed",
  );
  for (const kind of kinds) expect(after).toContain(kindInWords[kind]);
});

test("a letter's page shows its words, its placeholders with examples, and no history at first", async () => {
  const { see } = wordingWorld();
  const page = await see("/booking-waiting");
  const words = wordsOf(page);
  expect(page.html).toContain(own.body.slice(0, 40));
  expect(words).toContain("{{turn}} Where they stand on the waiting list There are 2 people ahead of you.");
  expect(words).toContain("Has to be in the letter. Has a paragraph to itself.");
  expect(words).toContain("Nobody has changed this letter.");
  expect(words).not.toContain("Go back to these words");
  expect((await see("/no-such-letter")).status).toBe(404);
});

describe("a preview", () => {
  test("shows the real letter in a frame that can do nothing, keeps what was typed, and saves nothing", async () => {
    const { see, saved } = wordingWorld();
    const body = `${own.body}\n\nA line <b>of mine</b> with **weight**.`;
    const page = await see(
      "/booking-waiting",
      filled({ intent: "preview", body, subject: "Queue: {{courseAndDate}}" }),
    );
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("Subject: Queue: An Invented Course about Listening, 24 November 2026");
    expect(page.html).toMatch(/<iframe[^>]*sandbox=""[^>]*srcDoc="/i);
    expect(page.html).toContain("&lt;strong&gt;weight&lt;/strong&gt;");
    expect(page.html).toContain("&amp;lt;b&amp;gt;of mine");
    expect(page.html).not.toContain("<b>of mine");
    expect(wordsOf(page)).toContain("There are 2 people ahead of you.");
    expect(saved()).toEqual([]);
  });

  test("shows the other ways in which it turns out, and names long sentences", async () => {
    const { see } = wordingWorld();
    const long = `${"word ".repeat(26)}end.`;
    const page = await see(
      "/booking-waiting",
      filled({ intent: "preview", sample: "1", body: `${own.body}\n\n${long}` }),
    );
    expect(wordsOf(page)).toContain("You are first on the waiting list.");
    expect(wordsOf(page)).toContain("This sentence has more than 25 words.");
  });

  test("of words that could not be saved says why", async () => {
    const { see } = wordingWorld();
    const page = await see("/booking-waiting", filled({ intent: "preview", body: "{{turn}}" }));
    expect(page.status).toBe(400);
    expect(page.html).not.toContain("<iframe");
  });
});

describe("saving", () => {
  test("puts the words in use, and the history says who; earlier ones are used again by saving them", async () => {
    const { see, saved } = wordingWorld();
    const done = await see("/booking-waiting", filled({ heading: "First words" }));
    expect(done.to).toBe(`${address}/booking-waiting?done=saved`);
    const page = await see("/booking-waiting?done=saved");
    expect(wordsOf(page)).toContain("The words are saved. Letters have them from now on");
    expect(page.html).toContain('value="First words"');
    const [first] = saved();
    await see("/booking-waiting", filled({ heading: "Second words", basedOn: String(first?.id) }));
    const again = await see(`/booking-waiting?again=${first?.id}`);
    expect(again.html).toContain('value="First words"');
    expect(wordsOf(again)).toContain("They are used again once you save them.");
    expect(saved()).toHaveLength(2);
  });

  test("the words it came with are one press away", async () => {
    const { see, saved } = wordingWorld();
    await see("/booking-waiting", filled({ heading: "First words" }));
    expect(wordsOf(await see("/booking-waiting"))).toContain("Go back to these words");
    const restored = await see("/booking-waiting", { intent: "restore" });
    expect(restored.to).toBe(`${address}/booking-waiting?done=restored`);
    expect(saved()).toHaveLength(2);
    expect((await see("/booking-waiting")).html).toContain(`value="${own.heading}"`);
  });

  test("says beside each field what to put right, and keeps what was typed", async () => {
    const { see, saved } = wordingWorld();
    const page = await see(
      "/booking-waiting",
      filled({ subject: "x".repeat(121), heading: "{{nobody}}", body: "{{turn}} [x](http://a.example)" }),
    );
    expect(page.status).toBe(400);
    expect(errorSummaryOf(page).map(({ message }) => message)).toEqual([
      "Subject must be 120 characters or less",
      "The heading has {{nobody}}, which this letter does not know. Use those in the list below",
      "Start the link to http://a.example with https://, mailto: or /. A placeholder cannot be part of it. Put {{details}} and {{booking}} back into the letter: people need them",
    ]);
    expect(page.html).toContain("{{turn}} [x](http://a.example)");
    expect(saved()).toEqual([]);
  });

  test("does not overwrite unseen what a colleague saved meanwhile", async () => {
    const { see, saved } = wordingWorld();
    await see("/booking-waiting", filled({ heading: "Theirs" }));
    const page = await see("/booking-waiting", filled({ heading: "Mine" }));
    expect(page.status).toBe(409);
    expect(errorSummaryOf(page)[0]?.message).toContain("Somebody saved other words meanwhile");
    const basedOn = /name="basedOn" value="(\d+)"/.exec(page.html)?.[1] ?? "";
    expect((await see("/booking-waiting", filled({ heading: "Mine", basedOn }))).to).toContain("done=saved");
    expect(saved().map(({ heading }) => heading)).toEqual(["Theirs", "Mine"]);
  });
});

test("words that no longer fit this version are named, and can be put right", async () => {
  const world = wordingWorld();
  world.db
    .insert(wordings)
    .values({ kind: "booking waiting", ...own, body: "{{gone}}", savedAt: 1, savedBy: world.coordinator })
    .run();
  const page = await world.see("/booking-waiting");
  expect(wordsOf(page)).toContain("The saved words no longer fit this version");
  expect(page.html).toContain("{{gone}}");
});
