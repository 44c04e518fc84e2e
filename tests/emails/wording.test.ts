// The words of every letter: those it comes with are sound, changed ones are used, and unfit ones never stop a letter.
import { composer } from "emails/compose";
import { placeholderInWords } from "emails/placeholder-words";
import { sampleBooking, sampleHouse, sampleInstant, sampleRecipient, samples } from "emails/samples";
import { templates } from "emails/templates";
import { contentOf } from "emails/worded";
import {
  cameWith,
  fits,
  placeholdersOf,
  previewLetter,
  sampleTitles,
  wordedKinds,
} from "emails/wording-desk";
import { describe, expect, test } from "vitest";
import {
  longSentences,
  type MessageFacts,
  type MessageKind,
  type Words,
  wordingProblems,
} from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const about = { to: sampleRecipient, at: sampleInstant };
const own = templates["booking confirmed"].words;
const composed = (words: Words | null, facts: MessageFacts["booking confirmed"] = sampleBooking) =>
  compose("booking confirmed", facts, { ...about, words });

const keysOf = <Kind extends MessageKind>(kind: Kind) =>
  samples[kind].map(({ facts }) => {
    const { values, pieces } = contentOf(templates[kind], facts, sampleHouse);
    return [Object.keys(values).sort(), Object.keys(pieces).sort()];
  });

