// A world in which sessions were delivered and their figures worked out, and the people who make a release of them.

import { writeRoom } from "~/domain/impact/figures/rooms";
import { emptySums, type PairSums, type Sums } from "~/domain/impact/figures/sums";
import type { ReleaseState } from "~/domain/impact/impact";
import {
  draftRelease,
  publishRelease,
  sendForReview,
  signOff,
  withdrawRelease,
} from "~/domain/impact/impact.server";
import { instantOf, london } from "~/shared/civil-time";
import { makeWorld, type World } from "./world";
/** Its first two quarters are over by then. */
export const spring = { label: "2026-27-Q1", from: "2026-04-01", until: "2026-07-01" };
export const summer = { label: "2026-27-Q2", from: "2026-07-01", until: "2026-10-01" };

const momentsOf = (values: number[]) => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return { n: values.length, mean, m2: values.reduce((total, value) => total + (value - mean) ** 2, 0) };
};

function pairsOf(pre: number[], post: number[]): PairSums {
  const [x, y] = [momentsOf(pre), momentsOf(post)];
  const changes = pre.map((value, index) => (post[index] ?? 0) - value);
  const c = pre.reduce((total, value, index) => total + (value - x.mean) * ((post[index] ?? 0) - y.mean), 0);
  return {
    pairs: { x, y, c },
    sessions: [momentsOf(changes)],
    improved: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    declined: changes.filter((change) => change < 0).length,
    atTop: pre.filter((value) => value === 10).length,
  };
}

/** Of so many people who came and answered before and after, and rose by about two points. */
export function sumsOf(people: number, rise = 2): Sums {
  const pre = Array.from({ length: people }, (_each, index) => 3 + (index % 4));
  const post = pre.map(
    (value, index) => value + (index % 5 === 0 ? 0 : index % 6 === 0 ? -1 : rise + (index % 3) - 1),
  );
  const sums = emptySums();
  const told = { owed: people, answered: people, keptApart: 0 };
  return {
    ...sums,
    places: { booked: people, came: people, absent: 0, walkIns: 0 },
    stages: { ...sums.stages, T0: told, T2: told },
    confidence: pairsOf(pre, post),
    items: { "item-recognise": pairsOf(pre, post) },
  };
}

/** A delivered session and its figures; the bookings behind them are left out, since no release reads them. */
export function deliverSums(
  { db, tables, ids, clock }: World,
  { date = "2026-08-04", courseId = "course", people = 30, rise = 2, agencies = ["police"] } = {},
): string {
  const sessionId = ids.id();
  const times = { startsAt: instantOf(date, "09:30"), endsAt: instantOf(date, "16:30") };
  db.insert(tables.sessions)
    .values({
      id: sessionId,
      courseId,
      status: "delivered",
      mode: "in person",
      venueId: "venue",
      capacity: 99,
      bookingClosesAt: times.startsAt,
      createdAt: 0,
      updatedAt: 0,
      ...times,
    })
    .run();
  db.insert(tables.meetings)
    .values({
      id: ids.id(),
      sessionId,
      number: 1,
      date,
      startTime: "09:30",
      endTime: "16:30",
      zone: london,
      ...times,
    })
    .run();
  db.insert(tables.sessionFigureStates)
    .values({ sessionId, responses: 2 * people, fingerprint: "test", workedOutAt: clock.now() })
    .run();
  const sums = new Map(agencies.map((agency) => [agency, sumsOf(people, rise)]));
  db.insert(tables.sessionFigures)
    .values({ sessionId, ...writeRoom(sums) })
    .run();
  return sessionId;
}

/** Deliveries in the summer quarter, and the cast of a release. */
export function releaseWorld() {
  const world = makeWorld();
  deliverSums(world, { date: "2026-07-07" });
  deliverSums(world, { date: "2026-08-04", people: 25 });
  deliverSums(world, { date: "2026-09-08", people: 40, rise: 3 });
  const people = {
    drafter: world.coordinator,
    other: world.person({ name: "Other coordinator", roles: ["coordinator"] }),
    sdg: world.person({ name: "Delivery group", roles: ["sdg_member"] }),
    scrutineer: world.person({ name: "Scrutineer", roles: ["scrutineer"] }),
    /** Holds both roles: may sign only what somebody else drafted. */
    both: world.person({ name: "Both", roles: ["coordinator", "sdg_member"] }),
    lead: world.person({ name: "Agency lead", roles: ["agency_lead"] }),
    trainer: world.person({ name: "Trainer", roles: ["trainer"] }),
    admin: world.person({ name: "Administrator", roles: ["admin"] }),
    practitioner: world.person({ name: "Practitioner" }),
  };
  return { ...world, people };
}
export type ReleaseWorld = ReturnType<typeof releaseWorld>;

type Made = { world: World; drafter: string; sdg: string };
const must = <Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value => {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
};

/** A release in a state, made as people make it. `public`: signed, and anyone may read it. */
export function releaseIn(
  { world, drafter, sdg }: Made,
  state: ReleaseState | "public" | "withdrawn in public",
  outline: { title?: string; from?: string; until?: string; parts?: string[] } = {},
): string {
  const [coordinator, member] = [world.as(drafter), world.as(sdg)];
  const { releaseId } = must(
    draftRelease(coordinator, {
      title: "What changed",
      from: summer.from,
      until: summer.until,
      parts: [],
      ...outline,
    }),
  );
  if (state === "draft") return releaseId;
  must(sendForReview(coordinator, releaseId));
  if (state === "in review") return releaseId;
  must(signOff(member, releaseId));
  if (state === "public" || state === "withdrawn in public") must(publishRelease(member, releaseId));
  if (state === "withdrawn" || state === "withdrawn in public")
    must(withdrawRelease(member, releaseId, "A register was wrong."));
  return releaseId;
}
