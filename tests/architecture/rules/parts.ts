// Which part of the house may import which.
import {
  addresses,
  anyOfDb,
  browserAndServer,
  components,
  database,
  doors,
  emails,
  ground,
  idOf,
  inARoom,
  log,
  ofTheServer,
  settings,
  shared,
  storage,
  styles,
  web,
  words,
  worker,
} from "../plan";
import { breachAt, type Rule } from "../rule";
import { isOfTheHouse, type Source } from "../source";

type Part = {
  name: string;
  files: RegExp;
  /** Files of the house that it may import. */
  may: RegExp[];
  /** Packages that it may not import. */
  not?: RegExp;
};

/** The parts of the house; a file belongs to the first that fits. Rooms have rules of their own besides, below. */
const parts: Part[] = [
  {
    name: "shared",
    files: shared,
    may: [shared],
    not: new RegExp(`${storage.source}|${browserAndServer.source}`),
  },
  { name: "components", files: components, may: [components, shared, words], not: ofTheServer },
  { name: "ground", files: ground, may: [shared, /^db\/client$/], not: browserAndServer },
  {
    name: "rooms",
    files: inARoom,
    may: [inARoom, ground, shared, database],
    not: browserAndServer,
  },
  {
    name: "web",
    files: web,
    may: [
      web,
      components,
      shared,
      ground,
      words,
      doors,
      settings,
      log,
      /^emails\/wording-desk$/,
      /^db\/client$/,
    ],
    not: storage,
  },
  {
    name: "routes",
    files: /^app\/(routes\/|root$)/,
    may: [/^app\/routes\//, components, shared, ground, words, doors, web, styles, log],
    not: storage,
  },
  { name: "settings", files: settings, may: [] },
  {
    name: "worker",
    files: worker,
    may: [doors, words, ground, shared, settings, addresses, log, /^emails\/compose$/, /^db\/client$/],
  },
  // The log has no room: rooms tell what they did in the audit trail.
  { name: "log", files: log, may: [/^app\/web\/without-secrets$/] },
  { name: "entry", files: /^app\/entry\.(server|client)$/, may: [log, /^app\/web\/fault$/] },
  {
    name: "server",
    files: /^app\/(server|dev)$/,
    may: [settings, shared, web, worker, log, /^db\/(client|migrations)$/],
  },
  {
    name: "emails",
    files: emails,
    may: [
      emails,
      shared,
      addresses,
      /^app\/domain\/(calendars|notifications)\/(calendars|notifications)(\.server)?$/,
    ],
    not: storage,
  },
  { name: "schema", files: /^db\/schema\//, may: [/^db\/schema\//], not: /^(?!drizzle-orm)/ },
  { name: "database", files: /^db\/(client|migrations)$/, may: [/^db\/(client|schema)$/] },
  // Programs that run beside the server: they use the rooms by their doors, as pages do.
  { name: "programs", files: anyOfDb, may: [anyOfDb, doors, words, ground, shared, settings, worker] },
  { name: "tests", files: /^(tests|docs)\//, may: [/./] },
];

const written = (source: Source) => /\.(tsx?|mjs)$/.test(source.path);

export const partsOfTheHouse: Rule = {
  name: "each part of the house imports only what it may",
  check: (sources) =>
    sources.filter(written).flatMap((source) => {
      const part = parts.find(({ files }) => files.test(idOf(source)));
      if (!part) return [breachAt(source, { line: 1 }, "belongs to no part of the house")];
      return source.imports
        .filter(({ from }) =>
          isOfTheHouse(from) ? !part.may.some((allowed) => allowed.test(from)) : part.not?.test(from),
        )
        .map((one) => breachAt(source, one, `${part.name} may not import ${one.from}`));
    }),
  control: {
    sound: {
      "app/shared/clock.ts": 'import { randomBytes } from "node:crypto";',
      "app/components/field.tsx": 'import { typed } from "~/shared/form-state"; import { Tag } from "./tag";',
      "app/domain/bookings/rules.ts":
        'import { hours } from "~/shared/clock"; import { bookings } from "db/schema";',
      "app/routes/my._index/route.tsx":
        'import { listMine } from "~/domain/bookings/bookings.server"; import { Panel } from "./panel";',
      "app/routes/impact._index/route.tsx": 'import { inWords } from "~/domain/impact/wording";',
      "emails/layout.tsx": 'import { paths } from "~/web/paths"; import { Html } from "react-email";',
      "db/schema/audit.ts": 'import { sql } from "drizzle-orm"; import { people } from "./accounts";',
      "db/import.ts": 'import { recordDeliveries } from "~/domain/sessions/sessions.server";',
    },
    broken: [
      ["app/shared/broken.ts", 'import { openDatabase } from "db/client";'],
      ["app/shared/broken.ts", 'import { roles } from "~/domain/context";'],
      ["app/shared/broken.ts", 'import { sql } from "drizzle-orm";'],
      ["app/components/broken.tsx", 'import { paths } from "~/web/paths";'],
      ["app/components/broken.tsx", 'import type { Listed } from "../domain/bookings/bookings.server";'],
      ["app/domain/bookings/broken.server.ts", 'import { paths } from "~/web/paths";'],
      ["app/domain/bookings/broken.server.ts", 'import { composer } from "emails/compose";'],
      ["app/domain/bookings/broken.server.ts", 'const { readSettings } = await import("~/settings.server");'],
      ["app/domain/bookings/broken.server.ts", 'import { redirect } from "@remix-run/node";'],
      ["app/domain/bookings/broken.server.ts", 'export { loader } from "~/routes/my._index/route";'],
      ["app/routes/broken/route.tsx", 'import { bookings } from "db/schema";'],
      ["app/routes/broken/route.tsx", 'import { decideBooking } from "~/domain/bookings/rules";'],
      ["app/routes/broken/route.tsx", 'import { eq } from "drizzle-orm";'],
      ["app/web/broken.ts", 'import type { Page } from "~/routes/my._index/route";'],
      ["emails/broken.tsx", 'import { openDatabase } from "db/client";'],
      ["emails/broken.tsx", 'import { readSession } from "~/domain/sessions/sessions.server";'],
      ["db/schema/broken.ts", 'import { v7 } from "uuid";'],
      ["db/schema/broken.ts", 'import { stages } from "~/domain/evaluations/evaluations";'],
      ["db/broken.ts", 'import { decideBooking } from "~/domain/bookings/rules";'],
      ["app/domain/bookings/broken.server.ts", 'import { log } from "~/log.server";'],
      ["app/broken.ts", ""],
      ["app/domain/broken.ts", ""],
    ],
  },
};
