// Who works where: each agency's share of the learners, what they do there, and what such work is called.
import type { RoleGroupId } from "./competencies-and-requirements";

/** How many of every hundred learners each agency has, and what they do there, tenth by tenth. */
const workforce: { agency: string; ofHundred: number; tenths: RoleGroupId[] }[] = [
  {
    agency: "Lancashire Constabulary",
    ofHundred: 12,
    tenths: mix("police-front-line", 9, "line-manager", 1),
  },
  {
    agency: "Lancashire & South Cumbria Integrated Care Board",
    ofHundred: 3,
    tenths: mix("designated-lead", 5, "line-manager", 5),
  },
  {
    agency: "Blackpool Council Children's Services",
    ofHundred: 19,
    tenths: mix("childrens-practitioner", 8, "line-manager", 2),
  },
  {
    agency: "Blackpool Council Public Health",
    ofHundred: 5,
    tenths: mix("health-front-line", 7, "line-manager", 3),
  },
  {
    agency: "Blackpool Teaching Hospitals",
    ofHundred: 15,
    tenths: mix("health-front-line", 9, "designated-lead", 1),
  },
  {
    agency: "Lancashire & South Cumbria Foundation Trust",
    ofHundred: 11,
    tenths: mix("adults-practitioner", 5, "health-front-line", 5),
  },
  {
    agency: "National Probation Service",
    ofHundred: 6,
    tenths: mix("adults-practitioner", 9, "line-manager", 1),
  },
  {
    agency: "Blackpool Coastal Housing",
    ofHundred: 7,
    tenths: mix("housing-community", 9, "line-manager", 1),
  },
  {
    agency: "Delphi Substance Misuse and Alcohol Service",
    ofHundred: 5,
    tenths: mix("adults-practitioner", 8, "line-manager", 2),
  },
  // The inspection found education under-represented: few come, measured by how many there are.
  {
    agency: "Early Years, Schools and Colleges",
    ofHundred: 7,
    tenths: mix("education-staff", 6, "designated-lead", 4),
  },
  {
    agency: "Voluntary, Community and Third Sector",
    ofHundred: 10,
    tenths: mix("housing-community", 6, "childrens-practitioner", 4),
  },
];

function mix(
  first: RoleGroupId,
  firstTenths: number,
  second: RoleGroupId,
  secondTenths: number,
): RoleGroupId[] {
  return [...Array<RoleGroupId>(firstTenths).fill(first), ...Array<RoleGroupId>(secondTenths).fill(second)];
}

/** A place for each of a hundred learners; they are taken 37 apart, so that neighbours come from different agencies. */
export const hundred = workforce.flatMap(({ ofHundred, ...rest }) =>
  Array<typeof rest>(ofHundred).fill(rest),
);

export const jobTitles: Record<RoleGroupId, string[]> = {
  "childrens-practitioner": [
    "Social worker",
    "Family support worker",
    "Early help practitioner",
    "Youth worker",
  ],
  "adults-practitioner": ["Care coordinator", "Recovery worker", "Probation practitioner", "Support worker"],
  "designated-lead": ["Designated safeguarding lead", "Named nurse", "Safeguarding lead"],
  "education-staff": ["Class teacher", "Teaching assistant", "Nursery practitioner", "Pastoral lead"],
  "police-front-line": ["Police constable", "Detective constable", "Community support officer", "Sergeant"],
  "health-front-line": ["Health visitor", "Midwife", "Staff nurse", "School nurse", "Occupational therapist"],
  "housing-community": [
    "Housing officer",
    "Tenancy support worker",
    "Community worker",
    "Volunteer coordinator",
  ],
  "line-manager": ["Team manager", "Service lead", "Practice supervisor"],
};
