// The training pool: who is in it, and what each may teach until when. Approvals last two years from when they are given.
import { addTrainer, approveTrainer } from "~/domain/trainers/trainers.server";
import { addDays, addMonths, civilDateAt } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { offered } from "./blackpool";
import { known, must, type Seeding } from "./seeding";

/** A member of the pool: their id, and what they may teach, by the courses' slugs. */
type PoolMember = { email: string; kind: "practitioner" | "lived experience"; teaches: string[] };

const pool: PoolMember[] = [
  {
    email: "trainer@example.org",
    kind: "practitioner",
    teaches: ["neglect-gcp2", "working-well", "domestic-abuse", "impact-chronology"],
  },
  {
    email: "trainer2@example.org",
    kind: "practitioner",
    teaches: ["making-safeguarding-personal", "motivational-interviewing", "contextual-safeguarding"],
  },
  {
    email: "trainer3@example.org",
    kind: "practitioner",
    teaches: ["neglect-gcp2", "gcp2-antenatal", "impact-chronology", "working-well"],
  },
  {
    email: "trainer4@example.org",
    kind: "practitioner",
    teaches: ["gcp2-antenatal", "child-sexual-abuse-pathway", "neglect-gcp2", "learning-from-reviews"],
  },
  {
    email: "trainer5@example.org",
    kind: "practitioner",
    teaches: ["making-safeguarding-personal", "motivational-interviewing", "learning-from-reviews"],
  },
  {
    email: "trainer6@example.org",
    kind: "practitioner",
    teaches: ["missing-from-home", "working-well", "child-sexual-abuse-pathway"],
  },
  {
    email: "trainer7@example.org",
    kind: "practitioner",
    teaches: ["domestic-abuse", "learning-from-reviews"],
  },
  {
    email: "trainer8@example.org",
    kind: "practitioner",
    teaches: ["contextual-safeguarding", "missing-from-home", "domestic-abuse"],
  },
  {
    email: "parent.trainer.a@example.org",
    kind: "lived experience",
    teaches: ["domestic-abuse", "neglect-gcp2"],
  },
  {
    email: "parent.trainer.b@example.org",
    kind: "lived experience",
    teaches: ["domestic-abuse", "working-well"],
  },
];

/** Who may teach a course, each with what they bring. */
export type Teachers = { personId: string; livedExperience: boolean }[];

/** The one approval that is about to run out: trainer2@ and motivational interviewing, 25 days from now. */
const endsSoon = { email: "trainer2@example.org", slug: "motivational-interviewing", days: 25 };

/** @returns the teachers by the course's slug */
export function seedPool(seeding: Seeding, ids: ReadonlyMap<string, string>): ReadonlyMap<string, Teachers> {
  const { clock, founded, now } = seeding;
  clock.set(founded + days(22));
  const joinedOn = civilDateAt(founded + days(22));
  const ctx = seeding.as(known(ids, "coordinator@example.org"));
  const teachers = new Map<string, Teachers>();
  for (const { email, kind, teaches } of pool) {
    const personId = known(ids, email);
    must(addTrainer(ctx, { personId, kind, joinedOn }));
    for (const slug of teaches) {
      const soon = email === endsSoon.email && slug === endsSoon.slug;
      const until = soon ? addDays(civilDateAt(now), endsSoon.days) : addMonths(joinedOn, 24);
      must(approveTrainer(ctx, { personId, courseId: known(offered, slug).id, until }));
      const others = teachers.get(slug) ?? [];
      teachers.set(slug, [...others, { personId, livedExperience: kind === "lived experience" }]);
    }
  }
  return teachers;
}
