// What a list of people comes to, row by row: who is new, who is here already, and which rows cannot stand. Pure.
import type { CivilDate } from "~/shared/civil-time";

/** A blank means that the list does not say. Only a last day left blank says something: that they work there still. */
export type ImportedPerson = {
  name: string;
  email: string;
  /** By its name. */
  agency: string;
  /** By its name. */
  roleGroup: string | null;
  team: string | null;
  jobTitle: string | null;
  lineManagerEmail: string | null;
  leftOn: CivilDate | null;
};

type Details = Omit<ImportedPerson, "email">;
/** Someone who is here: their address led to them. */
export type RecordedPerson = Details & { mergedInto: string | null };

export type PersonDifference = { what: keyof Details; recorded: string | null; given: string | null };

export type PersonProblem =
  | { kind: "repeated"; firstIndex: number }
  | { kind: "no such agency"; given: string }
  | { kind: "no such role group"; given: string }
  | { kind: "own line manager" }
  | { kind: "has not left yet"; leftOn: CivilDate }
  | { kind: "merged"; into: string }
  | { kind: "recorded differently"; differences: PersonDifference[] };

/** `index` counts from 0 in the list that was given; a row is refused once, for everything that is wrong with it. */
export type PersonRefusal = { index: number; problems: PersonProblem[] };

/** Someone to add, with what the names in the list stand for. */
export type NewPerson = { person: ImportedPerson; agencyId: string; roleGroupId: string | null };

/** Upper or lower case, runs of spaces and ways of composing an accent do not make another name. */
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** Looks up by name: as it is written, or else but for case and spaces. */
export function byName(named: readonly { id: string; name: string }[]): (name: string) => string | undefined {
  const exact = new Map(named.map(({ id, name }) => [name, id]));
  const alike = new Map(named.map(({ id, name }) => [plain(name), id]));
  return (name) => exact.get(name) ?? alike.get(plain(name));
}

const compared: (keyof Details)[] = [
  "name",
  "agency",
  "roleGroup",
  "team",
  "jobTitle",
  "lineManagerEmail",
  "leftOn",
];

/** What a person has told about themselves since stays: a list that leaves it blank says nothing against it. */
function differencesBetween(recorded: Details, given: Details): PersonDifference[] {
  return compared
    .filter((what) => given[what] !== null || what === "leftOn")
    .filter((what) => plain(recorded[what] ?? "") !== plain(given[what] ?? ""))
    .map((what) => ({ what, recorded: recorded[what], given: given[what] }));
}

/** The rule: someone new is added, the same account of someone again changes nothing, and a different one is refused. */
export function judgePeople(
  given: readonly ImportedPerson[],
  known: {
    today: CivilDate;
    agencyNamed(name: string): string | undefined;
    roleGroupNamed(name: string): string | undefined;
    personAt(email: string): RecordedPerson | undefined;
  },
): { additions: NewPerson[]; refusals: PersonRefusal[] } {
  const firstIndexes = new Map<string, number>();
  const additions: NewPerson[] = [];
  const refusals: PersonRefusal[] = [];
  given.forEach((person, index) => {
    const email = person.email.toLowerCase();
    const agencyId = known.agencyNamed(person.agency);
    const roleGroupId = person.roleGroup === null ? null : known.roleGroupNamed(person.roleGroup);
    const recorded = known.personAt(email);
    const firstIndex = firstIndexes.get(email);
    const problems: PersonProblem[] = [];
    if (firstIndex !== undefined) problems.push({ kind: "repeated", firstIndex });
    else firstIndexes.set(email, index);
    if (agencyId === undefined) problems.push({ kind: "no such agency", given: person.agency });
    if (person.roleGroup !== null && roleGroupId === undefined)
      problems.push({ kind: "no such role group", given: person.roleGroup });
    if (person.lineManagerEmail?.toLowerCase() === email) problems.push({ kind: "own line manager" });
    if (person.leftOn !== null && person.leftOn > known.today)
      problems.push({ kind: "has not left yet", leftOn: person.leftOn });
    if (recorded && recorded.mergedInto !== null) {
      problems.push({ kind: "merged", into: recorded.mergedInto });
    } else if (recorded && problems.length === 0) {
      const differences = differencesBetween(recorded, person);
      if (differences.length > 0) problems.push({ kind: "recorded differently", differences });
    }
    if (problems.length > 0) refusals.push({ index, problems });
    else if (!recorded && agencyId !== undefined)
      additions.push({ person, agencyId, roleGroupId: roleGroupId ?? null });
  });
  return { additions, refusals };
}
