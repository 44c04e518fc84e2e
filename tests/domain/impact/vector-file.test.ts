import { describe, expect, it } from "vitest";
import { resultOfVectorFile } from "~/domain/impact/measures/vector-file";
import { printed, vectorContent } from "./vector-files";

const scale = { min: 0, max: 10 };

describe("a file that cannot be used", () => {
  const cases: [string, unknown, string][] = [
    ["a list", [], "the file must be an object"],
    ["null", null, "the file must be an object"],
    ["no kind", {}, "kind must be text"],
    ["an unknown kind", { kind: "anchors" }, 'kind "anchors" is not known: it must be one of paired, meta'],
    ["a kind named like a method", { kind: "constructor" }, 'kind "constructor" is not known'],
    ["no scale", { kind: "paired", rows: [] }, "scale must be an object"],
    [
      "a scale upside down",
      { kind: "paired", scale: { min: 5, max: 1 }, rows: [] },
      "scale.max must be above scale.min",
    ],
    [
      "rows that are not a list",
      { kind: "paired", scale, rows: { pre: [1], post: [2] } },
      "rows must be a list",
    ],
    ["a row that is not an object", { kind: "paired", scale, rows: [3] }, "rows[0] must be an object"],
    [
      "text for a score",
      { kind: "paired", scale, rows: [{ pre: 1, post: "2" }] },
      "rows[0].post must be a finite number or null",
    ],
    [
      "a missing score",
      { kind: "paired", scale, rows: [{ pre: 1 }] },
      "rows[0].post must be a finite number or null",
    ],
    [
      "an infinite score",
      { kind: "paired", scale, rows: [{ pre: 1, post: JSON.parse("1e999") }] },
      "rows[0].post must be",
    ],
    [
      "a follow-up of true",
      { kind: "paired", scale, rows: [{ pre: 1, post: 2, followup: true }] },
      "rows[0].followup must be",
    ],
    ["no studies", { kind: "meta" }, "studies must be an object"],
    ["a variance of 0", { kind: "meta", studies: [{ yi: 1, vi: 0 }] }, "studies[0].vi must be above 0"],
    [
      "sessions of unequal columns",
      { kind: "programme", sessions: [{ pre: [1, 2], post: [1] }] },
      "sessions[0]: pre, post must have the same length",
    ],
    [
      "a session without a column",
      { kind: "programme", sessions: [{ pre: [1] }] },
      "sessions[0].post must be a list",
    ],
    [
      "items of unequal rows",
      { kind: "scale", items: [[1, 2], [3]] },
      "items[1] must hold one answer for each item",
    ],
    ["items of empty rows", { kind: "scale", items: [[]] }, "items[0] must hold one answer for each item"],
    ["a gap in a series", { kind: "spc_xmr", values: [1, null] }, "values[1] must be a finite number"],
    [
      "a sideways improvement",
      { kind: "spc_xmr", values: [], improvement_direction: 0 },
      "improvement_direction must be 1 or -1",
    ],
    [
      "more improved than there are",
      { kind: "funnel", sessions: { improved: [3], n: [2] } },
      "sessions[0].improved must not be above sessions[0].n",
    ],
    [
      "half a person",
      { kind: "funnel", sessions: { improved: [0.5], n: [2] } },
      "sessions[0].improved must be a whole number",
    ],
    [
      "a then-test without recall",
      { kind: "then_test", rows: { pre: [1], post: [2] } },
      "rows.retrospective_pre must be a list",
    ],
    [
      "a baseline of text",
      { kind: "double_baseline", rows: { t0: ["a"], t1: [1], t2: [2] } },
      "rows[0].t0 must be",
    ],
    ["no tables", { kind: "disclosure" }, "tables must be a list"],
    [
      "a table without a name",
      { kind: "disclosure", tables: [{ truth: [[1]] }] },
      "tables[0].id must be text",
    ],
    [
      "a ragged table",
      { kind: "disclosure", tables: [{ id: "a", truth: [[1, 2], [3]] }] },
      "tables[0].truth must have rows of one length",
    ],
    [
      "a count below 0",
      { kind: "disclosure", tables: [{ id: "a", truth: [[-1]] }] },
      "tables[0].truth[0][0] must be a whole number",
    ],
    [
      "an enormous table",
      { kind: "disclosure", tables: [{ id: "a", truth: new Array(101).fill(new Array(100).fill(1)) }] },
      "not have more than 10000 cells",
    ],
  ];
  for (const [what, file, message] of cases) {
    it(`names ${what} in one line`, () => {
      expect(() => resultOfVectorFile(file)).toThrow(message);
      expect(() => resultOfVectorFile(file)).not.toThrow(/\n/);
    });
  }
});

describe("a file at the edges", () => {
  it("may have nobody in it", () => {
    const kinds = [
      { kind: "paired", scale, rows: [] },
      { kind: "meta", studies: [] },
      { kind: "programme", sessions: [] },
      { kind: "scale", items: [] },
      { kind: "spc_xmr", values: [] },
      { kind: "funnel", sessions: { improved: [], n: [] } },
      { kind: "then_test", rows: { pre: [], retrospective_pre: [], post: [] } },
      { kind: "double_baseline", rows: { t0: [], t1: [], t2: [] } },
      { kind: "disclosure", tables: [] },
    ];
    for (const file of kinds) expect(() => resultOfVectorFile(file)).not.toThrow();
    expect(resultOfVectorFile({ kind: "paired", scale, rows: [] })).toMatchObject({
      counts: { attended: 0, matched_rate: null },
      change: { mean: null, ci95: [null, null] },
    });
  });

  it("may leave the brackets off columns of one value, as R does", () => {
    const bare = { kind: "then_test", rows: { pre: 6, retrospective_pre: 4, post: null } };
    const bracketed = { kind: "then_test", rows: { pre: [6], retrospective_pre: [4], post: [null] } };
    expect(resultOfVectorFile(bare)).toEqual(resultOfVectorFile(bracketed));
  });

  it("may give rows as objects where others give columns", () => {
    const columns = { kind: "funnel", sessions: { improved: [3, 4], n: [5, 6] } };
    const rows = {
      kind: "funnel",
      sessions: [
        { improved: 3, n: 5 },
        { improved: 4, n: 6 },
      ],
    };
    expect(resultOfVectorFile(rows)).toEqual(resultOfVectorFile(columns));
  });

  it("has a follow-up in its result exactly when its rows carry one", () => {
    const row = { pre: 1, post: 2 };
    expect(resultOfVectorFile({ kind: "paired", scale, rows: [row] })).not.toHaveProperty("followup");
    const silent = { kind: "paired", scale, rows: [{ ...row, followup: null }] };
    expect(resultOfVectorFile(silent)).toHaveProperty("followup.n_triples", 0);
  });

  it("prints null, not NaN, where nothing can be estimated", () => {
    const rows = [{ pre: 3, post: 3, followup: 3 }];
    expect(printed(resultOfVectorFile({ kind: "paired", scale, rows }))).toMatchObject({
      r: null,
      effect: { d_av: null, d_av_ci95_bonett2008: [null, null] },
      wilcoxon: { n_zero: 1, p_exact_pratt: null, ties_present: null },
      followup: { retention_ratio: null, retention_reportable: false },
    });
  });

  it("does not change what it reads", () => {
    const content = vectorContent("paired-conf10-n30-followup.json");
    const before = JSON.stringify(content);
    resultOfVectorFile(content);
    expect(JSON.stringify(content)).toBe(before);
  });
});
