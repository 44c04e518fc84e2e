// A self-assessment: kept, the person's own only, harmless when sent twice, and audited without its answers.
import { auditEntries, selfAssessmentAnswers, selfAssessments } from "db/schema";
import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Context, stranger, system } from "~/domain/context";
import type { AssessmentAnswer } from "~/domain/needs/needs";
import { needsOf, recordSelfAssessment } from "~/domain/needs/needs.server";
import { minutes } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { needsWorld } from "./needs-world";

const answer = (
  competencyId: string,
  lastTrained: AssessmentAnswer["lastTrained"],
  confidence: number | null = null,
): AssessmentAnswer => ({ competencyId, lastTrained, confidence });

const rowsOf = ({ db }: Pick<Context, "db">) => ({
  assessments: db.select().from(selfAssessments).all(),
  answers: db
    .select()
    .from(selfAssessmentAnswers)
    .orderBy(asc(selfAssessmentAnswers.selfAssessmentId), asc(selfAssessmentAnswers.competencyId))
    .all(),
  audit: db.select().from(auditEntries).all(),
});

it("keeps what was answered and changes how the person stands", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  const answers = [
    answer("neglect", "within a year", 0),
    answer("abuse", null, 10),
    answer("induction", null),
  ];
  const recorded = recordSelfAssessment(world.as(ann), { personId: ann, answers });
  expect(recorded.ok).toBe(true);
  const rows = rowsOf(world);
  expect(rows.assessments).toMatchObject([{ personId: ann, takenAt: world.clock.now() }]);
  expect(
    rows.answers.map(({ competencyId, lastTrained, confidence }) => [competencyId, lastTrained, confidence]),
  ).toEqual([
    ["abuse", null, 10],
    ["neglect", "within a year", 0],
  ]);
  const neglect = needsOf(world.as(ann), ann).needs.find((need) => need.competencyId === "neglect");
  expect(neglect).toMatchObject({ status: { kind: "reported" }, confidence: { value: 0 } });
});

it("is audited: who, about whom, how many answers, but not what they say", () => {
  const world = needsWorld();
  const ann = world.person("ann");
  recordSelfAssessment(world.as(ann), { personId: ann, answers: [answer("neglect", "never", 2)] });
  const { assessments, audit } = rowsOf(world);
  expect(audit).toMatchObject([
    {
      action: "needs.assessed",
      actorPersonId: ann,
      aboutPersonId: ann,
      subjectKind: "self-assessment",
      subjectId: assessments[0]?.id,
      detail: { answers: 1 },
    },
  ]);
  expect(JSON.stringify(audit)).not.toContain("never");
});

describe("sent again", () => {
  it("within a minute it changes nothing", () => {
    const world = needsWorld();
    const ann = world.person("ann");
    const assessment = {
      personId: ann,
      answers: [answer("neglect", "never"), answer("abuse", "not sure", 4)],
    };
    const first = recordSelfAssessment(world.as(ann), assessment);
    const before = rowsOf(world);
    world.clock.forward(minutes(1) - 1);
    expect(recordSelfAssessment(world.as(ann), assessment)).toEqual(first);
    expect(rowsOf(world)).toEqual(before);
  });

  it("a minute later, or with other answers, it is a new assessment and the old one stays", () => {
    const world = needsWorld();
    const ann = world.person("ann");
    const never = { personId: ann, answers: [answer("neglect", "never")] };
    recordSelfAssessment(world.as(ann), never);
    recordSelfAssessment(world.as(ann), { personId: ann, answers: [answer("neglect", "not sure")] });
    world.clock.forward(minutes(1));
    recordSelfAssessment(world.as(ann), never);
    expect(rowsOf(world).answers.map((row) => row.lastTrained)).toEqual(["never", "not sure", "never"]);
    expect(rowsOf(world).audit).toHaveLength(3);
  });

  it("one person's answers are no repeat of another's", () => {
    const world = needsWorld();
    for (const id of [world.person("ann"), world.person("bob")]) {
      recordSelfAssessment(world.as(id), { personId: id, answers: [answer("neglect", "never")] });
    }
    expect(rowsOf(world).assessments).toHaveLength(2);
  });
});

describe("refused, and nothing written", () => {
  it("nothing answered", () => {
    const world = needsWorld();
    const ann = world.person("ann");
    const blank = { personId: ann, answers: [answer("neglect", null)] };
    expect(recordSelfAssessment(world.as(ann), blank)).toEqual({ ok: false, reason: "nothing answered" });
    const foreign = { personId: ann, answers: [answer("unused", "never"), answer("no such thing", "never")] };
    expect(recordSelfAssessment(world.as(ann), foreign)).toEqual({ ok: false, reason: "nothing answered" });
    expect(rowsOf(world)).toEqual({ assessments: [], answers: [], audit: [] });
  });

  it.each([null, "none"])("kind of work %s requires nothing", (group) => {
    const world = needsWorld();
    const ann = world.person("ann", { group });
    const answers = [answer("neglect", "never")];
    expect(recordSelfAssessment(world.as(ann), { personId: ann, answers })).toEqual({
      ok: false,
      reason: "nothing required",
    });
    expect(rowsOf(world).audit).toEqual([]);
  });

  it("someone else's, whatever the role", () => {
    const world = needsWorld();
    const ann = world.person("ann");
    world.person("bob");
    const assessment = { personId: ann, answers: [answer("neglect", "never")] };
    const others = [
      world.as("bob"),
      world.as("bob", "agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"),
      { ...world.as("bob"), actor: stranger },
      { ...world.as("bob"), actor: system },
    ];
    for (const other of others) expect(() => recordSelfAssessment(other, assessment)).toThrow(NotFound);
    expect(rowsOf(world)).toEqual({ assessments: [], answers: [], audit: [] });
  });

  it("a confidence off its scale is a broken caller, and leaves no half of an assessment", () => {
    const world = needsWorld();
    const ann = world.person("ann");
    const answers = [answer("neglect", "never", 3), answer("abuse", null, 11)];
    expect(() => recordSelfAssessment(world.as(ann), { personId: ann, answers })).toThrow("off its scale");
    expect(rowsOf(world)).toEqual({ assessments: [], answers: [], audit: [] });
  });
});
