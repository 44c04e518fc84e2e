// The people file: who works where, as agencies keep it. Nobody in it is written to; they sign in with a link.
import { z } from "zod";
import {
  type ImportedPerson,
  importPeople,
  type PersonDifference,
  type PersonRefusal,
  weighPeople,
} from "~/domain/accounts/accounts.server";
import { counted, listed, plainDate } from "~/shared/format";
import type { Result } from "~/shared/result";
import {
  emailAddress,
  optionalEmailAddress,
  optionalIsoDate,
  optionalLine,
  optionalText,
  personName,
  requiredText,
  shown,
} from "./cells";
import { type Reading, readRows } from "./reading";
import { agreeOrTakeOut, type Kind } from "./run-import";

const cells = z.object({
  name: personName,
  email: emailAddress,
  agency: requiredText(),
  role_group: optionalText(),
  team: optionalLine,
  job_title: optionalLine,
  line_manager_email: optionalEmailAddress,
  left_on: optionalIsoDate,
});

const person = cells.transform(
  ({ role_group, job_title, line_manager_email, left_on, ...same }): ImportedPerson => ({
    ...same,
    roleGroup: role_group,
    jobTitle: job_title,
    lineManagerEmail: line_manager_email,
    leftOn: left_on,
  }),
);

/** The people that a file's text tells of, and the rows that cannot be read. Pure. */
export function readPeople(text: string): Result<Reading<ImportedPerson>, string> {
  return readRows(text, Object.keys(cells.shape), person);
}

const columnOf: Record<PersonDifference["what"], string> = {
  name: "name",
  agency: "agency",
  roleGroup: "role_group",
  team: "team",
  jobTitle: "job_title",
  lineManagerEmail: "line_manager_email",
  leftOn: "left_on",
};

function differenceWords({ what, recorded, given }: PersonDifference): string {
  const column = columnOf[what];
  const before = recorded === null ? `no ${column}` : `${column} ${shown(recorded)}`;
  return `${before}; the file ${given === null ? "leaves it blank" : `says ${shown(given)}`}`;
}

function problemWords(
  problem: PersonRefusal["problems"][number],
  numberAt: (index: number) => number,
): string {
  switch (problem.kind) {
    case "repeated":
      return `has the same email as row ${numberAt(problem.firstIndex)}, upper and lower case aside. Take one of the two out.`;
    case "no such agency":
      return `agency: ${shown(problem.given)} is not in the list of agencies. Write it as it stands there, or add it there first.`;
    case "no such role group":
      return `role_group: ${shown(problem.given)} is not one of the kinds of work here. Write it as it stands on the page to join, or leave it blank.`;
    case "own line manager":
      return "line_manager_email: is the person's own address. Enter their line manager's, or leave it blank.";
    case "has not left yet":
      return `left_on: ${plainDate(problem.leftOn)} is still to come. Leave it blank until they have left.`;
    case "merged":
      return `was merged into the account of ${shown(problem.into)}. Use that address, or take the row out.`;
    case "recorded differently":
      return `already here with ${problem.differences.map(differenceWords).join("; and with ")}. ${agreeOrTakeOut}`;
  }
}

/** "10,000 people of 11 agencies, 12 of them have left, …" */
function totalsLine(people: ImportedPerson[]): string {
  const agencies = new Set(people.map(({ agency }) => agency)).size;
  const left = people.filter(({ leftOn }) => leftOn !== null).length;
  const unsure = people.filter(({ roleGroup }) => roleGroup === null).length;
  const facts = [
    `${counted(people.length, "person", "people")} of ${counted(agencies, "agency", "agencies")}`,
    `${counted(left, "leaver")}`,
    `${counted(unsure, "row")} without a kind of work`,
  ];
  return `${listed(facts)}. No message is sent to them: each can sign in with a link by email.`;
}

export const people: Kind<ImportedPerson, PersonRefusal> = {
  read: readPeople,
  weigh: weighPeople,
  record: importPeople,
  reasonOf: ({ problems }, numberAt) => problems.map((problem) => problemWords(problem, numberAt)).join(" "),
  totalsLine,
};