describe.each(wordedKinds())("%s", (kind) => {
  test("comes with words that could be saved", () => {
    const { words, shape } = cameWith(kind);
    expect(wordingProblems(words, shape)).toEqual([]);
    expect(longSentences(words)).toEqual([]);
  });

  test("has the same placeholders whatever the facts, each by one name", () => {
    const [first, ...others] = keysOf(kind);
    for (const other of others) expect(other).toEqual(first);
    const { shape } = cameWith(kind);
    expect(shape.values.filter((name) => shape.pieces.includes(name))).toEqual([]);
    for (const name of [...shape.needed, ...shape.personal])
      expect([...shape.values, ...shape.pieces]).toContain(name);
  });

  test("says of each placeholder what it stands for and gives an example", async () => {
    for (const { name, example } of await placeholdersOf(kind)) {
      expect(placeholderInWords(kind, name), name).not.toBeNull();
      expect(example, name).not.toMatch(/undefined|\[object/);
    }
  });

  test("its line beside the subject knows only its own placeholders", () => {
    const names = [...(templates[kind].opening ?? "").matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    for (const name of names) expect(cameWith(kind).shape.values).toContain(name);
  });

  test("can be previewed in each of its ways, with the service's own name", async () => {
    const house = {
      partnership: { ...sampleHouse.partnership, serviceName: "Our own name" },
      publicUrl: "https://own.example",
    };
    for (const which of sampleTitles(kind).keys()) {
      const { html, text } = await previewLetter(kind, { words: cameWith(kind).words, which, house });
      expect(text).toContain("Our own name");
      expect(html).not.toContain("localhost");
    }
  });
});

const changed: Words = {
  subject: "Hurray: {{courseAndDate}}",
  heading: "You are in!",
  body: "Dear colleague, **welcome** to [our courses](/courses).\n\n{{details}}\n\n{{howToJoin}}\n\n{{booking}}\n\n{{calendar}}",
};

describe("changed words", () => {
  test("are the letter's: subject, heading, body, with facts filled in", async () => {
    const { subject, html, text, calendar } = await composed(changed);
    expect(subject).toBe("Hurray: An Invented Course about Listening, 24 November 2026");
    expect(html).toMatch(/<h1[^>]*>You are in!<\/h1>/);
    expect(html).toContain("<strong>welcome</strong>");
    expect(html).toContain('href="https://training.example/courses"');
    expect(text).toContain(sampleBooking.place);
    expect(text).toContain("Hello Sam Sample,");
    expect(text).not.toContain("Then someone else can have the place.");
    expect(calendar?.method).toBe("REQUEST");
  });

  test("facts that look like Markdown, HTML or placeholders stay text, in the subject too", async () => {
    const courseTitle = "**Big** [x](https://evil.example) {{reference}} <img src=x>";
    const { subject, html, text } = await composed(changed, { ...sampleBooking, courseTitle });
    expect(subject).toBe(`Hurray: ${courseTitle}, 24 November 2026`);
    expect(text).toContain(courseTitle);
    expect(html).not.toContain('evil.example"');
    expect(html).not.toContain("<img");
  });

  test.each([
    ["an unknown placeholder", { ...changed, body: `${changed.body}\n\n{{gone}}` }],
    ["a missing piece", { ...changed, body: "Only {{calendar}}" }],
    ["an unsafe link", { ...changed, body: `${changed.body}\n\n[x](javascript:alert(1))` }],
    ["no subject", { ...changed, subject: "" }],
  ])("that no longer fit, with %s, give way to those it came with", async (_why, words) => {
    expect(fits("booking confirmed", words)).toBe(false);
    expect(await composed(words)).toEqual(await composed(null));
  });

  test("no words are the same as the words it came with", async () => {
    expect(await composed(own)).toEqual(await composed(null));
  });
});

test("the preview of optional mail shows how to stop it; that of other mail does not", async () => {
  const shown = async (kind: MessageKind, which = 0) =>
    (await previewLetter(kind, { words: cameWith(kind).words, which, house: sampleHouse })).text;
  expect(await shown("offer news")).toContain("Stop these emails");
  expect(await shown("booking confirmed")).not.toContain("Stop these emails");
});

describe("what is said against words", () => {
  const { shape } = cameWith("manager evaluation");
  const good = templates["manager evaluation"].words;
  const problems = (words: Partial<Words>) => wordingProblems({ ...good, ...words }, shape);
  const body = (more: string) => ({ body: `${good.body}\n\n${more}` });

  test.each([
    [{ subject: " " }, [{ field: "subject", problem: "empty" }]],
    [{ subject: "x".repeat(121) }, [{ field: "subject", problem: "too long" }]],
    [{ subject: "x".repeat(120) }, []],
    [{ subject: "About {{learner}}" }, [{ field: "subject", problem: "personal", name: "learner" }]],
    [{ heading: "About {{learner}}" }, []],
    [{ subject: "{{answer}}" }, [{ field: "subject", problem: "piece", name: "answer" }]],
    [{ heading: "{{nobody}} {{nobody}}" }, [{ field: "heading", problem: "unknown", name: "nobody" }]],
    [{ heading: "{{course" }, [{ field: "heading", problem: "unfinished" }]],
    [{ heading: "a\nb" }, [{ field: "heading", problem: "line break" }]],
    [{ body: "" }, [{ field: "body", problem: "empty" }]],
    [{ body: `${good.body}${"x".repeat(5000)}` }, [{ field: "body", problem: "too long" }]],
    [body("{{nobody}}"), [{ field: "body", problem: "unknown", name: "nobody" }]],
    [body("Here: {{answer}}"), [{ field: "body", problem: "not alone", name: "answer" }]],
    [body("**{{answer}}**"), [{ field: "body", problem: "not alone", name: "answer" }]],
    [body("a {{ b"), [{ field: "body", problem: "unfinished" }]],
    [body("[x](http://x.example)"), [{ field: "body", problem: "link", name: "http://x.example" }]],
    [
      body("[x](https://x.example/{{course}})"),
      [{ field: "body", problem: "link", name: "https://x.example/%7B%7Bcourse%7D%7D" }],
    ],
    [
      { body: "{{learner}}" },
      ["course", "answer", "answerBy"].map((name) => ({ field: "body", problem: "missing", name })),
    ],
  ] as const)("%j", (words, expected) => {
    expect(problems(words)).toEqual(expected);
  });

  test("an escaped placeholder does not count as there", () => {
    expect(problems({ body: good.body.replace("{{answer}}", "\\{{answer}}") })).toContainEqual({
      field: "body",
      problem: "missing",
      name: "answer",
    });
  });

  test("sentences of more than 25 words are named; a placeholder is one word", () => {
    const words = (n: number) => `${"word ".repeat(n - 1)}end.`;
    const long = (text: string) => longSentences({ heading: "Short", body: text });
    expect(long(words(25))).toEqual([]);
    expect(long(words(26))).toEqual([words(26)]);
    expect(long(`{{a}} {{ b }} ${words(23)} ${words(3)}`)).toEqual([]);
    expect(long(`- ${words(20)}\n- ${words(20)}`)).toEqual([]);
  });
});
