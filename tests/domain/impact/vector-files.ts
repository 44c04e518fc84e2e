// The files in tests/vectors, and the comparison of a computed result with what a file expects.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const VECTORS = fileURLToPath(new URL("../../vectors/", import.meta.url));

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type VectorFile = { name: string; kind: string; content: { [key: string]: Json } };

/** Every vector file that the engine computes, by name. */
export function vectorFiles(): VectorFile[] {
  return readdirSync(VECTORS)
    .filter((name) => name.endsWith(".json") && !name.startsWith("anchors"))
    .map((name) => {
      const content = vectorContent(name);
      return { name, kind: String(content.kind), content };
    });
}

export function vectorContent(name: string): { [key: string]: Json } {
  return JSON.parse(readFileSync(`${VECTORS}${name}`, "utf8"));
}

/** What the command would print, read back: undefined and NaN cannot hide there. */
export function printed(result: unknown): Json {
  return JSON.parse(JSON.stringify(result));
}

/** Keys of `expected` that are there for cross-checks only and need not be printed. */
const CROSS_CHECKS = [
  /^effect\.(d_z|d_av_lakens|d_av_se_bonett2008|J_n1|g_z|g_av_borenstein|g_av_ci95_borenstein|g_av_lakens|g_av_smcrp)$/,
  /^effect\.(d_pre|smcr|smcr_vi)$/,
  /^wilcoxon\.(V|p_exact_wilcoxon|p_asymptotic_cc_tiecorrected|hodges_lehmann)$/,
  /^bootstrap_bca_mean_change$/,
  /^(fixed_effect|DL_wald|DL_knha|REML_wald|PM_knha|REML_tau2_ci95_Qprofile)$/,
  /^REML_knha\.(estimate|se|ci95|stat|p|H2|Q_df|Q_p|weights_pct)$/,
  /(^|\.)note$/,
  /^(tau2_ci95|naive_all_pairs)$/,
];

/** Differences between an expected and a computed result, as lines; empty when they agree. */
export function disagreements(expected: Json, computed: Json | undefined, path = ""): string[] {
  if (computed === undefined) return CROSS_CHECKS.some((one) => one.test(path)) ? [] : [`${path} is missing`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(computed) || computed.length !== expected.length)
      return [`${path} has another length`];
    return expected.flatMap((one, i) => disagreements(one, computed[i], `${path}[${i}]`));
  }
  if (expected !== null && typeof expected === "object") {
    if (computed === null || typeof computed !== "object" || Array.isArray(computed))
      return [`${path} is no object`];
    return Object.entries(expected).flatMap(([key, one]) =>
      disagreements(one, computed[key], path === "" ? key : `${path}.${key}`),
    );
  }
  return agree(expected, computed, path) ? [] : [`${path}: expected ${expected}, computed ${computed}`];
}

function agree(expected: Json, computed: Json, path: string): boolean {
  if (typeof expected !== "number" || typeof computed !== "number") return expected === computed;
  // metafor stops its search for tau2 by steps, so what hangs on it agrees less closely.
  const tolerance = /tau2|I2/.test(path) ? 1e-7 : 1e-9;
  const apart = Math.abs(expected - computed);
  return apart <= 1e-12 || apart <= tolerance * Math.max(Math.abs(expected), Math.abs(computed));
}

/** Paths printed that `expected` does not have. */
export function unexpectedKeys(expected: Json | undefined, computed: Json, path = ""): string[] {
  if (expected === undefined) return [path];
  if (computed === null || typeof computed !== "object" || Array.isArray(computed)) return [];
  if (expected === null || typeof expected !== "object" || Array.isArray(expected)) return [path];
  return Object.entries(computed).flatMap(([key, one]) =>
    unexpectedKeys(expected[key], one, path === "" ? key : `${path}.${key}`),
  );
}
