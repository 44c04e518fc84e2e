// The numbered learners of the demonstration: where each works, in which team and under whom, and what they need.
import { chanceFrom } from "./chance";
import { learnerName } from "./names";
import type { Joining } from "./people";
import { hundred, jobTitles, teams } from "./workforce";

const accessNeeds = [
  "I use a wheelchair: step-free access, please.",
  "Hearing loop, please.",
  "Large print handouts, please.",
  "I need a short break every hour.",
];
const dietaryNeeds = ["Vegetarian", "Vegan", "Halal", "No nuts: I carry an adrenaline pen.", "Gluten free"];

const managersTeam = { agency: "Blackpool Council Children's Services", team: "Family support North" };

function learner(number: number): Joining {
  const chance = chanceFrom(`learner ${number}`);
  const place = hundred[(number * 37) % 100];
  if (!place) throw new Error(`Learner ${number} works nowhere.`);
  const roleGroupId = chance.pick(place.tenths);
  const jobTitle = chance.pick(jobTitles[roleGroupId] ?? []);
  const email = `learner${String(number).padStart(4, "0")}@example.org`;
  const underManager = place.agency === managersTeam.agency && number <= 60 && roleGroupId !== "line-manager";
  const needs = chanceFrom(`${email} needs`);
  const eats = chanceFrom(`${email} eats`);
  return {
    email,
    name: learnerName(number),
    agency: place.agency,
    roleGroupId,
    jobTitle,
    team: underManager ? managersTeam.team : chanceFrom(`${email} team`).pick(teams[place.agency] ?? []),
    lineManagerEmail: underManager ? "manager@example.org" : null,
    accessNeeds: needs.happens(0.08) ? needs.pick(accessNeeds) : null,
    dietaryNeeds: eats.happens(0.12) ? eats.pick(dietaryNeeds) : null,
    roles: [],
  };
}

/** Learners 1 to `count`. Whoever leads people in a team is the line manager of the others there, shared out evenly. */
export function learners(count: number): Joining[] {
  const all = Array.from({ length: count }, (_, index) => learner(index + 1));
  const teamOf = ({ agency, team }: Joining) => `${agency}, ${team}`;
  const leading = new Map<string, string[]>();
  for (const each of all) {
    if (each.roleGroupId !== "line-manager") continue;
    leading.set(teamOf(each), [...(leading.get(teamOf(each)) ?? []), each.email]);
  }
  return all.map((each, index) => {
    const managers = leading.get(teamOf(each)) ?? [];
    const mayHaveOne = each.lineManagerEmail === null && each.roleGroupId !== "line-manager";
    return mayHaveOne ? { ...each, lineManagerEmail: managers[index % managers.length] ?? null } : each;
  });
}
