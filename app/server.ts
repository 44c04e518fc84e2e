// The web server: settings, database, worker, protections, and Remix behind them.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createRenderer, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import { openDatabase } from "db/client";
import { missingMigrations } from "db/migrations";
import express from "express";
import type { ViteDevServer } from "vite";
import { readSettings, type Settings, UnusableSettings } from "./settings.server";
import { systemClock } from "./shared/clock";
import { systemIds } from "./shared/ids";
import { byArea } from "./web/areas.server";
import { protections, protectiveHeaders, refuseForeignForms } from "./web/protections.server";
import { publicPages } from "./web/public-pages.server";
import { type Means, startWorker } from "./worker.server";

const year = 365 * 24 * 3600 * 1000;

/** Serves what `npm run build` has built, or with Vite what is in the files now. */
export async function serve(vite: ViteDevServer | null): Promise<void> {
  const settings = settingsOrExit();
  const db = openDatabase(settings.databasePath);
  const missing = missingMigrations(db);
  if (missing > 0)
    fail(`The database at ${settings.databasePath} lacks ${missing} migrations. Run: npm run db:migrate`);
  const means = { db, clock: systemClock, ids: systemIds, settings };

  const build = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
    : ((await import(
        /* @vite-ignore */ new URL("../build/server/index.js", import.meta.url).href
      )) as ServerBuild);

  const app = express();
  app.disable("x-powered-by");
  app.use(protections(settings, { development: vite !== null }));
  app.use(refuseForeignForms(settings));
  app.use(compression());
  if (vite) app.use(vite.middlewares);
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: year }));
  // Only what looks like a file is looked for on the disk.
  const files = express.static("build/client", { maxAge: "1h", index: false });
  app.use((request, response, next) =>
    /\.\w+$/.test(request.path) ? files(request, response, next) : next(),
  );
  const getLoadContext = () => ({ ...means });
  if (typeof build === "function") app.use(createRequestHandler({ build, getLoadContext }));
  else {
    const answererOf = byArea(build, (part) => createRequestHandler({ build: part, getLoadContext }));
    app.use((request, response, next) => answererOf(request.path)(request, response, next));
  }

  const server = createServer(typeof build === "function" ? app : withPublicPages(build, means, app));
  const worker = startWorker(means);

  server.listen(settings.port, settings.host, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : settings.port;
    console.log(
      `Listening at http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`,
    );
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

/** Strangers' pages are answered before Express is asked. */
function withPublicPages(build: ServerBuild, means: Means, app: express.Express) {
  const rendererOf = byArea(build, (part) => createRenderer(part));
  const render = (address: string) =>
    rendererOf(address)(new Request(new URL(address, means.settings.publicUrl)), { ...means });
  return publicPages(means, { render, headers: protectiveHeaders(means.settings) }, app);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (problem) {
    if (problem instanceof UnusableSettings) fail(problem.message);
    throw problem;
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void serve(null);
