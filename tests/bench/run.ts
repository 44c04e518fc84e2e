// `npm run bench`: what we serve and write, as ratios to the least it could cost, taken in one run on one machine.
// Ratios, since machines are noisy; each pair is measured in turn, several times, and the middle ratio counts.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { openDatabase } from "db/client";
import { migrateToLatest } from "db/migrations";
import { seedDemonstration } from "db/seed/demonstration";
import { bookingRatio } from "./booking";
import { feedFigures, withManySessions } from "./feeds";
import { type Figure, middleOf } from "./figure";
import { impactFigures } from "./impact";

const rounds = 5;
const seconds = 4;
const connections = 20;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "offer-bench-"));
  const database = join(folder, "bench.db");
  const children: ChildProcess[] = [];
  try {
    console.log("Loading the demonstration partnership …");
    const db = openDatabase(database);
    migrateToLatest(db);
    await seedDemonstration(db, { now: Date.now(), scale: 1 });
    db.$client.close();

    const figures: Figure[] = [];
    const add = (...measured: Figure[]) => {
      figures.push(...measured);
      print(measured);
    };
    const app = await start(children, ["app/server.ts"], {
      NODE_ENV: "production",
      DEMO: "1",
      PORT: "0",
      DATABASE_PATH: database,
    });
    add(await catalogue(children, app));
    add(...(await myPage(children, app)));
    await stop(children);
    const full = join(folder, "feeds.db");
    withManySessions(database, full);
    const settings = { NODE_ENV: "production", DEMO: "1", PORT: "0", DATABASE_PATH: full };
    add(...(await feedFigures(await start(children, ["app/server.ts"], settings))));
    await stop(children);
    console.log("Booking …");
    add(bookingRatio(database, rounds));
    add(...impactFigures(join(folder, "million.db"), rounds));

    mkdirSync("data/bench", { recursive: true });
    const file = `data/bench/${new Date().toISOString().replace(/[:.]/g, "-")}.json`;
    writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`Recorded in ${file}`);
  } finally {
    await stop(children);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The catalogue for a stranger against a ready string of the same size over node:http. */
async function catalogue(children: ChildProcess[], app: string): Promise<Figure> {
  console.log("/courses …");
  const size = (await (await fetch(`${app}/courses`)).arrayBuffer()).byteLength;
  const bare = await start(children, ["tests/bench/ready-string.ts"], { SIZE: String(size) });
  return compare("/courses, a stranger ÷ a ready string of the same size", `${app}/courses`, bare, 1 / 3);
}

/** "My training" against a bare Remix page with as many rows; then without its scripts, and with as many addresses. */
async function myPage(children: ChildProcess[], app: string): Promise<Figure[]> {
  console.log("/my …");
  const cookie = await signIn(app, "practitioner@example.org");
  const html = await (await fetch(`${app}/my`, { headers: { cookie } })).text();
  const rows = (html.match(/<main.*<\/main>/s)?.[0].match(/<li|<tr/g) ?? []).length;
  const bare = async (SCRIPTS: string, ROUTES: string) => {
    const env = { ROWS: String(rows), SCRIPTS, ROUTES, NODE_ENV: "production" };
    return `${await start(children, ["tests/bench/bare-remix.tsx"], env)}/my`;
  };
  const named = `/my, signed in ÷ a bare Remix page with ${rows} rows`;
  const against = async (name: string, address: string, aim: number | null) =>
    compare(name, `${app}/my`, address, aim, { cookie });
  return [
    await against(named, await bare("1", ""), 1 / 2),
    await against(`${named}, its scripts left out`, await bare("0", ""), null),
    await against(`${named}, among as many addresses`, await bare("1", addresses()), null),
  ];
}

/** Every address of the service but "my", as the framework knows it. */
function addresses(): string {
  const paths = readdirSync("app/routes").map((name) =>
    name
      .replace(/\[(.)\]/g, "$1")
      .replace(/(^|\.)_index$/, "")
      .split(".")
      .map((part) => (part === "$" ? "*" : part.replace(/^\$/, ":")))
      .join("/"),
  );
  return paths.filter((path) => path && path !== "my" && path !== "*").join(" ");
}

async function signIn(app: string, email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: "demo-training-2026" });
  const answer = await fetch(`${app}/sign-in`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: app },
  });
  const cookie = answer.headers.get("set-cookie")?.split(";", 1)[0];
  if (answer.status !== 302 || !cookie) throw new Error(`Signing in answered ${answer.status}.`);
  return cookie;
}

async function compare(
  name: string,
  ours: string,
  bare: string,
  aim: number | null,
  headers: Record<string, string> = {},
): Promise<Figure> {
  await perSecond(ours, headers);
  await perSecond(bare, {});
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({ ours: await perSecond(ours, headers), bare: await perSecond(bare, {}) });
  }
  return middleOf(name, pairs, aim);
}

async function perSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors.`);
  return result.requests.average;
}

/** Starts a server that prints its address, and waits for that line. */
function start(children: ChildProcess[], words: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${words[0]} ended with ${code}.`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      const address = /https?:\/\/\S+/.exec(chunk.toString())?.[0];
      if (address) resolve(address);
    });
  });
}

/** Ends them all, so that what is measured next has the machine to itself. */
async function stop(children: ChildProcess[]): Promise<void> {
  const ended = children
    .splice(0)
    .filter((child) => child.exitCode === null)
    .map((child) => {
      child.removeAllListeners("exit");
      child.kill();
      return once(child, "exit");
    });
  await Promise.all(ended);
}

function print(figures: Figure[]): void {
  for (const { name, ours, bare, ratio, aim } of figures) {
    const verdict =
      aim === null
        ? "for comparison"
        : `${ratio >= aim ? "meets" : "misses"} the aim of ${aim.toFixed(2)} or better`;
    console.log(`${name}
  ${ours} ÷ ${bare} = ${ratio.toFixed(2)}, ${verdict}`);
  }
}

await main();
