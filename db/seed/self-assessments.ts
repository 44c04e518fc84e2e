// What people say of themselves in the needs analysis: about four in ten of the learners, and three of the sign-ins.
import type { AssessmentAnswer, LastTrained } from "~/domain/needs/needs";
import { recordSelfAssessment } from "~/domain/needs/needs.server";
import { days } from "~/shared/clock";
import { requiredOf } from "./blackpool";
import { type Chance, chanceFrom } from "./chance";
import type { Diary } from "./diary";
import type { SeededPeople } from "./people";
import { known, must, type Seeding } from "./seeding";

/** In order of how many say so; the rest leave it blank. */
const shares: [LastTrained, number][] = [
  ["one to three years ago", 0.3],
  ["within a year", 0.24],
  ["over three years ago", 0.18],
  ["never", 0.14],
  ["not sure", 0.08],
];

function lastTrained(chance: Chance): LastTrained | null {
  let left = chance.between(0, 1);
  for (const [answer, share] of shares) {
    if (left < share) return answer;
    left -= share;
  }
  return null;
}

/** The competency, when they say they were last trained in it, and how confident they are. */
type SaidOf = [competencyId: string, trained: LastTrained, confidence: number];

/** Nothing about child sexual abuse: the one need about which nothing is known. */
const practitioner: SaidOf[] = [
  ["recognising-neglect", "within a year", 8],
  ["domestic-abuse", "never", 3],
  ["exploitation-and-missing", "over three years ago", 4],
  ["thresholds", "one to three years ago", 6],
  ["impact-chronology", "within a year", 7],
  ["information-sharing", "one to three years ago", 6],
  ["engaging-people", "one to three years ago", 7],
];
const practitioner2: SaidOf[] = [
  ["recognising-neglect", "one to three years ago", 6],
  ["domestic-abuse", "over three years ago", 3],
  ["making-safeguarding-personal", "within a year", 7],
  ["thresholds", "never", 4],
];
const manager: SaidOf[] = [
  ["learning-from-reviews", "over three years ago", 6],
  ["impact-chronology", "within a year", 8],
  ["information-sharing", "not sure", 7],
];

export function planSelfAssessments(seeding: Seeding, diary: Diary, people: SeededPeople): void {
  const say = (personId: string, at: number, answers: AssessmentAnswer[]) =>
    diary.plan(at, () => {
      must(recordSelfAssessment(seeding.as(personId), { personId, answers }));
    });

  for (const [email, said] of [
    ["practitioner@example.org", practitioner],
    ["practitioner2@example.org", practitioner2],
    ["manager@example.org", manager],
  ] as const) {
    const answers = said.map(([competencyId, trained, confidence]) => ({
      competencyId,
      lastTrained: trained,
      confidence,
    }));
    say(known(people.ids, email), seeding.now - days(40), answers);
  }

  for (const { personId, email, roleGroupId } of people.learners) {
    const chance = chanceFrom(`${email} says of themselves`);
    if (!chance.happens(0.4)) continue;
    const answers = (requiredOf.get(roleGroupId ?? "") ?? []).map((competencyId) => ({
      competencyId,
      lastTrained: lastTrained(chance),
      confidence: chance.happens(0.95) ? Math.min(10, Math.max(0, Math.round(chance.around(5.6, 2)))) : null,
    }));
    const answered = answers.some((answer) => answer.lastTrained !== null || answer.confidence !== null);
    if (answered) say(personId, Math.round(seeding.now - chance.between(days(3), days(240))), answers);
  }
}
