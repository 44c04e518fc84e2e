// Claims that the figures cannot carry: whatever a report holds, no page, title, chart or trail makes one.
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Report } from "~/domain/impact/impact";
import * as wording from "~/domain/impact/wording";
import { ReportBody } from "~/web/impact-report/report-body";
import { reports } from "./random-reports";
import { sampleReport } from "./sample-report";

const everyKey = [
  ...Object.keys(wording.basisOf),
  "reaction-relevant",
  "reaction-would-use",
  "item-recognise",
  "item-act",
  "course-a",
  "course-neglect",
  "measure-1",
  "measure-overall",
];

const pageOf = (report: Report) =>
  renderToStaticMarkup(
    <ReportBody
      report={report}
      trail={(key) => `/impact/figures/${key}`}
      course={(slug) => `/${slug}`}
      next=""
    />,
  );

const textOf = (html: string) =>
  html
    .replace(/<(title|desc|p|li|h\d|td|th|dd|dt|text|figcaption|summary|span|blockquote)\b[^>]*>/g, " ¶ ")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "’")
    .replaceAll("&lt;", "<");

const trailsOf = (report: Report) =>
  everyKey
    .map((key) => wording.trailOf(report, key))
    .filter((trail) => trail !== null)
    .flatMap(({ facts, steps, ...trail }) => [
      trail.title,
      trail.says,
      trail.meaning,
      ...trail.formula,
      ...trail.notCounted,
      ...steps.flatMap(({ label, count }) => [label, count]),
      ...facts.flatMap(({ label, value }) => [label, value]),
    ])
    .join(" ¶ ");

const forbidden =
  /\bprove[dsn]?\b|\bproof\b|significan|no effect|(?<!random-)\beffect|because of (the )?training|thanks to|as a result|\bled to\b|resulted|improved? (the )?(outcomes|lives|safety)|outcomes? for (children|families)|\bsav(ed|ing|es)\b|reduced? (the )?risk|\bsafer\b|knowledge (rose|increased|went up|improved)|\b(small|medium|large|moderate|big|strong|weak) (change|effect|rise|gain|fall|size)|\bRAG\b|\b(red|amber|green)\b|\bbest\b|\bworst\b|\btop\b(?! of the scale)|league|rank(?!ed)|fail(ed|ure|ing)|(?<!no )\bpass(ed)?\b|works\b|success/i;

const broken =
  /NaN|undefined|\bnull\b|Infinity|\[object|(?<![\d–-])-\d(?!\d*-)|\b(rose|fell|risen further|fallen) by 0(\.0+)? /;

function expectHonest(text: string) {
  for (const said of text.split("¶")) {
    expect(broken.test(said) ? `broken: ${said}` : null).toBeNull();
    const claim = forbidden.exec(said);
    expect(claim && `${claim[0]} in: ${said}`).toBeNull();
    if (/\bcause[sd]?\b/i.test(said)) expect(said).toMatch(/cannot say that training alone caused/);
    if (/\branked\b/.test(said)) expect(said).toMatch(/not ranked|none is ranked/);
  }
}

test("whatever a report holds, its page and its trails make no forbidden claim and break no sentence", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const html = pageOf(report);
      expect(/NaN|undefined|Infinity/.exec(html)).toBeNull();
      expectHonest(textOf(html));
      expectHonest(trailsOf(report));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("whatever a report holds, the denials are said: no comparison, not knowledge, not children", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const said = wording.whatIsNotKnown(report).join(" ");
      expect(said).toMatch(/Without a comparison group.*not knowledge.*children, adults or families\.$/);
      expect(wording.fourFigures(report).map(({ label }) => label)).toEqual([
        "How much",
        "How well",
        "What difference",
        "Kept in practice",
      ]);
    }),
  );
});

test("the sentence at the top is one sentence, whatever the figures are", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const said = wording.reportSentence(report).replaceAll(/\d\.\d/g, "0");
      expect(said).toMatch(/^(In|From) .*\.$/);
      expect(said.slice(0, -1)).not.toMatch(/[.!?] /);
    }),
  );
});

test("a movement says rise or fall only where the interval leaves out nothing else", () => {
  fc.assert(
    fc.property(reports, ({ confidence: { change } }) => {
      if ("withheld" in change) return;
      const said = wording.movementInWords(change);
      const { low, high } = change;
      if (low !== null && high !== null && low <= 0 && high >= 0)
        expect(said).toMatch(/rise (or|from) a fall/);
      else if (change.change > 0) expect(said).toMatch(/^rose by (?!0(\.0)? )/);
      else if (change.change < 0) expect(said).toMatch(/^fell by (?!0(\.0)? )/);
      else expect(said).toBe("stayed the same");
    }),
  );
});

test("a withheld change is nowhere on the page: neither its title, its picture nor its table", () => {
  const tooFew = { withheld: true, reason: "fewer than 10" };
  const hidden = {
    ...sampleReport,
    confidence: {
      change: tooFew,
      matchedRate: tooFew,
      direction: tooFew,
      size: tooFew,
      startedNearTop: tooFew,
    },
    items: [],
    courses: [],
    funnel: null,
    overTime: tooFew,
    followUp: tooFew,
  } as unknown as Report;
  expect(textOf(pageOf(sampleReport))).toMatch(/\+1\.9/);
  expect(textOf(pageOf(hidden))).not.toMatch(/1\.9\b|412|67%/);
});
