// Where a partnership's file does not agree with itself: two of one name, or a name that nothing has. Pure.

type Named = { name: string };
type Given = {
  boards: (Named & { code: string; shape: string })[];
  strategicDeliveryGroups: (Named & { boards: string[] })[];
  agencies: (Named & { domains: string[] })[];
  roleGroups: (Named & { id: string })[];
  competencies: (Named & { id: string })[];
  requirements: { roleGroup: string; competency: string; board: string }[];
  themes: Named[];
  learningSources: { code: string; board: string | null }[];
  courses: {
    slug: string;
    title: string;
    theme: string;
    boards: string[];
    outcomes: string[];
    competencies: string[];
    learningSources: string[];
    bookingRules?:
      | {
          termsOf?: string | undefined;
          roleGroups: string[];
          prerequisites: { course?: string | undefined; competency?: string | undefined }[];
        }
      | undefined;
  }[];
  venues: (Named & { rooms: Named[] })[];
  terms: { board: string }[];
};

type Path = (string | number)[];
type Contradiction = { path: Path; message: string };

/** "families-experiencing-domestic-abuse", from a name: how pages' addresses name it. */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Two that differ only in upper and lower case are one: people would not tell them apart. */
const twice = (path: Path, values: string[], field?: string): Contradiction[] => {
  const plain = values.map((value) => value.normalize("NFC").toLowerCase());
  return values.flatMap((value, index) => {
    const first = plain.indexOf(plain[index] ?? "");
    if (first === index) return [];
    const at = [...path, index, ...(field ? [field] : [])];
    return [{ path: at, message: `is the same as at ${first}: "${value}"` }];
  });
};

const unknown = (path: Path, value: string, known: ReadonlySet<string>, list: string): Contradiction[] =>
  known.has(value) ? [] : [{ path, message: `is "${value}", which is not in ${list}` }];

/** Each of a list is known, and is there once. */
const listed = (path: Path, values: string[], known: ReadonlySet<string>, list: string) => [
  ...twice(path, values),
  ...values.flatMap((value, index) => unknown([...path, index], value, known, list)),
];

export function contradictions(given: Given): Contradiction[] {
  const boards = new Set(given.boards.map(({ code }) => code));
  const roleGroups = new Set(given.roleGroups.map(({ id }) => id));
  const competencies = new Set(given.competencies.map(({ id }) => id));
  const courses = new Set(given.courses.map(({ slug }) => slug));
  const themes = new Set(given.themes.map(({ name }) => name));
  const sources = new Set(given.learningSources.map(({ code }) => code));
  const names = (
    list: "boards" | "strategicDeliveryGroups" | "agencies" | "roleGroups" | "competencies" | "venues",
  ) =>
    twice(
      [list],
      given[list].map(({ name }) => name),
      "name",
    );
  const pairs = given.requirements.map(({ roleGroup, competency }) => `${roleGroup} × ${competency}`);
  return [
    ...names("boards"),
    ...names("strategicDeliveryGroups"),
    ...names("agencies"),
    ...names("roleGroups"),
    ...names("competencies"),
    ...names("venues"),
    ...twice(
      ["boards"],
      given.boards.map(({ code }) => code),
      "code",
    ),
    // A board is told apart by its shape where colours cannot be seen.
    ...twice(
      ["boards"],
      given.boards.map(({ shape }) => shape),
      "shape",
    ),
    ...twice(
      ["roleGroups"],
      given.roleGroups.map(({ id }) => id),
      "id",
    ),
    ...twice(
      ["competencies"],
      given.competencies.map(({ id }) => id),
      "id",
    ),
    ...twice(
      ["themes"],
      given.themes.map(({ name }) => slugOf(name)),
      "name",
    ),
    ...twice(
      ["learningSources"],
      given.learningSources.map(({ code }) => code),
      "code",
    ),
    ...twice(
      ["courses"],
      given.courses.map(({ slug }) => slug),
      "slug",
    ),
    ...twice(
      ["courses"],
      given.courses.map(({ title }) => title),
      "title",
    ),
    ...twice(["requirements"], pairs),
    ...given.strategicDeliveryGroups.flatMap((group, at) =>
      listed(["strategicDeliveryGroups", at, "boards"], group.boards, boards, "boards"),
    ),
    ...given.agencies.flatMap(({ domains }, at) => twice(["agencies", at, "domains"], domains)),
    ...given.themes.flatMap(({ name }, at) =>
      slugOf(name) === ""
        ? [
            {
              path: ["themes", at, "name"],
              message: "needs a letter from a to z or a digit: pages' addresses name it",
            },
          ]
        : [],
    ),
    ...given.requirements.flatMap(({ roleGroup, competency, board }, at) => [
      ...unknown(["requirements", at, "roleGroup"], roleGroup, roleGroups, "roleGroups"),
      ...unknown(["requirements", at, "competency"], competency, competencies, "competencies"),
      ...unknown(["requirements", at, "board"], board, boards, "boards"),
    ]),
    ...given.learningSources.flatMap(({ board }, at) =>
      board === null ? [] : unknown(["learningSources", at, "board"], board, boards, "boards"),
    ),
    ...given.courses.flatMap((course, at) => [
      ...unknown(["courses", at, "theme"], course.theme, themes, "themes"),
      ...listed(["courses", at, "boards"], course.boards, boards, "boards"),
      ...listed(["courses", at, "competencies"], course.competencies, competencies, "competencies"),
      ...listed(["courses", at, "learningSources"], course.learningSources, sources, "learningSources"),
      ...rulesOfCourse(course, ["courses", at, "bookingRules"], { roleGroups, courses, competencies }),
    ]),
    ...given.venues.flatMap(({ rooms }, at) =>
      twice(
        ["venues", at, "rooms"],
        rooms.map(({ name }) => name),
        "name",
      ),
    ),
    ...twice(
      ["terms"],
      given.terms.map(({ board }) => board),
      "board",
    ),
    ...given.terms.flatMap(({ board }, at) => unknown(["terms", at, "board"], board, boards, "boards")),
  ];
}

/** What a course asks of those who book it names things that are there. */
function rulesOfCourse(
  { slug, boards, bookingRules: rules }: Given["courses"][number],
  path: Path,
  known: Record<"roleGroups" | "courses" | "competencies", ReadonlySet<string>>,
): Contradiction[] {
  if (!rules) return [];
  const ofCourse = rules.termsOf === undefined ? [] : [rules.termsOf];
  return [
    ...ofCourse.flatMap((board) =>
      unknown([...path, "termsOf"], board, new Set(boards), "the course's boards"),
    ),
    ...listed([...path, "roleGroups"], rules.roleGroups, known.roleGroups, "roleGroups"),
    ...rules.prerequisites.flatMap(({ course, competency }, index) => {
      const at = [...path, "prerequisites", index];
      if (course === slug) return [{ path: [...at, "course"], message: "is the course itself" }];
      return [
        ...(course === undefined ? [] : unknown([...at, "course"], course, known.courses, "courses")),
        ...(competency === undefined
          ? []
          : unknown([...at, "competency"], competency, known.competencies, "competencies")),
      ];
    }),
  ];
}
