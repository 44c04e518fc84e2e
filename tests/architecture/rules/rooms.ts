// How rooms use one another, and what in them is pure.
import { anyOfDb, browserAndServer, ground, idOf, ofTheServer, rooms, shared, storage, words } from "../plan";
import { breachAt, type Rule } from "../rule";
import { type Import, isOfTheHouse, type Source } from "../source";

const roomOf = (id: string) => /^app\/domain\/([^/]+)\//.exec(id)?.[1];

const roomsByTheirDoors: Rule = {
  name: "a room imports only from rooms below it, by their doors",
  check: (sources) =>
    sources.flatMap((source) => {
      const here = roomOf(idOf(source));
      if (here === undefined) return [];
      const height = rooms.indexOf(here);
      if (height === -1) return [breachAt(source, { line: 1 }, `is in no known room: ${here}`)];
      return source.imports.flatMap((one) => {
        const there = roomOf(one.from);
        if (there === undefined || there === here) return [];
        const below = rooms.slice(0, height).some((room) => room === there);
        if (!below) return [breachAt(source, one, `${here} may not use ${there}, which is not below it`)];
        if (one.from === `app/domain/${there}/${there}` || one.from === `app/domain/${there}/${there}.server`)
          return [];
        return [breachAt(source, one, `${one.from} is not a door of ${there}`)];
      });
    }),
  control: {
    sound: {
      "app/domain/bookings/places/book-place.server.ts":
        'import { recordEntry } from "~/domain/audit/audit.server"; import { readSession } from "../sessions/sessions.server";',
      "app/domain/bookings/rules.ts": 'import type { BookingState } from "./bookings";',
      "app/domain/accounts/people/register-person.server.ts":
        'import { postMessage } from "~/domain/notifications/notifications.server";',
    },
    broken: [
      ["app/domain/sessions/broken.ts", 'import { placesLeft } from "~/domain/bookings/bookings.server";'],
      ["app/domain/sessions/broken.ts", 'import type { BookingState } from "../bookings/bookings";'],
      [
        "app/domain/notifications/broken.ts",
        'import { readPerson } from "~/domain/accounts/accounts.server";',
      ],
      ["app/domain/bookings/broken.ts", 'import { mayDeliver } from "~/domain/sessions/policy";'],
      ["app/domain/needs/broken.ts", 'export * from "~/domain/bookings/queries.server";'],
      ["app/domain/cellar/cellar.ts", ""],
    ],
  },
};

/** Of the house, words bring in only what is as safe as they are. */
const safe = new RegExp(`${shared.source}|${ground.source}|^app/domain/.*(?<!\\.server)$`);

const wordsAreSafeInABrowser: Rule = {
  name: "a room's words bring in no code of the server",
  check: (sources) =>
    sources
      .filter((source) => words.test(idOf(source)))
      .flatMap((source) =>
        source.imports
          .filter(
            ({ typeOnly, from }) =>
              !typeOnly && (isOfTheHouse(from) ? !safe.test(from) : ofTheServer.test(from)),
          )
          .map((one) => breachAt(source, one, `words may not bring in ${one.from}`)),
      ),
  control: {
    sound: {
      "app/domain/needs/needs.ts":
        'import { z } from "zod"; import type { Gap } from "~/domain/bookings/bookings.server"; import { counted } from "~/shared/format";',
    },
    broken: [
      ["app/domain/bookings/bookings.ts", 'import { openSessions } from "./queries.server";'],
      ["app/domain/bookings/bookings.ts", 'import { bookings } from "db/schema";'],
      ["app/domain/impact/wording.ts", 'import { readFileSync } from "node:fs";'],
    ],
  },
};

const decided = /^app\/domain\/.+\/(rules|policy)$/;

const rulesAndPolicyArePure: Rule = {
  name: "rules and policy are pure: they read nothing",
  check: (sources) =>
    sources
      .filter((source) => decided.test(idOf(source)))
      .flatMap((source) =>
        source.imports
          .filter(
            ({ from, typeOnly }) =>
              !typeOnly &&
              (/\.server$/.test(from) ||
                anyOfDb.test(from) ||
                storage.test(from) ||
                /^node:(?!crypto$)/.test(from)),
          )
          .map((one) => breachAt(source, one, `decides by reading ${one.from}`)),
      ),
  control: {
    sound: {
      "app/domain/bookings/rules.ts":
        'import type { Session } from "~/domain/sessions/sessions.server"; import { hours } from "~/shared/clock";',
      "app/domain/bookings/policy.ts": 'import { holds } from "~/domain/context";',
    },
    broken: [
      ["app/domain/sessions/rules.ts", 'import { sessions } from "db/schema";'],
      ["app/domain/sessions/policy.ts", 'import { readSession } from "./queries.server";'],
      ["app/domain/sessions/rules.ts", 'import { readFileSync } from "node:fs";'],
    ],
  },
};

