// What people must be able to do, and who must keep it up: requirements by kind of work.
import { competencies, requirements, roleGroups } from "db/schema";
import type { Seeding } from "./seeding";

const competencyList = [
  {
    id: "recognising-neglect",
    name: "Recognising neglect",
    description: "Sees neglect early, describes it with evidence, and works with parents to change it.",
  },
  {
    id: "domestic-abuse",
    name: "Responding to domestic abuse",
    description: "Recognises abuse and control, asks safely, and acts for adults and children alike.",
  },
  {
    id: "exploitation-and-missing",
    name: "Exploitation and missing",
    description: "Recognises exploitation and harm outside the home, and responds when someone goes missing.",
  },
  {
    id: "child-sexual-abuse",
    name: "Child sexual abuse",
    description: "Recognises signs of sexual abuse and follows the pathway with other agencies.",
  },
  {
    id: "thresholds",
    name: "Thresholds and levels of need",
    description: "Places needs at the right level, asks for the right support, and steps up or down in time.",
  },
  {
    id: "making-safeguarding-personal",
    name: "Making safeguarding personal",
    description: "Lets an adult's own wishes lead, and balances them with risk and capacity.",
  },
  {
    id: "learning-from-reviews",
    name: "Learning from reviews",
    description: "Knows what recent reviews found and changes their own practice for it.",
  },
  {
    id: "impact-chronology",
    name: "Impact chronology",
    description: "Records what life is like for a child over time, so that harm that builds up can be seen.",
  },
  {
    id: "information-sharing",
    name: "Sharing information and challenge",
    description: "Shares what others need to know, and takes it further when agencies disagree.",
  },
  {
    id: "engaging-people",
    name: "Helping people to change",
    description: "Talks with people in a way that helps them find their own reasons to change.",
  },
] as const;

export type CompetencyId = (typeof competencyList)[number]["id"];

/** Months until training must be renewed; "once" where once is enough. */
type Renewal = [board: "MASA" | "BSAB" | "BSafe", months: number | "once"];

type KindOfWork = {
  id: string;
  name: string;
  description: string;
  requires: Partial<Record<CompetencyId, Renewal>>;
};

const kindsOfWork = [
  {
    id: "childrens-practitioner",
    name: "Front-line children's practitioner",
    description:
      "You work directly with children and families: social work, early help, family hubs, youth work.",
    requires: {
      "recognising-neglect": ["MASA", 36],
      "domestic-abuse": ["MASA", 36],
      "exploitation-and-missing": ["MASA", 24],
      "child-sexual-abuse": ["MASA", 36],
      thresholds: ["MASA", 24],
      "impact-chronology": ["MASA", 36],
      "information-sharing": ["MASA", 36],
      "engaging-people": ["MASA", "once"],
    },
  },
  {
    id: "adults-practitioner",
    name: "Adult services practitioner",
    description: "You work directly with adults: social care, mental health, substance misuse, probation.",
    requires: {
      "making-safeguarding-personal": ["BSAB", 24],
      "domestic-abuse": ["BSafe", 36],
      "information-sharing": ["BSAB", 36],
      "learning-from-reviews": ["BSAB", 12],
      "engaging-people": ["BSAB", "once"],
    },
  },
  {
    id: "designated-lead",
    name: "Designated safeguarding lead",
    description: "You lead on safeguarding in a school, college, nursery, practice or charity.",
    requires: {
      "recognising-neglect": ["MASA", 24],
      "domestic-abuse": ["MASA", 24],
      "exploitation-and-missing": ["MASA", 24],
      "child-sexual-abuse": ["MASA", 24],
      thresholds: ["MASA", 12],
      "information-sharing": ["MASA", 24],
      "learning-from-reviews": ["MASA", 12],
    },
  },
  {
    id: "education-staff",
    name: "Early years, school or college staff",
    description: "You teach, support or care for children in an education setting.",
    requires: {
      "recognising-neglect": ["MASA", 36],
      "exploitation-and-missing": ["MASA", 36],
      thresholds: ["MASA", 24],
    },
  },
  {
    id: "police-front-line",
    name: "Police front line",
    description: "You respond to calls, patrol neighbourhoods or investigate.",
    requires: {
      "domestic-abuse": ["BSafe", 24],
      "exploitation-and-missing": ["BSafe", 24],
      "recognising-neglect": ["MASA", 36],
      "making-safeguarding-personal": ["BSAB", 36],
      "information-sharing": ["BSafe", 36],
    },
  },
  {
    id: "health-front-line",
    name: "Health front line",
    description: "You see patients: nursing, midwifery, health visiting, emergency care, therapy.",
    requires: {
      "recognising-neglect": ["MASA", 36],
      "domestic-abuse": ["BSafe", 36],
      "child-sexual-abuse": ["MASA", 36],
      "making-safeguarding-personal": ["BSAB", 36],
      thresholds: ["MASA", 36],
    },
  },
  {
    id: "housing-community",
    name: "Housing or community worker",
    description: "You work with tenants, neighbourhoods, volunteers or community groups.",
    requires: {
      "domestic-abuse": ["BSafe", 36],
      "exploitation-and-missing": ["BSafe", 36],
      "making-safeguarding-personal": ["BSAB", 36],
      "information-sharing": ["BSafe", "once"],
    },
  },
  {
    id: "line-manager",
    name: "Line manager",
    description: "You supervise people who work with children, adults or families.",
    requires: {
      "learning-from-reviews": ["MASA", 12],
      thresholds: ["MASA", 24],
      "impact-chronology": ["MASA", 36],
      "information-sharing": ["MASA", 36],
    },
  },
] as const satisfies KindOfWork[];

export type RoleGroupId = (typeof kindsOfWork)[number]["id"];

/** What each kind of work requires, by its id. */
export const requiredOf: ReadonlyMap<string, readonly CompetencyId[]> = new Map(
  kindsOfWork.map(({ id, requires }) => [id, Object.keys(requires) as CompetencyId[]]),
);

export function seedRoleGroups({ db }: Seeding): void {
  kindsOfWork.forEach(({ id, name, description }, position) => {
    db.insert(roleGroups).values({ id, name, description, position }).run();
  });
}

export function seedCompetencies({ db }: Seeding): void {
  competencyList.forEach((competency, position) => {
    db.insert(competencies)
      .values({ ...competency, position })
      .run();
  });
}

export function seedRequirements({ db }: Seeding): void {
  for (const { id: roleGroupId, requires } of kindsOfWork) {
    for (const [competencyId, [boardCode, months]] of Object.entries(requires)) {
      const renewMonths = months === "once" ? null : months;
      db.insert(requirements).values({ roleGroupId, competencyId, boardCode, renewMonths }).run();
    }
  }
}
