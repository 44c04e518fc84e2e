// The demonstration partnership: who is in it, what it offers, and a year of training around now, lived through in order.

import { type Db, transact } from "db/client";
import { hashPassword } from "~/domain/accounts/accounts.server";
import { setUp } from "../set-up/set-up";
import { planAfterwards } from "./afterwards";
import { askBesides, tieMeasures } from "./asked-besides";
import { blackpool, offered } from "./blackpool";
import { comersChooser } from "./comers";
import { planComplaints } from "./complaints";
import { openDiary } from "./diary";
import { importHistory } from "./history";
import { planLife } from "./lives";
import { planMessages, troubleSomeLetters } from "./messages";
import { planNewcomers } from "./newcomers";
import { seedPeople } from "./people";
import { seedPool } from "./pool";
import { planProgramme } from "./programme";
import { planReleases } from "./releases";
import { known, must, startSeeding } from "./seeding";
import { planSelfAssessments } from "./self-assessments";
import signIns from "./sign-ins.json";
import { planSignIns } from "./signing-in";
import { planAsking } from "./weeks-later";

/**
 * Fills a migrated, empty database: all of it, or nothing. The same `now` and `scale` give the same partnership, but
 * for the salt in the passwords. What has happened before `now` went through the same commands as on any other day.
 * @param scale how many times over there are learners, sessions, bookings and responses; a whole number from 1
 */
export async function seedDemonstration(
  db: Db,
  { now, scale }: { now: number; scale: number },
): Promise<void> {
  const passwordHash = await hashPassword(signIns.password);
  transact(db, () => {
    const seeding = startSeeding(db, { now, scale });
    // Nobody has an authenticator app ready to try it out with.
    const partnership = { ...blackpool.partnership, secondFactorRoles: [] };
    const { agencyIds } = must(setUp(seeding.asSystem, { ...blackpool, partnership }, null));
    importHistory(seeding);
    const people = seedPeople(seeding, agencyIds, passwordHash);
    const teachers = seedPool(seeding, people.ids);

    const diary = openDiary(seeding.clock);
    const coordinatorId = known(people.ids, "coordinator@example.org");
    askBesides(seeding, coordinatorId);
    tieMeasures(seeding, coordinatorId);
    const leadId = known(people.ids, "lead@example.org");
    const { actor } = seeding.as(leadId);
    const lead = { personId: leadId, agencyId: actor.kind === "person" ? actor.agencyId : "" };
    const comersTo = comersChooser(people);
    for (const session of planProgramme(seeding)) {
      const means = {
        seeding,
        diary,
        coordinatorId,
        courseId: known(offered, session.course).id,
        teachers: teachers.get(session.course) ?? [],
        lead,
        learners: people.learners,
      };
      planLife(means, session, comersTo(session));
    }
    planSelfAssessments(seeding, diary, people);
    planNewcomers(seeding, diary, { people: people.ids, agencies: agencyIds });
    planComplaints(seeding, diary, people.ids);
    planAfterwards(seeding, diary, people.ids);
    planAsking(seeding, diary);
    planReleases(seeding, diary, people.ids);
    planSignIns(seeding, diary, people.ids);
    planMessages(seeding, diary, people.ids);
    diary.live(now);
    troubleSomeLetters(seeding);
  });
}
