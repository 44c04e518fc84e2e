// The partnership itself: boards, delivery groups, agencies, themes, and the kinds of review it learns from.

import { fileURLToPath } from "node:url";
import {
  agencies,
  agencyDomains,
  boards,
  learningSourceKinds,
  partnership,
  strategicDeliveryGroupBoards,
  strategicDeliveryGroups,
  themes,
} from "db/schema";
import { openFile } from "../import/open-file";
import { practiceMeasures } from "../import/practice-measures";
import { programme } from "../import/programme";
import { importText } from "../import/run-import";
import reference from "./reference/partnership.json";
import { must, type Seeding, slugOf } from "./seeding";

/**
 * Each board has a shape; the colours differ in lightness as well as hue, so that they stay apart for the
 * colour-blind. Contrast on white: 5.2, 5.5 and 13.6.
 */
const marks = {
  MASA: { shape: "circle", colour: "#0072b2" },
  BSAB: { shape: "square", colour: "#a8500b" },
  BSafe: { shape: "triangle", colour: "#4b1d3f" },
} as const;

/** Mail domains are plainly invented. Two agencies of the council share one, as they do in life. */
const domains: Record<string, string> = {
  "Lancashire Constabulary": "police.example.org",
  "Lancashire & South Cumbria Integrated Care Board": "care-board.example.org",
  "Blackpool Council Children's Services": "council.example.org",
  "Blackpool Council Public Health": "council.example.org",
  "Blackpool Teaching Hospitals": "hospitals.example.org",
  "Lancashire & South Cumbria Foundation Trust": "foundation-trust.example.org",
  "National Probation Service": "probation.example.org",
  "Blackpool Coastal Housing": "housing.example.org",
  "Delphi Substance Misuse and Alcohol Service": "recovery.example.org",
  "Early Years, Schools and Colleges": "schools.example.org",
  "Voluntary, Community and Third Sector": "voluntary.example.org",
};

export const agencyId = (name: string) => `agency-${slugOf(name)}`;

/** Everything that is there before the first person joins. */
export function seedPartnership({ db }: Seeding): void {
  db.insert(partnership)
    .values({
      id: 1,
      name: "Blackpool Safeguarding Partnerships",
      serviceName: "Joint training offer",
      place: "Blackpool",
      contactName: "Partnership business unit",
      contactEmail: "training@example.org",
      logoPath: "/mark.svg",
      brandColour: "#0b5772",
    })
    .run();
  reference.boards.forEach(({ code, name, concern }, position) => {
    const mark = marks[code as keyof typeof marks];
    db.insert(boards)
      .values({ code, name, concern, ...mark, position })
      .run();
  });
  for (const { name, note, reports_to } of reference.strategic_delivery_groups) {
    const id = `sdg-${slugOf(name)}`;
    db.insert(strategicDeliveryGroups)
      .values({ id, name, note: note ?? null })
      .run();
    for (const boardCode of reports_to)
      db.insert(strategicDeliveryGroupBoards).values({ groupId: id, boardCode }).run();
  }
  for (const { name, sector } of reference.agencies) {
    db.insert(agencies)
      .values({ id: agencyId(name), name, sector })
      .run();
    const domain = domains[name];
    if (!domain) throw new Error(`No mail domain has been invented for ${name}.`);
    db.insert(agencyDomains)
      .values({ domain, agencyId: agencyId(name) })
      .run();
  }
  themesOfTheYear().forEach(({ name, years }, position) => {
    db.insert(themes)
      .values({ slug: slugOf(name), name, years, position })
      .run();
  });
  for (const { code, name, board } of reference.learning_sources) {
    db.insert(learningSourceKinds).values({ code, name, boardCode: board }).run();
  }
}

/** This year's priorities, what else the year is to focus on, and what a course of the offer names besides. */
function themesOfTheYear(): { name: string; years: string }[] {
  const { "2024-25": before, "2025-26": priorities, "2025-26 focus": focus } = reference.priorities;
  const named = reference.offer_2025_26.map((course) => course.priority);
  return [...new Set([...priorities, ...focus, ...named])].map((name) => ({
    name,
    years: before.includes(name) ? "2024-25" : "2025-26",
  }));
}

/** What was delivered and measured before this service, from the two files of 2023, through the import itself. */
export function importHistory({ asSystem }: Seeding): void {
  const read = (name: string) =>
    must(openFile(fileURLToPath(new URL(`./reference/${name}`, import.meta.url))));
  for (const [kind, source] of [
    ["programme", "programme-2023.csv"],
    ["practice measures", "practice-measures-2023.csv"],
  ] as const) {
    const run = { source, dryRun: false };
    const report = must(
      kind === "programme"
        ? importText(programme, asSystem, read(source), run)
        : importText(practiceMeasures, asSystem, read(source), run),
    );
    if (report.refused.length > 0)
      throw new Error(`${source} was refused: ${JSON.stringify(report.refused)}`);
  }
}
