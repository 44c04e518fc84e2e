// Markdown that people write, and facts that fill it: nothing becomes HTML, and no link leads anywhere unsafe.
import { Markdown, MarkdownNote } from "emails/markdown";
import fc from "fast-check";
import { createElement, type ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { describe, expect, test } from "vitest";
import { isSafeLink, readMarkdown } from "~/shared/plain-markdown";

const publicUrl = "https://training.example";
const shown = (element: ReactElement) => render(element);
const note = (source: string) => shown(createElement(MarkdownNote, { source, publicUrl }));
const filled = (
  source: string,
  values: Record<string, string>,
  pieces: Record<string, ReactElement | null> = {},
) => shown(createElement(Markdown, { source, fill: { values, pieces, publicUrl } }));
const textOf = async (html: Promise<string>) => toPlainText(await html).trim();
/** The tags alone, without attributes. */
const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase());
const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);

test("paragraphs, lists, bold, italics, line breaks and links become our own pieces", async () => {
  const html = await note(
    "One **bold** and *slanted*.\nSame line  \nnext line\n\n- a\n- b\n\n3. c\n\n[Courses](/courses) and [mail](mailto:a@example.org)",
  );
  expect(html).toContain("<strong>bold</strong>");
  expect(html).toContain("<em>slanted</em>");
  expect(html).toContain("Same line<br/>next line");
  expect(html).toMatch(/<ul[^>]*><li[^>]*>a<\/li><li[^>]*>b<\/li><\/ul>/);
  expect(html).toMatch(/<ol[^>]*start="3"/);
  expect(linksOf(html)).toEqual(["https://training.example/courses", "mailto:a@example.org"]);
});

describe("what is typed never becomes HTML", () => {
  test.each([
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;img src=x&gt;",
    "<!-- gone -->",
    "![picture](https://elsewhere.example/a.png)",
    "<https://elsewhere.example>",
    "```\n<i>code</i>\n```",
    "# heading",
    "> quote",
    "|a|b|\n|-|-|\n|1|2|",
    "---",
  ])("%s stays text", async (source) => {
    const tags = new Set(tagsOf(await note(source)));
    for (const tag of ["b", "i", "img", "script", "h1", "h2", "blockquote", "table", "hr", "pre", "code"])
      expect(tags).not.toContain(tag);
  });

  test("and nothing of it is lost", async () => {
    for (const source of ["<script>alert(1)</script>", "<!-- gone? -->", "<div>", "# heading", "> quote"])
      expect(await textOf(note(source))).toBe(source);
  });

  test("whatever anybody types, only the tags that we use come out, and only safe links", async () => {
    const allowed = new Set(["p", "ul", "ol", "li", "strong", "em", "br", "a", "html", "!doctype"]);
    const bits = fc.constantFrom(
      ..."<b> </b> <img src=x> [a]( ) (javascript:x) (//evil.example) (https://ok.example) ** * _ - 1. \n \n\n \\ & &lt; {{name}} {{ }} \" ' onload= <script>".split(
        " ",
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(bits, fc.string({ maxLength: 6 }))).map((parts) => parts.join("")),
        fc.oneof(bits, fc.string()),
        async (source, value) => {
          const html = await filled(source, { name: value });
          for (const tag of tagsOf(html)) expect(allowed, html).toContain(tag);
          for (const href of linksOf(html))
            expect(href.replaceAll("&amp;", "&")).toMatch(/^(https:\/\/|mailto:)/i);
          expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
        },
      ),
      { numRuns: 400, seed: 6 },
    );
  });
});

describe("links", () => {
  test.each([
    ["https://example.org/a?b=c", true],
    ["mailto:someone@example.org", true],
    ["/courses", true],
    ["//elsewhere.example", false],
    ["/\\elsewhere.example", false],
    ["javascript:alert(1)", false],
    ["JaVaScRiPt:alert(1)", false],
    ["data:text/html,x", false],
    ["http://example.org", false],
    ["https:///nowhere", false],
    ["ftp://example.org", false],
    ["courses", false],
    ["", false],
    ["https://example.org/{{name}}", false],
    ["https://example.org/%7B%7Bname%7D%7D", false],
  ])("%s: %s", (href, safe) => expect(isSafeLink(href)).toBe(safe));

  test("an unsafe one leaves its words, and no link", async () => {
    const html = await note("See [this page](javascript:alert(1)) now");
    expect(linksOf(html)).toEqual([]);
    expect(await textOf(note("See [this page](javascript:alert(1)) now"))).toBe("See this page now");
  });
});

describe("placeholders are filled after reading", () => {
  test.each([
    "**not bold**",
    "[x](https://evil.example)",
    "- item",
    "a\n\nb",
    "<b>x</b>",
    "{{other}}",
    "`x`",
  ])("a fact that says %j stays text", async (value) => {
    const html = await filled("Course: {{course}}.", { course: value, other: "SECRET" });
    expect(tagsOf(html)).toEqual(["p", "p"]);
    expect(html).not.toContain("SECRET");
    expect(await textOf(filled("Course: {{course}}.", { course: value }))).toContain(
      value.split("\n")[0] ?? value,
    );
  });

  test("an empty one leaves one space, and a paragraph of nothing else is left out", async () => {
    expect(
      await textOf(filled("One {{gap}} two.\n\n{{gap}}\n\n**{{gap}}**\n\n- {{gap}}\n\nEnd", { gap: "" })),
    ).toBe("One two.\n\nEnd");
  });

  test("pieces stand alone; a missing one leaves no gap; two in a paragraph both show", async () => {
    const pieces = { a: createElement("p", null, "A!"), b: createElement("p", null, "B!"), none: null };
    expect(await textOf(filled("{{a}}\n\n{{none}}\n\n{{a}}\n{{b}}", {}, pieces))).toBe("A!\n\nA!\n\nB!");
  });

  test("names of what every object has are no placeholders", async () => {
    expect(await textOf(filled("x{{constructor}}{{toString}}{{hasOwnProperty}}y", {}))).toBe("xy");
  });

  test("spaces inside the brackets do no harm, and an escaped one stays as it is", () => {
    expect(readMarkdown("{{ name }}")).toEqual([
      { type: "paragraph", of: [{ type: "placeholder", name: "name" }] },
    ]);
    expect(readMarkdown("\\{{name}}")).toEqual([
      { type: "paragraph", of: [{ type: "text", text: "{{name}}" }] },
    ]);
  });
});