/** The figures and what may be shown of them: no database, no pages, no machine. */
const figures = /^app\/domain\/impact\/(measures|disclosure)\//;
/** The program that reads a file of vectors, and nothing else there, may read from the machine. */
const readsFiles = /^app\/domain\/impact\/measures\/(cli|vector-file)$/;

const figuresArePure: Rule = {
  name: "measures and disclosure control are pure",
  check: (sources) =>
    sources
      .filter((source) => figures.test(idOf(source)))
      .flatMap((source) =>
        source.imports
          .filter((one) => !allowedInFigures(source, one))
          .map((one) => breachAt(source, one, `figures may not import ${one.from}`)),
      ),
  control: {
    sound: {
      "app/domain/impact/measures/paired.ts":
        'import tCdf from "@stdlib/stats-base-dists-t-cdf"; import { mean } from "./descriptive";',
      "app/domain/impact/disclosure/tables.ts":
        'import { groupBy } from "~/shared/group-by"; import type { Band } from "../impact";',
      "app/domain/impact/measures/cli.ts": 'import { readFileSync } from "node:fs";',
    },
    broken: [
      ["app/domain/impact/measures/broken.ts", 'import type { Db } from "db/client";'],
      ["app/domain/impact/measures/broken.ts", 'import { readFileSync } from "node:fs";'],
      ["app/domain/impact/disclosure/broken.ts", 'import { sql } from "drizzle-orm";'],
      ["app/domain/impact/disclosure/broken.ts", 'import { paths } from "~/web/paths";'],
      ["app/domain/impact/disclosure/broken.ts", 'import { readAnswers } from "../answers.server";'],
      ["app/domain/impact/measures/cli.ts", 'import { openDatabase } from "db/client";'],
    ],
  },
};

function allowedInFigures(source: Source, { from, typeOnly }: Import): boolean {
  if (from.startsWith("node:")) return readsFiles.test(idOf(source));
  if (!isOfTheHouse(from)) return !storage.test(from) && !browserAndServer.test(from);
  return figures.test(from) || shared.test(from) || (typeOnly && words.test(from));
}

/** What tells figures to people: pages, files, letters, and the words and rows that they are made of. */
const tellsFigures =
  /^app\/(routes|web|components)\/|^emails\/|^app\/domain\/impact\/(wording(\/|$)|release-(rows|sections|blocks|since)$)/;
const rawFigures = /^app\/domain\/impact\/(figures\/|report-(?!choice)|build-report$|measures\/)/;
const rawNames = /^(Sums|PairSums|ReportInputs|readReportInputs|readSessionSums|show)$/;
/** Measures over time are drawn from practice measures, which are figures of audits and not of people. */
const chartOfMeasures = /^app\/domain\/impact\/measures\/control-chart$/;

const onlyShownFiguresAreTold: Rule = {
  name: "what tells figures takes them as disclosure control gives them",
  check: (sources) =>
    sources
      .filter((source) => tellsFigures.test(idOf(source)))
      .flatMap((source) =>
        source.imports
          .filter(
            ({ from, names }) =>
              (rawFigures.test(from) && !chartOfMeasures.test(from)) ||
              (/^app\/domain\/impact\//.test(from) && names.some(({ there }) => rawNames.test(there))),
          )
          .map((one) => breachAt(source, one, `takes figures from ${one.from} that have not passed`)),
      ),
  control: {
    sound: {
      "app/routes/impact._index/route.tsx":
        'import { readReport } from "~/domain/impact/impact.server"; import type { Report } from "~/domain/impact/impact";',
      "app/domain/impact/release-rows.ts": 'import type { Report, Shown } from "./report";',
    },
    broken: [
      ["app/routes/impact._index/route.tsx", 'import type { Sums } from "~/domain/impact/impact";'],
      ["app/routes/impact._index/rows.ts", 'import type { ReportInputs } from "~/domain/impact/impact";'],
      ["app/web/release-files.server.ts", 'import { show } from "~/domain/impact/disclosure/shown";'],
      ["app/domain/impact/release-rows.ts", 'import { addSums } from "./figures/sums";'],
      ["app/domain/impact/wording/learning.ts", 'import { changeOf } from "../report-figures";'],
    ],
  },
};

export const roomRules = [
  roomsByTheirDoors,
  wordsAreSafeInABrowser,
  rulesAndPolicyArePure,
  figuresArePure,
  onlyShownFiguresAreTold,
];
