// Who wants to come to a session, and how it will go with them: all settled beforehand from each one's own chance.
import type { AttendanceMark } from "~/domain/bookings/bookings";
import type { CivilDate } from "~/shared/civil-time";
import { offered, requiredOf } from "./blackpool";
import { type Chance, chanceFrom } from "./chance";
import type { Learner, SeededPeople } from "./people";
import type { PlannedSession } from "./programme";
import { known } from "./seeding";

export type Comer = {
  personId: string;
  email: string;
  /** What they say when booking; "" for nothing. */
  accessNeeds: string;
  chance: Chance;
  /** When they answer the questions before the session, if at all. */
  before: "when booking" | "on arrival" | "never";
  /** Whether they answer at the end, if they came. */
  after: boolean;
  cancels: boolean;
  /** One for each meeting. */
  marks: AttendanceMark[];
};

/** Chooses comers so that nobody is wanted in two places on one day. Sessions must be given in a fixed order. */
export function comersChooser(people: SeededPeople) {
  const needsOf = (email: string) => people.accessNeeds.get(email) ?? "";
  const engaged = new Map<string, Set<CivilDate>>();
  const been = new Set<string>();

  function engage(personId: string, session: PlannedSession): boolean {
    const taken = engaged.get(personId) ?? new Set();
    if (session.meetings.some(({ date }) => taken.has(date))) return false;
    for (const { date } of session.meetings) taken.add(date);
    engaged.set(personId, taken);
    been.add(`${personId} ${session.course}`);
    return true;
  }

  /** Those whose work asks for it come most; few come to the same course again within the year. */
  function wantsToCome(learner: Learner, session: PlannedSession, chance: Chance): boolean {
    const required = requiredOf.get(learner.roleGroupId ?? "") ?? [];
    const taught = known(offered, session.course).competencies;
    const share = taught.some((competency) => required.includes(competency)) ? 1 : 0.2;
    const again = been.has(`${learner.personId} ${session.course}`) ? 0.05 : 1;
    return chance.happens(share * again);
  }

  return (session: PlannedSession): Comer[] => {
    const guests = session.guests.map((email) => {
      const personId = known(people.ids, email);
      if (!engage(personId, session)) throw new Error(`${email} is wanted in two places on one day.`);
      return guest({ email, personId, accessNeeds: needsOf(email) }, session);
    });
    const chance = chanceFrom(`${session.key} is chosen`);
    const chosen: Comer[] = [];
    while (chosen.length < session.wanted) {
      const learner = chance.pick(people.learners);
      if (!wantsToCome(learner, session, chance) || !engage(learner.personId, session)) continue;
      chosen.push(ordinary({ ...learner, accessNeeds: needsOf(learner.email) }, session));
    }
    // Who books early gets a place; who books after the last place waits.
    const early =
      session.situation === "full"
        ? session.capacity + 1
        : session.situation === "offer"
          ? session.capacity
          : 0;
    return [...chosen.slice(0, early), ...guests, ...chosen.slice(early)];
  };
}

type Somebody = Pick<Comer, "email" | "personId" | "accessNeeds">;

function guest(person: Somebody, session: PlannedSession): Comer {
  return {
    ...person,
    chance: chanceFrom(`${person.email} ${session.key}`),
    // Left for "My training" to ask.
    before: session.coming ? "never" : "when booking",
    after: session.situation !== "just finished",
    cancels: false,
    marks: session.meetings.map(() => "present"),
  };
}

function ordinary(learner: Somebody, session: PlannedSession): Comer {
  const chance = chanceFrom(`${learner.email} ${session.key}`);
  const answering = chance.between(0, 1);
  const small = session.course === "gcp2-antenatal";
  return {
    personId: learner.personId,
    email: learner.email,
    accessNeeds: learner.accessNeeds,
    chance,
    before: small || answering < 0.8 ? "when booking" : answering < 0.86 ? "on arrival" : "never",
    after: chance.happens(small ? 0.6 : 0.76),
    cancels: chance.happens(0.1) && session.situation !== "full" && session.situation !== "offer",
    marks: marksOf(chance, session.meetings.length),
  };
}

function marksOf(chance: Chance, meetings: number): AttendanceMark[] {
  if (chance.happens(0.06))
    return Array<AttendanceMark>(meetings).fill(chance.happens(0.3) ? "excused" : "absent");
  return Array.from({ length: meetings }, (_, index) => {
    const luck = chance.between(0, 1);
    if (luck < 0.05) return "late";
    if (luck < 0.08) return "left early";
    // Some cannot come back for the second day.
    return index > 0 && luck < 0.13 ? "absent" : "present";
  });
}
