// What is withheld is nowhere in what the service answers: pages, their data, charts, and files.
import { createRequestHandler } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { roles } from "~/domain/context";
import { writeRoom } from "~/domain/impact/figures/rooms";
import type { JointMoments, Moments, PairSums, Sums } from "~/domain/impact/figures/sums";
import { listPeriods, listReportSlices } from "~/domain/impact/impact.server";
import { build } from "../domain/support-check/site";
import { deliverSums, type ReleaseWorld, releaseIn, releaseWorld, sumsOf } from "../support/release-world";
import { webOf } from "../support/web";
import { addCourse } from "./impact-world";

/** Means of few people that nobody else has; written with one decimal they are 71.3, 81.4 and so on. */
const rare = { before: 71.3137, after: 81.4159, change: 91.5171, later: 61.6181 };
const traces = /71\.3|81\.4|91\.5|61\.6|(?<!\d)20\.2(?!\d)/;

const moments = (n: number, mean: number): Moments => ({ n, mean, m2: n });
const joint = (n: number, x: number, y: number): JointMoments => ({
  x: moments(n, x),
  y: moments(n, y),
  c: 0,
});
const pairs = (n: number): PairSums => ({
  pairs: joint(n, rare.before, rare.after),
  sessions: [moments(n, rare.change)],
  improved: n,
  same: 0,
  declined: 0,
  atTop: 0,
});

/** So few people with such figures in everything a report tells. */
function few(n: number): Sums {
  const sums = sumsOf(n);
  return {
    ...sums,
    confidence: pairs(n),
    scenarios: pairs(n),
    items: { "item-recognise": pairs(n) },
    baseline: joint(n, rare.before, rare.after),
    followUp: { gains: joint(n, rare.change, rare.later), fade: moments(n, rare.before) },
    laterAnswered: { before: moments(n, rare.before), change: moments(n, rare.change) },
    laterSilent: { before: moments(n, rare.later), change: moments(n, rare.after) },
    recalled: joint(n, rare.before, rare.later),
  };
}

/** Two large courses; a small one, a small agency at a large one, and a small session in a quarter of its own. */
function plant(n: number, to: { small?: string; agency?: string; date?: string }) {
  const world = releaseWorld();
  addCourse(world, "large");
  addCourse(world, "small");
  deliverSums(world, { courseId: "large", people: 40 });
  const sessionId = deliverSums(world, {
    courseId: to.small ?? "course",
    date: to.date,
    people: n,
    agencies: [to.agency ?? "police"],
  });
  world.db
    .update(world.tables.sessionFigures)
    .set(writeRoom(new Map([[to.agency ?? "police", few(n)]])))
    .where(eq(world.tables.sessionFigures.sessionId, sessionId))
    .run();
  return world;
}

function asker(world: ReleaseWorld) {
  const web = webOf(world);
  const answer = createRequestHandler(build, "production");
  return async (path: string, as?: string): Promise<{ status: number; text: string }> => {
    const { request } = await web.visit(path, { as });
    const response = await answer(request, web.context());
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const text = isZip
      ? Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join("\n")
      : strFromU8(bytes);
    return { status: response.status, text };
  };
}

/** Every address that tells figures. */
function addresses(world: ReleaseWorld, releaseId: string): string[] {
  const ctx = world.as(world.people.scrutineer);
  const periods = listPeriods(world).slice(0, 4);
  const reports = periods.flatMap((period) =>
    listReportSlices(ctx, period).flatMap(({ kind, key }) => {
      const when = `when=${period.label}`;
      if (kind === "course") return [`/impact/courses/${key}?${when}`];
      const about = kind === "partnership" ? "" : `&about=${kind}:${key}`;
      return [
        `/impact?${when}${about}`,
        ...(period === periods[0] ? [`/impact/figures/confidence?${when}${about}`] : []),
      ];
    }),
  );
  const files = [".csv", ".xlsx", ".docx"].map((ending) => `/impact/releases/${releaseId}${ending}`);
  const pages = [...reports, "/impact/releases", `/impact/releases/${releaseId}`];
  const data = pages.map((page) => page.replace(/^([^?]+)/, "$1.data"));
  return [...pages, ...data, ...files];
}

test.each([
  ["a course of 4", 4, { small: "small" }],
  ["a course of 9", 9, { small: "small" }],
  ["an agency of 4 in a quarter that is over", 4, { agency: "health" }],
  ["a quarter of 7", 7, { date: "2026-05-05" }],
] as const)(
  "%s: no figure of theirs is in any answer to anyone",
  async (_what, n, to) => {
    const world = plant(n, to);
    const ctx = world.as(world.people.scrutineer);
    const [year] = listPeriods(world);
    if (!year) throw new Error("There is a year.");
    const parts = listReportSlices(ctx, year).flatMap(({ kind, key }) =>
      kind === "partnership" ? [] : [`${kind}/${key}`],
    );
    const { drafter, sdg } = world.people;
    const { from, until } = year;
    const releaseId = releaseIn({ world, drafter, sdg }, "signed off", { from, until, parts });
    const ask = asker(world);
    let told = 0;
    for (const path of addresses(world, releaseId)) {
      const { status, text } = await ask(path, world.people.scrutineer);
      if (status === 200) told++;
      expect(traces.exec(text)?.[0], path).toBeUndefined();
    }
    expect(told).toBeGreaterThan(15);
    for (const role of roles) {
      const as = world.person({ roles: [role] });
      for (const path of ["/impact", "/impact.data", `/impact/releases/${releaseId}.csv`])
        expect(traces.exec((await ask(path, as)).text)?.[0], `${path} for ${role}`).toBeUndefined();
    }
  },
  120_000,
);

test("with enough of them the same figures are found (the control)", async () => {
  const world = plant(40, { small: "small" });
  const ask = asker(world);
  const { text } = await ask("/impact/courses/small", world.people.scrutineer);
  expect(traces.test(text)).toBe(true);
  expect(traces.test((await ask("/impact/courses/small.data", world.people.scrutineer)).text)).toBe(true);
});
