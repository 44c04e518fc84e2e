// A world whose board has terms, with a course that can be made to ask for approval, prerequisites or an audience.
import { bookPlace, holdPlaces } from "~/domain/bookings/bookings.server";
import type { SessionPlan } from "~/domain/sessions/sessions.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { addDays } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { makeWorld } from "../../support/world";

type Asks = { approval?: "line manager" | "agency lead"; prerequisite?: boolean; audience?: string };

/** The board's terms are the starting ones, but for what is given. `lead` leads the police, `healthLead` health. */
export function ruledWorld(waiting: Partial<TermsRules["waiting"]> = {}, rules: Partial<TermsRules> = {}) {
  const world = makeWorld();
  const { db, tables } = world;
  db.insert(tables.bookingTerms)
    .values({
      ...{ id: "terms", boardCode: "KIDS", version: 1, inForceFrom: 0, madeAt: 0 },
      rules: { ...startingRules, ...rules, waiting: { ...startingRules.waiting, ...waiting } },
    })
    .run();
  const leadId = world.person({ name: "Police lead", roles: ["agency_lead"] });
  const healthLeadId = world.person({ name: "Health lead", roles: ["agency_lead"], agencyId: "health" });
  const [lead, healthLead, coordinator] = [leadId, healthLeadId, world.coordinator].map(world.as);
  if (!lead || !healthLead || !coordinator) throw new Error("Three people were added.");

  /** What the course asks for from now on. @returns the id of the prerequisite, where there is one */
  const asks = ({ approval, prerequisite, audience }: Asks): string => {
    if (approval) db.update(tables.courses).set({ approval }).run();
    const id = "e-learning-first";
    if (prerequisite)
      db.insert(tables.coursePrerequisites)
        .values({ id, courseId: "course", kind: "e-learning", eLearning: "Basics", position: 1 })
        .run();
    if (audience)
      db.insert(tables.courseAudiences).values({ courseId: "course", roleGroupId: audience }).run();
    return id;
  };

  /** Somebody who has named their line manager. */
  const managed = (agencyId = "police", lineManagerEmail = "manager@police.example.org") => {
    const personId = world.person({ agencyId });
    db.$client
      .prepare("update people set line_manager_email = ? where id = ?")
      .run(lineManagerEmail, personId);
    return personId;
  };

  /** A session of the course; each a day later than the one before, so that nothing clashes. */
  let count = 0;
  const session = (plan: Partial<SessionPlan> = {}) => {
    const meetings = [{ date: addDays(world.today, 14 + count), startTime: "09:30", endTime: "16:30" }];
    count += 1;
    return world.session({ meetings, ...plan });
  };

  /** Somebody's booking that waits for their line manager. @returns the approval's id */
  const asked = (sessionId = session()) => {
    asks({ approval: "line manager" });
    const personId = managed();
    const result = bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait" });
    if (!result.ok) throw new Error(result.reason);
    const open = db.select().from(tables.bookingApprovals).all().at(-1);
    if (!open) throw new Error("Nobody was asked.");
    return open.id;
  };

  /** Places that the police's lead reserves, for five days unless given otherwise. @returns the hold's id */
  const reserved = (sessionId: string, places: number, releasesAt = world.clock.now() + days(5)) => {
    const hold = { sessionId, kind: "reserved", agencyId: "police", mode: "in person" } as const;
    const result = holdPlaces(lead, { ...hold, places, releasesAt });
    if (!result.ok) throw new Error(result.reason);
    return result.value.heldPlacesId;
  };

  const stateOf = (bookingId: string) =>
    db
      .select()
      .from(tables.bookings)
      .all()
      .find(({ id }) => id === bookingId)?.state;

  return { world, lead, leadId, healthLead, coordinator, asks, managed, session, asked, reserved, stateOf };
}
