// One production server for all journeys, on a database of its own with the demonstration partnership in it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { migrateToLatest } from "db/migrations";
import { seedDemonstration } from "db/seed/demonstration";
import type {} from "vitest";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server answers: "http://127.0.0.1:43210". */
    baseUrl: string;
    /** The server's database, for what no page can set up in time. */
    databasePath: string;
  }
}

const longestStart = 30_000;

export default async function setup(project: TestProject) {
  if (buildIsOld()) build();
  const folder = mkdtempSync(join(tmpdir(), "offer-journeys-"));
  const databasePath = join(folder, "journeys.db");
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  await prepare(databasePath);
  const server = serve({ baseUrl, port, databasePath });
  await answering(server, `${baseUrl}/sign-in`);
  project.provide("baseUrl", baseUrl);
  project.provide("databasePath", databasePath);
  return async () => {
    await stop(server.child);
    rmSync(folder, { recursive: true, force: true });
  };
}

function newestIn(place: string): number {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newestIn(join(place, name))));
}

const buildIsOld = () =>
  newestIn("build/server/index.js") <
  Math.max(...["app", "db", "emails", "public", "remix.config.js", "package-lock.json"].map(newestIn));

/** @throws Error with what the build wrote, when it fails */
function build(): void {
  // With VITEST set the compiler stays out of the way, and nothing would be built.
  const { VITEST: _vitest, ...inherited } = process.env;
  const built = spawnSync("npm", ["run", "--silent", "build"], {
    env: { ...inherited, NODE_ENV: "production" },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`);
}

async function prepare(path: string): Promise<void> {
  const db = openDatabase(path);
  // What a power cut could lose here is made again by the next run.
  db.$client.pragma("synchronous = OFF");
  migrateToLatest(db);
  await seedDemonstration(db, { now: Date.now(), scale: 1 });
  db.$client.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}

type Server = { child: ChildProcess; written(): string };

function serve({
  baseUrl,
  port,
  databasePath,
}: {
  baseUrl: string;
  port: number;
  databasePath: string;
}): Server {
  const { RESEND_API_KEY: _neverForReal, VITEST: _vitest, SECRET: _secret, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
    env: {
      ...inherited,
      NODE_ENV: "production",
      DEMO: "1",
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      DATABASE_PATH: databasePath,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      written += text;
    });
  }
  return { child, written: () => written };
}

/** @throws Error with what the server wrote, when it ends or does not answer in time */
async function answering(server: Server, address: string): Promise<void> {
  const until = Date.now() + longestStart;
  while (Date.now() < until && server.child.exitCode === null) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  server.child.kill("SIGKILL");
  throw new Error(`The server does not answer at ${address}:\n${server.written()}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
