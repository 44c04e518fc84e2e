import { describe, expect, it } from "vitest";
import { resultOfVectorFile } from "~/domain/impact/measures/vector-file";
import { check } from "../../vectors/check_disclosure.mjs";
import { disagreements, printed, unexpectedKeys, vectorContent, vectorFiles } from "./vector-files";

const files = vectorFiles();

describe("every vector made with R", () => {
  it("is of a kind that the engine knows, and each kind is there", () => {
    expect([...new Set(files.map((file) => file.kind))].sort()).toEqual(
      [
        "disclosure",
        "double_baseline",
        "funnel",
        "meta",
        "paired",
        "programme",
        "scale",
        "spc_xmr",
        "then_test",
      ].sort(),
    );
  });

  for (const { name, kind, content } of files) {
    if (kind === "disclosure") continue;
    it(`agrees with ${name}`, () => {
      const { expected } = content;
      const result = printed(resultOfVectorFile(content));
      expect(expected).toBeDefined();
      expect(disagreements(expected ?? null, result)).toEqual([]);
      // One study is not pooled, so its file has no pooled keys; they are printed all the same.
      if (name !== "meta-k1.json") expect(unexpectedKeys(expected, result)).toEqual([]);
    });
  }

  it("is compared closely enough to catch a small error", () => {
    expect(disagreements({ a: 1 }, { a: 1 + 3e-9 })).toHaveLength(1);
    expect(disagreements({ a: 1 }, { a: 1 + 3e-10 })).toHaveLength(0);
    expect(disagreements({ a: null }, { a: 0 })).toHaveLength(1);
    expect(disagreements({ a: [1, 2] }, { a: [1] })).toHaveLength(1);
    expect(disagreements({ counts: { n: 1 } }, { counts: {} })).toEqual(["counts.n is missing"]);
    expect(disagreements({ tau2: 0.1 }, { tau2: 0.1 * (1 + 5e-8) })).toHaveLength(0);
  });
});

describe("one study alone", () => {
  it("has its own normal interval and nothing about differences between studies", () => {
    expect(printed(resultOfVectorFile(vectorContent("meta-k1.json")))).toEqual({
      REML_knha_modified: { estimate: 1.5, se: 0.3, ci95: [0.9120108046379838, 2.087989195362016], p: null },
      REML_knha: {
        estimate: 1.5,
        se: 0.3,
        ci95: [0.9120108046379838, 2.087989195362016],
        tau2: null,
        I2: null,
        Q: null,
        pi95: [null, null],
      },
    });
  });
});

describe("the disclosure tables", () => {
  const content = vectorContent("disclosure-tables.json");
  const published = resultOfVectorFile(content);
  const tables = Array.isArray(content.tables) ? content.tables : [];

  it("are all there", () => {
    expect(Object.keys(published)).toEqual(["agency-by-outcome", "small-agency-row", "no-suppression"]);
  });

  for (const table of tables) {
    if (table === null || typeof table !== "object" || Array.isArray(table)) continue;
    it(`publishes ${table.id} without violation and hides no more than it may`, () => {
      const result = JSON.parse(JSON.stringify(published[String(table.id)]));
      expect(check(table.truth, result, 5)).toEqual([]);
      const hidden = (values: unknown[]) => values.filter((value) => value === null).length;
      expect(hidden(result.cells.flat())).toBeLessThanOrEqual(Number(table.max_suppressed_cells));
      const totals = hidden([...result.rows, ...result.cols, result.total]);
      expect(totals).toBeLessThanOrEqual(Number(table.max_suppressed_totals ?? 0));
    });
  }
});

describe("figures in print", () => {
  const anchors = vectorContent("anchors-published.json").anchors;
  const anchor = (id: string): { [key: string]: number & number[] } => {
    const found = Array.isArray(anchors)
      ? JSON.parse(JSON.stringify(anchors)).find((one: { id: string }) => one.id === id)
      : null;
    expect(found).toBeTruthy();
    return found;
  };
  const result = (name: string) => JSON.parse(JSON.stringify(resultOfVectorFile(vectorContent(name))));

  it("Student 1908 on sleep", () => {
    const { t, df, p } = anchor("student1908");
    const { change } = result("paired-student-sleep.json");
    expect(change.t).toBeCloseTo(t ?? 0, 4);
    expect(change.df).toBe(df);
    expect(change.p).toBeCloseTo(p ?? 0, 5);
  });

  it("Box, Hunter & Hunter on shoes", () => {
    const { t_abs, p } = anchor("shoes");
    const { change } = result("paired-mass-shoes.json");
    expect(Math.abs(change.t)).toBeCloseTo(t_abs ?? 0, 4);
    expect(change.p).toBeCloseTo(p ?? 0, 5);
  });

  it("Hollander & Wolfe 1973 on depression", () => {
    expect(result("paired-hw-depression.json").wilcoxon.p_exact_pratt).toBeCloseTo(
      anchor("hw1973").p_two_sided ?? 0,
      12,
    );
  });

  it("Pratt 1959: 98 of 4096 patterns with zeros ranked", () => {
    expect(result("paired-pratt-1959.json").wilcoxon.p_exact_pratt).toBeCloseTo(98 / 4096, 12);
  });

  it("the BCG trials", () => {
    const { tau2_REML, estimate_REML } = anchor("bcg");
    const pooled = result("meta-bcg.json");
    expect(pooled.REML_knha.tau2).toBeCloseTo(tau2_REML ?? 0, 4);
    expect(pooled.REML_knha_modified.estimate).toBeCloseTo(estimate_REML ?? 0, 4);
  });

  it("the published control chart", () => {
    const { mean, upl, lpl } = anchor("nhsr");
    const chart = result("spc-nhsr-outlier.json");
    expect(chart.mean).toBeCloseTo(mean ?? 0, 2);
    expect(chart.upl).toBeCloseTo(upl ?? 0, 2);
    expect(chart.lpl).toBeCloseTo(lpl ?? 0, 2);
  });

  it("the attitude scale", () => {
    expect(result("scale-attitude.json").alpha).toBeCloseTo(anchor("attitude_alpha").alpha ?? 0, 3);
  });
});
