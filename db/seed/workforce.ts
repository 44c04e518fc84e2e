// Who works where: each agency's share of the learners, what they do there, and what such work is called.

/** How many of every hundred learners each agency has, and what they do there, tenth by tenth. */
const workforce: { agency: string; ofHundred: number; tenths: string[] }[] = [
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

function mix(first: string, firstTenths: number, second: string, secondTenths: number): string[] {
  return [...Array<string>(firstTenths).fill(first), ...Array<string>(secondTenths).fill(second)];
}

/** A place for each of a hundred learners; they are taken 37 apart, so that neighbours come from different agencies. */
export const hundred = workforce.flatMap(({ ofHundred, ...rest }) =>
  Array<typeof rest>(ofHundred).fill(rest),
);

export const jobTitles: Record<string, string[]> = {
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

/** What the teams of an agency are called. */
export const teams: Record<string, string[]> = {
  "Lancashire Constabulary": ["Neighbourhood North", "Neighbourhood South", "Public protection"],
  "Lancashire & South Cumbria Integrated Care Board": ["Safeguarding"],
  "Blackpool Council Children's Services": [
    "Family support North",
    "Family support South",
    "Children looked after",
    "Early help",
  ],
  "Blackpool Council Public Health": ["Health improvement", "0 to 19 service"],
  "Blackpool Teaching Hospitals": ["Emergency department", "Maternity", "Children's ward", "Acute medicine"],
  "Lancashire & South Cumbria Foundation Trust": ["Community mental health", "Learning disability"],
  "National Probation Service": ["Blackpool North", "Blackpool South"],
  "Blackpool Coastal Housing": ["Tenancy support", "Neighbourhoods"],
  "Delphi Substance Misuse and Alcohol Service": ["Recovery", "Young people's service"],
  "Early Years, Schools and Colleges": ["Early years", "Primary", "Secondary", "College"],
  "Voluntary, Community and Third Sector": ["Families", "Adults", "Volunteers"],
};
