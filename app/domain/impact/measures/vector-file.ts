// One file of the kinds in tests/vectors: checks its shape and computes its result.
import { publishTable } from "../disclosure/tables";
import { controlChart } from "./control-chart";
import { followUpResult } from "./follow-up";
import { funnel } from "./funnel";
import {
  asCount,
  asListOf,
  asNumber,
  asObject,
  asRows,
  asScore,
  asText,
  type JsonObject,
} from "./json-shapes";
import { type Answers, matchPairs } from "./matched-pairs";
import { pairedResult } from "./paired";
import { poolEstimates, poolSessions } from "./pooling";
import { doubleBaseline, thenTest } from "./repeated-baseline";
import { personScore, scaleReliability } from "./scale";
import * as keys from "./vector-keys";
import { signedRankTest } from "./wilcoxon";

/** Cells of the largest table: finding the least to withhold takes a second or so there. */
const LARGEST_TABLE = 10_000;

const KINDS = new Map<string, (file: JsonObject) => JsonObject>([
  ["paired", paired],
  ["meta", meta],
  ["programme", programme],
  ["scale", scale],
  ["spc_xmr", measureOverTime],
  ["funnel", sessionsInFunnel],
  ["then_test", recalledStart],
  ["double_baseline", twoBaselines],
  ["disclosure", tablesToPublish],
]);

/**
 * Result of a parsed JSON file of any kind, with the keys of its `expected`; null where not estimable. Throws an Error
 * of one line that names what is wrong with the file.
 */
export function resultOfVectorFile(parsed: unknown): JsonObject {
  const file = asObject(parsed, "the file");
  const kind = asText(file.kind, "kind");
  const compute = KINDS.get(kind);
  if (compute === undefined) {
    const known = [...KINDS.keys()].join(", ");
    throw new Error(`kind ${JSON.stringify(kind.slice(0, 40))} is not known: it must be one of ${known}`);
  }
  return compute(file);
}

function paired(file: JsonObject): JsonObject {
  const scale = asObject(file.scale, "scale");
  const range = { min: asNumber(scale.min, "scale.min"), max: asNumber(scale.max, "scale.max") };
  if (range.max <= range.min) throw new Error("scale.max must be above scale.min");
  const answers = asListOf(file.rows, "rows", (member, where): Answers => {
    const row = asObject(member, where);
    const both = { pre: asScore(row.pre, `${where}.pre`), post: asScore(row.post, `${where}.post`) };
    return row.followup === undefined
      ? both
      : { ...both, followUp: asScore(row.followup, `${where}.followup`) };
  });
  const result = keys.pairedKeys(pairedResult(answers, range), signedRankTest(matchPairs(answers).changes));
  const hadFollowUp = answers.some((person) => person.followUp !== undefined);
  return hadFollowUp ? { ...result, followup: keys.followUpKeys(followUpResult(answers)) } : result;
}

function meta(file: JsonObject): JsonObject {
  const estimates = asRows(file.studies, "studies", ["yi", "vi"], (study, where) => {
    const variance = asNumber(study.vi, `${where}.vi`);
    if (variance <= 0) throw new Error(`${where}.vi must be above 0`);
    return { value: asNumber(study.yi, `${where}.yi`), variance };
  });
  return keys.metaKeys(poolEstimates(estimates));
}

function programme(file: JsonObject): JsonObject {
  const sessions = asListOf(file.sessions, "sessions", (member, place) =>
    asRows(member, place, ["pre", "post"], (row, where) => ({
      pre: asScore(row.pre, `${where}.pre`),
      post: asScore(row.post, `${where}.post`),
    })),
  );
  return keys.programmeKeys(poolSessions(sessions));
}

function scale(file: JsonObject): JsonObject {
  const items = asListOf(file.items, "items", (row, where) => asListOf(row, where, asScore));
  const width = items[0]?.length ?? 0;
  const uneven = items.findIndex((row) => row.length !== width || width === 0);
  if (uneven >= 0)
    throw new Error(`items[${uneven}] must hold one answer for each item, as every other row does`);
  return keys.scaleKeys(scaleReliability(items), items.map(personScore));
}

function measureOverTime(file: JsonObject): JsonObject {
  const improvement = file.improvement_direction ?? 1;
  if (improvement !== 1 && improvement !== -1) throw new Error("improvement_direction must be 1 or -1");
  const values = asListOf(file.values, "values", asNumber);
  return keys.controlChartKeys(controlChart(values, improvement));
}

function sessionsInFunnel(file: JsonObject): JsonObject {
  const sessions = asRows(file.sessions, "sessions", ["improved", "n"], (row, where) => {
    const session = { improved: asCount(row.improved, `${where}.improved`), n: asCount(row.n, `${where}.n`) };
    if (session.improved > session.n) throw new Error(`${where}.improved must not be above ${where}.n`);
    return session;
  });
  return keys.funnelKeys(funnel(sessions));
}

function recalledStart(file: JsonObject): JsonObject {
  const people = asRows(file.rows, "rows", ["pre", "retrospective_pre", "post"], (row, where) => ({
    pre: asScore(row.pre, `${where}.pre`),
    recalled: asScore(row.retrospective_pre, `${where}.retrospective_pre`),
    post: asScore(row.post, `${where}.post`),
  }));
  return keys.thenTestKeys(thenTest(people));
}

function twoBaselines(file: JsonObject): JsonObject {
  const people = asRows(file.rows, "rows", ["t0", "t1", "t2"], (row, where) => ({
    booking: asScore(row.t0, `${where}.t0`),
    arrival: asScore(row.t1, `${where}.t1`),
    end: asScore(row.t2, `${where}.t2`),
  }));
  return keys.doubleBaselineKeys(doubleBaseline(people));
}

function tablesToPublish(file: JsonObject): JsonObject {
  const k = file.k === undefined ? undefined : asCount(file.k, "k");
  const published = asListOf(file.tables, "tables", (member, where) => {
    const table = asObject(member, where);
    const truth = asListOf(table.truth, `${where}.truth`, (row, place) => asListOf(row, place, asCount));
    if (truth.some((row) => row.length !== truth[0]?.length)) {
      throw new Error(`${where}.truth must have rows of one length`);
    }
    if (truth.length * (truth[0]?.length ?? 0) > LARGEST_TABLE) {
      throw new Error(`${where}.truth must not have more than ${LARGEST_TABLE} cells`);
    }
    return [asText(table.id, `${where}.id`), publishTable(truth, k)] as const;
  });
  return Object.fromEntries(published);
}
