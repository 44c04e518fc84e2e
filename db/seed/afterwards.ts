// What follows after sessions: certificates, charges that are appealed against or waived, and learning from elsewhere.
import { charges } from "db/schema";
import { and, asc, eq, gte } from "drizzle-orm";
import {
  giveDueCertificates,
  reviewLearning,
  submitLearning,
} from "~/domain/certificates/certificates.server";
import { appealCharge, waiveCharge } from "~/domain/charges/charges.server";
import { addDays, civilDateAt } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import type { Diary } from "./diary";
import { known, must, type Seeding } from "./seeding";

export function planAfterwards(seeding: Seeding, diary: Diary, people: ReadonlyMap<string, string>): void {
  for (let at = seeding.founded + days(100); at < seeding.now; at += days(1)) {
    diary.plan(at, () => giveDueCertificates(seeding.asSystem));
  }
  const coordinator = () => seeding.as(known(people, "coordinator@example.org"));
  diary.plan(seeding.now - hours(6), () => {
    const [appealed, waived] = dueOfLate(seeding);
    if (appealed) {
      const note = "I was called to an emergency that morning. My line manager can confirm it.";
      must(appealCharge(seeding.as(appealed.personId), { chargeId: appealed.id, note }));
    }
    if (waived)
      must(waiveCharge(coordinator(), { chargeId: waived.id, note: "Unwell; the line manager wrote to us" }));
  });

  const elsewhere = {
    title: "Trauma-informed practice",
    provider: "Regional learning hub",
    completedOn: addDays(civilDateAt(seeding.now), -40),
    minutes: 180,
    evidence: "Certificate TIP-0417, held by the team's administrator",
    competencyIds: [],
  };
  diary.plan(seeding.now - days(20), () => {
    const own = seeding.as(known(people, "practitioner@example.org"));
    const { learningId } = must(submitLearning(own, elsewhere));
    const seen = { state: "submitted" as const, submittedAt: seeding.clock.now() };
    diary.plan(seeding.now - days(18), () => {
      const accepted = {
        accept: true as const,
        validUntil: null,
        courseId: null,
        competencyIds: [],
        note: null,
      };
      must(reviewLearning(coordinator(), { learningId, seen, ...accepted }));
    });
  });
  diary.plan(seeding.now - hours(28), () => {
    const own = seeding.as(known(people, "practitioner2@example.org"));
    must(
      submitLearning(own, {
        ...elsewhere,
        title: "Prevent duty e-learning",
        provider: "Government e-learning",
        minutes: 60,
      }),
    );
  });
}

/** Of the last four weeks, in which an appeal is still heard; the oldest first. */
const dueOfLate = ({ db, now }: Seeding) =>
  db
    .select({ id: charges.id, personId: charges.personId })
    .from(charges)
    .where(and(eq(charges.state, "due"), gte(charges.madeAt, now - days(27))))
    .orderBy(asc(charges.madeAt), asc(charges.id))
    .limit(2)
    .all();
