// `npm run demo`: from a fresh clone to a running demonstration. Nothing but Node is there yet, so only Node's own parts.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const usage = `Use: npm run demo -- [--reset] [--scale N]
  --reset    start over: remove the demonstration's database and make a new one
  --scale N  N times as many people, sessions, bookings and responses, from 1 to 50
Settings: PORT (3000), HOST (127.0.0.1), DATABASE_PATH (data/demo.db)`;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `This needs Node 20.19 or newer; this is Node ${process.versions.node}. Get a newer one from https://nodejs.org`,
  );
}

function readOptions(words) {
  const options = { reset: false, scale: null };
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = words[at].split("=", 2);
    if (words[at] === "--reset") options.reset = true;
    else if (name === "--scale") {
      const value = joined ?? words[++at] ?? "";
      if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > 50) {
        fail(`--scale takes a whole number from 1 to 50, not "${value}".\n${usage}`);
      }
      options.scale = value;
    } else fail(`There is no option ${words[at]}.\n${usage}`);
  }
  return options;
}

/** What is running now, so that it ends when this does. */
let running = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (running) running.kill(signal);
    else process.exit(128 + os.constants.signals[signal]);
  });
}

/** Runs a program to its end; its output is kept and shown only if it fails. @returns what it wrote */
function run(program, args, env = process.env, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, shell, stdio: ["ignore", "pipe", "pipe"] });
    running = child;
    let written = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        written += text;
      });
    }
    child.on("error", (problem) => fail(`${program} could not be started: ${problem.message}`));
    child.on("close", (code, signal) => {
      running = null;
      if (signal) process.exit(128 + os.constants.signals[signal]);
      if (code !== 0) fail(`\n${written.trim().split("\n").slice(-40).join("\n")}`);
      resolve(written.trim());
    });
  });
}

/** Says what is being done, every ten seconds that it still is, and how long it took. */
async function step(words, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${words} …`);
  const stillAtIt = setInterval(() => console.log(`  … ${Math.round(seconds())} s`), 10_000);
  const told = await work();
  clearInterval(stillAtIt);
  console.log(`  ${told || "Done"} (${seconds()} s)`);
}

/** npm as it was called, or the one that is on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  // Without the development packages there is nothing to build with.
  const { NODE_ENV: _without, ...env } = process.env;
  if (cli?.endsWith("npm-cli.js")) return run(process.execPath, [cli, ...args], env);
  return run("npm", args, env, process.platform === "win32");
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

const packagesAreMissing = () =>
  changedAt("node_modules/.package-lock.json") < changedAt("package-lock.json");

function newestIn(place) {
  if (!existsSync(place)) return 0;
  if (!statSync(place).isDirectory()) return changedAt(place);
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

function buildIsOld() {
  const sources = ["app", "public", "emails", "db", "remix.config.js", "package-lock.json"];
  return changedAt("build/server/index.js") <= Math.max(...sources.map(newestIn));
}

/** Tries to listen. @returns the port, which is another one for 0, or the reason why not */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (problem) => resolve({ reason: problem.code }));
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve({ port: found }));
    });
  });
}

function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    const end = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });
}

async function choosePort(wanted, host) {
  if (!/^\d+$/.test(wanted) || Number(wanted) > 65535)
    fail(`PORT must be a number from 0 to 65535, not "${wanted}".`);
  const { port, reason } = await tryPort(Number(wanted), host);
  // A browser asks ::1 first for localhost: whoever answers there would be taken for us.
  const hidden = port && host === "127.0.0.1" && (await answers(port, "::1"));
  if (reason === "EADDRINUSE" || hidden) {
    fail(`Port ${wanted} is in use. End what uses it, or choose another: PORT=3001 npm run demo`);
  }
  if (reason === "EACCES")
    fail(`You may not use port ${wanted}. Choose one above 1023: PORT=3001 npm run demo`);
  if (reason)
    fail(
      `Nothing can listen at HOST=${host}, PORT=${wanted} (${reason}). Set HOST and PORT to an address of this machine.`,
    );
  return port;
}

const everywhere = { "0.0.0.0": "127.0.0.1", "::": "::1" };

function addressOf(host, port) {
  const local = ["127.0.0.1", "localhost", "::1", ...Object.keys(everywhere)].includes(host);
  return `http://${local ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}

function printSignIns(address) {
  const { people, password } = JSON.parse(readFileSync("db/seed/sign-ins.json", "utf8"));
  const rows = people.map((person) => [person.email, person.for]);
  rows.push(["learner0001@example.org", "one of 400 learners (to learner0400) of all agencies"]);
  const widest = Math.max(...rows.map(([email]) => email.length));
  console.log(`
The demonstration is at ${address}

Sign in at ${address}/sign-in with the password ${password} as:
${rows.map(([email, what]) => `  ${email.padEnd(widest)}  ${what}`).join("\n")}

End it with Ctrl+C. The data is kept; npm run demo -- --reset starts over.`);
}

async function serve(env, host, port, address) {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], { env, stdio: "inherit" });
  running = child;
  child.on("error", (problem) => fail(`The server could not be started: ${problem.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code));
  while (!(await answers(port, everywhere[host] ?? host)))
    await new Promise((again) => setTimeout(again, 100));
  printSignIns(address);
}

checkNode();
const options = readOptions(process.argv.slice(2));
// Answers at http://localhost as well: browsers try 127.0.0.1 when ::1 does not answer.
const host = process.env.HOST || "127.0.0.1";
const port = await choosePort(process.env.PORT || "3000", host);
const address = addressOf(host, port);
const env = {
  ...process.env,
  DEMO: "1",
  NODE_ENV: "production",
  DATABASE_PATH: process.env.DATABASE_PATH || "data/demo.db",
  HOST: host,
  PORT: String(port),
  PUBLIC_URL: process.env.PUBLIC_URL || address,
};
// With it, letters to invented people would really be sent.
delete env.RESEND_API_KEY;

if (packagesAreMissing()) {
  await step("Installing packages (npm ci; the first time takes some minutes)", async () => {
    await npm("ci", "--include=dev", "--no-audit", "--no-fund");
  });
}
if (buildIsOld()) {
  await step("Building", async () => {
    await npm("run", "build");
  });
}
await step(options.reset ? "Starting over with a new database" : "Looking after the database", () => {
  const words = [...(options.reset ? ["--reset"] : []), ...(options.scale ? ["--scale", options.scale] : [])];
  return run(process.execPath, ["--import", "tsx", "db/seed/run.ts", ...words], env);
});
await choosePort(env.PORT, host);
await serve(env, host, port, address);
