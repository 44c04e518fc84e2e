// What is kept of a session's people: read by way of its room it is what their sums are.
import { describe, expect, test } from "vitest";
import { readRoom, roomOf, writeRoom } from "~/domain/impact/figures/rooms";
import { addSums, addWithinSession, type Sums } from "~/domain/impact/figures/sums";
import { addSumsByPart } from "~/domain/impact/figures/sums-by-part";
import { familiesOf } from "~/domain/impact/report-families";
import { chance, inputsOf, type Learner } from "../impact-report/made-up";

const pick = chance(7);
const learner = (): Learner => ({
  walkIn: pick(9) === 0,
  pre: pick(11),
  ...(pick(2) ? { arrival: pick(11) } : {}),
  post: pick(11),
  later: pick(11),
  relevant: 1 + pick(5),
  commitments: [pick(2) ? "done" : null],
  manager: pick(2) ? "yes" : "no",
});
const inputs = inputsOf({
  sessions: Array.from({ length: 6 }, () => ({
    course: "a",
    on: "2026-05-05",
    agencies: Object.fromEntries(
      ["schools", "health", "police"].map((id) => [id, Array.from({ length: 1 + pick(9) }, learner)]),
    ),
  })),
  courses: { a: { theme: "harm", boards: ["A"] } },
});
const read = (sums: Record<string, Sums>) => {
  const { agencies, ...kept } = writeRoom(new Map(Object.entries(sums)));
  return readRoom({ ...kept, agencies: Buffer.from(agencies) });
};

describe("the room of a session", () => {
  test("tells of every agency, and of how many, what their sums do", () => {
    for (const { sums } of inputs.sessions) {
      const room = read(sums);
      expect(room.agencies).toEqual(Object.keys(sums).sort());
      expect(room.byAgency()).toEqual(sums);
      room.agencies.forEach((id, agency) => {
        expect(room.sumsOf(id)).toEqual(sums[id]);
        for (const [family, { counts }] of familiesOf(inputs.items))
          for (const { of } of counts) expect(of(room.countsOf(agency)), family).toBe(of(sums[id] as Sums));
      });
      expect(room.sumsOf("nobody")).toBeUndefined();
    }
  });

  test("adds agencies up to the last digit as their sums do, in the order of their ids", () => {
    for (const { sums } of inputs.sessions) {
      const inOrder = Object.keys(sums)
        .sort()
        .map((id) => sums[id] as Sums);
      expect(read(sums).whole()).toEqual(addWithinSession(inOrder));
    }
  });

  test("sums added up part by part are those added up at once", () => {
    const all = inputs.sessions.map((session) => roomOf(session).whole());
    const [atOnce, byPart] = [addSums(all), addSumsByPart(all)];
    for (const name of Object.keys(atOnce) as (keyof Sums)[]) expect(byPart[name]).toEqual(atOnce[name]);
  });
});
