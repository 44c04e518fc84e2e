// What is asked of somebody whose record does not show what a course asks for first, and the names of those fields.
import { monthsInWords, type Prerequisite } from "~/domain/catalogue/catalogue";

export const doneField = (prerequisiteId: string) => `done-${prerequisiteId}`;
export const saidField = (prerequisiteId: string) => `said-${prerequisiteId}`;

const asked: Record<Prerequisite["kind"], (name: string) => string> = {
  course: (name) => `Have you attended “${name}”`,
  competency: (name) => `Have you had training in “${name}”`,
  "e-learning": (name) => `Have you done the e-learning “${name}”`,
};

/** "Have you attended “Neglect” in the last 3 years?" */
export function questionAbout({ kind, name, withinMonths }: Prerequisite): string {
  const span = withinMonths === null ? "" : monthsInWords(withinMonths).replace(/^1 /, "");
  return `${asked[kind](name)}${span && ` in the last ${span}`}?`;
}
