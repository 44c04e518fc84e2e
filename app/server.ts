// The web server: settings, database, worker, and the pages behind everything that protects them.
import { url as debuggerAddress } from "node:inspector";
import { fileURLToPath } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { openDatabase } from "db/client";
import { missingMigrations } from "db/migrations";
import express, { type RequestHandler } from "express";
import type { ViteDevServer } from "vite";
import { log } from "./log.server";
import { readSettings, type Settings, UnusableSettings } from "./settings.server";
import { systemClock } from "./shared/clock";
import { systemIds } from "./shared/ids";
import { byArea } from "./web/areas.server";
import { type Pages, protectedServer } from "./web/protected-app.server";
import { demonstrationPeople } from "./web/seed-people.server";
import { startWorker } from "./worker.server";

const year = 365 * 24 * 3600 * 1000;

/** Serves what `npm run build` has built, or with Vite what is in the files now. */
export async function serve(vite: ViteDevServer | null): Promise<void> {
  const settings = settingsOrExit();
  if (settings.production && (vite || debuggerAddress()))
    fail("Pages made from the files as they are, or a debugger, are not for production.");
  const db = openDatabase(settings.databasePath);
  const missing = missingMigrations(db);
  if (missing > 0)
    fail(`The database at ${settings.databasePath} lacks ${missing} migrations. Run: npm run db:migrate`);
  const invented = settings.demo ? 0 : demonstrationPeople(db);
  if (settings.production && invented > 0)
    fail(
      `The database at ${settings.databasePath} holds ${invented} demonstration accounts, whose password everyone knows. Use another database, or disable them.`,
    );
  process.on("uncaughtException", (problem) => {
    log.fatal({ problem }, "ended by a fault");
    process.exit(1);
  });
  const means = { db, clock: systemClock, ids: systemIds, settings };

  const server = protectedServer(means, vite ? pagesFrom(vite) : await builtPages());
  const worker = startWorker(means);

  server.listen(settings.port, settings.host, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : settings.port;
    const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
    if (settings.demo)
      log.warn("A demonstration: its passwords are known and its mail tray is open. Never with real people.");
    log.info(`Listening at http://${host}:${port} for ${settings.publicUrl}`);
  });

  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      server.close();
      server.closeIdleConnections();
      void worker.stop().finally(() => {
        db.$client.close();
        process.exit(0);
      });
    });
  }
}

async function builtPages(): Promise<Pages> {
  const build = (await import(
    /* @vite-ignore */ new URL("../build/server/index.js", import.meta.url).href
  )) as ServerBuild;
  // Only what looks like a file is looked for on the disk.
  const others = express.static("build/client", { maxAge: "1h", index: false });
  const files: RequestHandler[] = [
    express.Router().use("/assets", express.static("build/client/assets", { immutable: true, maxAge: year })),
    (request, response, next) => (/\.\w+$/.test(request.path) ? others(request, response, next) : next()),
  ];
  return {
    // Always "production", whatever the environment says: in any other mode faults are shown to people.
    answererFor: byArea(build, (part) => createRequestHandler(part, "production")),
    files,
    styles: stylesOf(build),
    development: false,
  };
}

function pagesFrom(vite: ViteDevServer): Pages {
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  const answer = createRequestHandler(build, "development");
  return { answererFor: () => answer, files: [vite.middlewares], styles: [], development: true };
}

/** The stylesheets that the page around every page has. */
const stylesOf = (build: ServerBuild) =>
  (build.routes.root?.module.links?.() ?? []).flatMap((link) =>
    "rel" in link && link.rel === "stylesheet" && "href" in link && link.href ? [link.href] : [],
  );

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (problem) {
    if (problem instanceof UnusableSettings) fail(problem.message);
    throw problem;
  }
}

/** In plain text: whoever started the server is reading. */
function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void serve(null);
