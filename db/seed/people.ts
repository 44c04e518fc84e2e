// Everyone in the demonstration: the sign-ins of the design, the learners, and the training pool. All are invented.
import { type GrantedRole, people, roleGrants } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { roles } from "~/domain/context";
import { days, minutes } from "~/shared/clock";
import { chanceFrom } from "./chance";
import type { RoleGroupId } from "./competencies-and-requirements";
import { learnerName } from "./names";
import { agencyId } from "./partnership";
import { known, type Seeding } from "./seeding";
import signIns from "./sign-ins.json";
import { hundred, jobTitles } from "./workforce";

/** Someone who may learn: by name a sign-in of the design, or one of the numbered learners. */
export type Learner = { personId: string; email: string; roleGroupId: string | null; accessNeeds: string };

export type SeededPeople = {
  /** Everyone's id by address. */
  ids: ReadonlyMap<string, string>;
  learners: readonly Learner[];
};

const needs = [
  "I use a wheelchair: step-free access, please.",
  "Hearing loop, please.",
  "Large print handouts, please.",
  "Vegetarian lunch, please.",
  "I need a short break every hour.",
  "Halal lunch, please.",
];

type Joining = {
  email: string;
  name: string;
  agency: string;
  roleGroupId: string | null;
  jobTitle: string;
  lineManagerEmail: string | null;
  roles: GrantedRole[];
};

function namedPeople(): Joining[] {
  return signIns.people.map(({ email, name, agency, roleGroup, jobTitle, roles: held }) => ({
    email,
    name,
    agency,
    roleGroupId: roleGroup,
    jobTitle,
    lineManagerEmail: email === "practitioner@example.org" ? "manager@example.org" : null,
    roles: roles.filter((role) => held.includes(role)),
  }));
}

function learner(number: number): Joining {
  const chance = chanceFrom(`learner ${number}`);
  const place = hundred[(number * 37) % 100];
  if (!place) throw new Error(`Learner ${number} works nowhere.`);
  const roleGroupId = chance.pick(place.tenths);
  const underManager = place.agency === "Blackpool Council Children's Services" && number <= 60;
  return {
    email: `learner${String(number).padStart(4, "0")}@example.org`,
    name: learnerName(number),
    agency: place.agency,
    roleGroupId,
    jobTitle: chance.pick(jobTitles[roleGroupId]),
    lineManagerEmail: underManager && roleGroupId !== "line-manager" ? "manager@example.org" : null,
    roles: [],
  };
}

/** The pool besides the two trainers among the sign-ins. Those with lived experience go by what they bring. */
const poolPeople: [
  email: string,
  name: string,
  agency: string,
  roleGroupId: RoleGroupId | null,
  jobTitle: string,
][] = [
  [
    "trainer3",
    "Eluned Cocklethorpe",
    "Blackpool Council Children's Services",
    "childrens-practitioner",
    "Practice lead",
  ],
  ["trainer4", "Oisín Saltmarshby", "Blackpool Teaching Hospitals", "health-front-line", "Named nurse"],
  [
    "trainer5",
    "Priya Dunecrest",
    "Lancashire & South Cumbria Foundation Trust",
    "adults-practitioner",
    "Nurse lead",
  ],
  [
    "trainer6",
    "Delroy Kittiwakeley",
    "Early Years, Schools and Colleges",
    "designated-lead",
    "Designated safeguarding lead",
  ],
  [
    "trainer7",
    "Agnieszka Bursztynowicz-Fala",
    "National Probation Service",
    "adults-practitioner",
    "Senior practitioner",
  ],
  [
    "trainer8",
    "Gethin Traethmelyn",
    "Blackpool Council Children's Services",
    "childrens-practitioner",
    "Awaken team worker",
  ],
  [
    "parent.trainer.a",
    "Parent trainer A",
    "Voluntary, Community and Third Sector",
    null,
    "Trainer with lived experience",
  ],
  [
    "parent.trainer.b",
    "Parent trainer B",
    "Voluntary, Community and Third Sector",
    null,
    "Trainer with lived experience",
  ],
];

/**
 * Everyone joins within three weeks, long before the first session. All have the one known password: hashing it for
 * each would take longer than everything else here together.
 */
export function seedPeople(seeding: Seeding, passwordHash: string): SeededPeople {
  const { db, ids, clock, founded, scale, asSystem } = seeding;
  const pool = poolPeople.map(([email, name, agency, roleGroupId, jobTitle]): Joining => {
    const rest = { lineManagerEmail: null, roles: ["trainer" as const] };
    return { email: `${email}@example.org`, name, agency, roleGroupId, jobTitle, ...rest };
  });
  const numbered = Array.from({ length: 400 * scale }, (_, index) => learner(index + 1));
  const everyone = [...namedPeople(), ...pool, ...numbered];

  const idOf = new Map<string, string>();
  everyone.forEach(({ agency, roles: granted, ...person }, index) => {
    const now = Math.round(founded + minutes(30) + (days(21) * index) / everyone.length);
    clock.set(now);
    const personId = ids.id();
    db.insert(people)
      .values({ id: personId, ...person, agencyId: agencyId(agency), passwordHash, createdAt: now })
      .run();
    recordAudit(asSystem, {
      action: "accounts.registered",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { agencyId: agencyId(agency), roleGroupId: person.roleGroupId },
    });
    for (const role of granted) {
      db.insert(roleGrants).values({ personId, role, grantedAt: now, grantedBy: null }).run();
      recordAudit(asSystem, {
        action: "accounts.role granted",
        subjectKind: "person",
        subjectId: personId,
        aboutPersonId: personId,
        detail: { role },
      });
    }
    idOf.set(person.email, personId);
  });
  const learners = numbered.map(({ email, roleGroupId }) => {
    const chance = chanceFrom(`${email} needs`);
    const accessNeeds = chance.happens(0.12) ? chance.pick(needs) : "";
    return { personId: known(idOf, email), email, roleGroupId, accessNeeds };
  });
  return { ids: idOf, learners };
}
