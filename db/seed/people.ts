// Everyone in the demonstration who was there from the start: the sign-ins of the design, the learners, the training pool,
// and a few whose accounts something has happened to since. All are invented.
import { type GrantedRole, people, roleGrants } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { roles } from "~/domain/context";
import { days, minutes } from "~/shared/clock";
import { learners } from "./learners";
import { known, type Seeding } from "./seeding";
import signIns from "./sign-ins.json";

/** Someone who joins, with what they tell about themselves. */
export type Joining = {
  email: string;
  name: string;
  agency: string;
  roleGroupId: string | null;
  jobTitle: string;
  team: string | null;
  lineManagerEmail: string | null;
  accessNeeds: string | null;
  dietaryNeeds: string | null;
  roles: GrantedRole[];
};

/** Someone who may learn: by name a sign-in of the design, or one of the numbered learners. */
export type Learner = { personId: string; email: string; roleGroupId: string | null };

export type SeededPeople = {
  /** Everyone's id by address. */
  ids: ReadonlyMap<string, string>;
  /** What those who need something to take part have told, by address. */
  accessNeeds: ReadonlyMap<string, string>;
  learners: readonly Learner[];
};

const unsaid = { team: null, lineManagerEmail: null, accessNeeds: null, dietaryNeeds: null, roles: [] };

function namedPeople(): Joining[] {
  return signIns.people.map(({ email, name, agency, roleGroup, jobTitle, team, roles: held }) => ({
    ...unsaid,
    email,
    name,
    agency,
    roleGroupId: roleGroup,
    jobTitle,
    team,
    lineManagerEmail: email === "practitioner@example.org" ? "manager@example.org" : null,
    dietaryNeeds: email === "practitioner@example.org" ? "Vegetarian" : null,
    roles: roles.filter((role) => held.includes(role)),
  }));
}

type Member = [email: string, name: string, agency: string, roleGroupId: string | null, jobTitle: string];

/** The pool besides the two trainers among the sign-ins. Those with lived experience go by what they bring. */
const poolPeople: Member[] = [
  [
    "trainer3@example.org",
    "Eluned Cocklethorpe",
    "Blackpool Council Children's Services",
    "childrens-practitioner",
    "Practice lead",
  ],
  [
    "trainer4@example.org",
    "Oisín Saltmarshby",
    "Blackpool Teaching Hospitals",
    "health-front-line",
    "Named nurse",
  ],
  [
    "trainer5@example.org",
    "Priya Dunecrest",
    "Lancashire & South Cumbria Foundation Trust",
    "adults-practitioner",
    "Nurse lead",
  ],
  [
    "trainer6@example.org",
    "Delroy Kittiwakeley",
    "Early Years, Schools and Colleges",
    "designated-lead",
    "Designated safeguarding lead",
  ],
  [
    "trainer7@example.org",
    "Agnieszka Bursztynowicz-Fala",
    "National Probation Service",
    "adults-practitioner",
    "Senior practitioner",
  ],
  [
    "trainer8@example.org",
    "Gethin Traethmelyn",
    "Blackpool Council Children's Services",
    "childrens-practitioner",
    "Awaken team worker",
  ],
  [
    "parent.trainer.a@example.org",
    "Parent trainer A",
    "Voluntary, Community and Third Sector",
    null,
    "Trainer with lived experience",
  ],
  [
    "parent.trainer.b@example.org",
    "Parent trainer B",
    "Voluntary, Community and Third Sector",
    null,
    "Trainer with lived experience",
  ],
];

/** Addresses that the stories of later name: they are of agencies, and sign in with a link. */
export const leavers = ["s.tanglewrack@council.example.org", "b.foamcrester@hospitals.example.org"] as const;
export const twoAccounts = [
  "m.groyneshaw@hospitals.example.org",
  "myfanwy.groyneshaw@foundation-trust.example.org",
] as const;

/** Two who have left since, and one who changed agency and joined anew: each account has bookings of its own. */
const otherPeople: Member[] = [
  [
    leavers[0],
    "Solvejg Tanglewrack",
    "Blackpool Council Children's Services",
    "childrens-practitioner",
    "Youth worker",
  ],
  [leavers[1], "Bashir Foamcrester", "Blackpool Teaching Hospitals", "health-front-line", "Midwife"],
  [twoAccounts[0], "Myfanwy Groyneshaw", "Blackpool Teaching Hospitals", "health-front-line", "Staff nurse"],
  [
    twoAccounts[1],
    "Myfanwy Groyneshaw",
    "Lancashire & South Cumbria Foundation Trust",
    "adults-practitioner",
    "Care coordinator",
  ],
];

const asJoining =
  (held: GrantedRole[]) =>
  ([email, name, agency, roleGroupId, jobTitle]: Member): Joining => ({
    ...unsaid,
    email,
    name,
    agency,
    roleGroupId,
    jobTitle,
    roles: held,
  });

/**
 * Everyone joins within three weeks, long before the first session. Sign-ins of the demonstration have the one known
 * password: hashing it for each would take longer than everything else here together.
 */
export function seedPeople(
  seeding: Seeding,
  agencyIds: ReadonlyMap<string, string>,
  passwordHash: string,
): SeededPeople {
  const { db, ids, clock, founded, asSystem } = seeding;
  const numbered = learners(400 * seeding.scale);
  const everyone = [
    ...namedPeople(),
    ...poolPeople.map(asJoining(["trainer"])),
    ...otherPeople.map(asJoining([])),
    ...numbered,
  ];

  const idOf = new Map<string, string>();
  everyone.forEach(({ agency, roles: granted, ...person }, index) => {
    const now = Math.round(founded + minutes(30) + (days(21) * index) / everyone.length);
    clock.set(now);
    const personId = ids.id();
    const agencyId = known(agencyIds, agency);
    const hash = person.email.endsWith("@example.org") ? passwordHash : null;
    db.insert(people)
      .values({ id: personId, ...person, agencyId, passwordHash: hash, createdAt: now })
      .run();
    const about = { subjectKind: "person", subjectId: personId, aboutPersonId: personId };
    recordAudit(asSystem, {
      action: "accounts.registered",
      ...about,
      detail: { agencyId, roleGroupId: person.roleGroupId },
    });
    for (const role of granted) {
      db.insert(roleGrants).values({ personId, role, grantedAt: now, grantedBy: null }).run();
      recordAudit(asSystem, { action: "accounts.role granted", ...about, detail: { role } });
    }
    idOf.set(person.email, personId);
  });
  return {
    ids: idOf,
    accessNeeds: new Map(
      everyone.flatMap(({ email, accessNeeds }) => (accessNeeds ? [[email, accessNeeds]] : [])),
    ),
    learners: numbered.map(({ email, roleGroupId }) => ({
      personId: known(idOf, email),
      email,
      roleGroupId,
    })),
  };
}
