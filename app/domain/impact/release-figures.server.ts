// The figures of a release: as they are now, for a draft; and frozen, as text that is never written again.
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { done, type Result, refused } from "~/shared/result";
import { listSlices } from "./build-report";
import { heldBackBeside } from "./held-back";
import type { FrozenFigures, ReleaseSliceKind } from "./release";
import { frozenFigures, type ReleaseMaterial, reportsOf } from "./release-paper";
import { periodOf } from "./release-period";
import {
  actionsOf,
  listSigned,
  narrativesOf,
  readFrozen,
  reportsEverSigned,
  type StoredRelease,
  signedActions,
  slicesOf,
} from "./release-queries.server";
import { nameOfRelease } from "./release-since";
import type { Period, ReportInputs, Slice } from "./report";
import { readReportInputs } from "./report-inputs.server";

/** The parts that a release may tell of besides the whole partnership. */
export function partsOf(ctx: Context, period: Period) {
  return partsIn(readReportInputs(ctx, period));
}

const partsIn = (inputs: ReportInputs) =>
  listSlices(inputs).flatMap(({ kind, key, name }) =>
    kind === "partnership" ? [] : [{ id: `${kind}/${key}`, kind: kind as ReleaseSliceKind, key, name }],
  );

/** `nothing delivered`: there is nothing to tell of. `no such part`: one of its parts has no session in the period. */
export type FreezeRefusal = "nothing delivered" | "no such part";
type Frozen = { inputs: string; figures: string; methodVersion: string };

export function freezeRelease(
  ctx: Context,
  release: StoredRelease,
  frozenAt: number,
): Result<Frozen, FreezeRefusal> {
  const material = materialOf(ctx, release, frozenAt);
  if (!material) return refused("no such part");
  const made = frozenFigures(material);
  if (made.reports[0]?.activity.sessions === 0) return refused("nothing delivered");
  return done({
    inputs: JSON.stringify(material.inputs),
    figures: JSON.stringify(made),
    methodVersion: material.inputs.method,
  });
}

/** What a draft would say if it were frozen now; null where one of its parts is no longer there. */
export function draftFigures(ctx: Context, release: StoredRelease): FrozenFigures | null {
  const material = materialOf(ctx, release, ctx.clock.now());
  return material && frozenFigures(material);
}

/** All that a release says now, as it would be frozen. */
function materialOf(ctx: Context, release: StoredRelease, frozenAt: number): ReleaseMaterial | null {
  const period = periodOf(release.from, release.until);
  if (!period) return null;
  // What is frozen is read back from text, so what is shown is made from what such text holds.
  const inputs: ReportInputs = JSON.parse(JSON.stringify(readReportInputs(ctx, period)));
  const known = listSlices(inputs);
  const find = (kind: Slice["kind"], key: string) =>
    known.find((slice) => slice.kind === kind && slice.key === key);
  const chosen = slicesOf(ctx, release.id).map(({ kind, key }) => find(kind, key));
  const slices = [find("partnership", ""), ...chosen].flatMap((slice) => slice ?? []);
  if (slices.length < chosen.length + 1) return null;
  const [last] = listSigned(ctx);
  return {
    title: release.title,
    inputs: heldBackBeside(inputs, slices, reportsEverSigned(ctx)),
    slices,
    narratives: narrativesOf(ctx, release.id),
    actions: actionsOf(ctx, release.id).map(({ id, finding, action, owner, dueOn, measureNumber }) => ({
      id,
      finding,
      action,
      owner,
      dueOn,
      measureNumber,
    })),
    earlier: last ? { id: last.id, number: last.number, figures: last.frozenFigures } : null,
    earlierActions: signedActions(ctx, last?.frozenAt ?? 0).map((row) => ({
      release: nameOfRelease(row.number, { from: row.from, until: row.until, label: "" }),
      action: row.action,
      owner: row.owner,
      dueOn: row.dueOn,
      standing: standingOf(row, frozenAt),
      outcome: row.outcome,
      measureNumber: row.measureNumber,
    })),
    frozenAt,
  };
}

function standingOf(action: { state: "open" | "done" | "dropped"; dueOn: string }, at: number): string {
  if (action.state === "done") return "Done";
  if (action.state === "dropped") return "Dropped";
  return action.dueOn < civilDateAt(at) ? "Open, and overdue" : "Open";
}

/**
 * Works a frozen release's figures out again from what was frozen: whether they come to the same bytes. Null before it
 * is frozen, and where this version of the service has another method than the one it was worked out by.
 */
export function recomputes(ctx: Context, release: StoredRelease, method: string): boolean | null {
  const frozen = readFrozen(ctx, release.id);
  if (!frozen?.inputs || !frozen.figures || release.methodVersion !== method) return null;
  const { reports } = JSON.parse(frozen.figures) as FrozenFigures;
  const again = reportsOf(
    JSON.parse(frozen.inputs) as ReportInputs,
    reports.map(({ slice }) => slice),
  );
  return JSON.stringify(again) === JSON.stringify(reports);
}
