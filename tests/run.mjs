// `npm test`: installs what is missing, then types, lint, dead code, build, and the tests. On a fresh clone nothing but
// Node is there yet, so only Node's own parts. `npm test -- --only fast|journeys` and names of files run just those.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findBrowser } from "./journeys/support/find-browser.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const kept = mkdtempSync(join(tmpdir(), "offer-test-run-"));
process.on("exit", () => rmSync(kept, { recursive: true, force: true }));

/** Plain output, and the same behaviour wherever it runs. */
const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
for (const name of [
  "DEBUG",
  "NODE_ENV",
  "NODE_OPTIONS",
  "DATABASE_PATH",
  "DEMO",
  "PUBLIC_URL",
  "RESEND_API_KEY",
]) {
  delete env[name];
}

const count = { passed: 0, failed: 0 };
/** The last line, whatever happened. */
function finish() {
  console.log(`tests: ${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed === 0 ? 0 : 1);
}

/** What is running now, so that it ends when this is ended. */
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs a program to its end. @returns whether it went well, and what it wrote */
function run(program, args, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, shell, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let written = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        written += text;
      });
    }
    child.on("error", (problem) => resolve({ well: false, written: `${program}: ${problem.message}` }));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ well: code === 0, written: written.trim() });
    });
  });
}

const node = (...args) => run(process.execPath, args);

/** npm as it was called, or the one that is on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js") ? node(cli, ...args) : run("npm", args, process.platform === "win32");
}

/** One named step: it counts as one test, and only a failure shows what was written. */
async function step(name, work) {
  const started = Date.now();
  const { well, written, told = "" } = await work();
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  if (!well && written) console.log(`\n${written}\n`);
  count[well ? "passed" : "failed"] += 1;
  console.log(`${well ? "ok    " : "FAILED"} ${name.padEnd(14)} ${seconds} s  ${told}`.trimEnd());
  return well;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.log(
    `This needs Node 20.19 or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org`,
  );
  count.failed += 1;
  finish();
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

async function installPackages() {
  if (changedAt("node_modules/.package-lock.json") >= changedAt("package-lock.json")) return;
  const well = await step("packages", () => npm("ci", "--include=dev", "--no-audit", "--no-fund"));
  if (!well) finish();
}

/** Whether playwright has a browser of its own that starts. */
async function playwrightHasOne() {
  const program = `import { chromium } from "playwright-core";
    await (await chromium.launch({ args: ["--no-sandbox"] })).close();`;
  return (await node("--input-type=module", "--eval", program)).well;
}

const howToGetABrowser =
  "No browser for the journeys: install Chromium or Chrome, or set CHROMIUM_PATH to where one is, and run this again.";

/** Finds a browser or gets one. */
async function getBrowser() {
  const there = () => findBrowser() ?? null;
  if (there()) return { well: true, told: there() };
  if (await playwrightHasOne()) return { well: true, told: "playwright's own" };
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    await run("apt-get", ["update"]);
    await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
    if (there()) return { well: true, told: there() };
  }
  await node("node_modules/playwright-core/cli.js", "install", "--only-shell", "chromium");
  if (await playwrightHasOne()) return { well: true, told: "playwright's own" };
  return { well: false, written: howToGetABrowser };
}

/** What a report of tests comes to. A file that could not be read has no test of its own to fail, and fails itself. */
function tally(report) {
  const found = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const states = found.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const failed = states.filter((state) => state === "failed").length;
  const passed = states.filter((state) => state === "passed").length;
  const unread = found.filter(
    (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  );
  return { passed, failed: failed + unread.length, skipped: states.length - passed - failed };
}

/** The tests of one project, each counted; the run itself counts only when it breaks down. @returns how many ran */
async function runTests(project, files) {
  const report = join(kept, `${project}.json`);
  const started = Date.now();
  const { well, written } = await node(
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "remix.config.js", "--project", `${project}*`],
    ...["--reporter", "dot", "--reporter", "json", `--outputFile.json=${report}`],
    // A name of a file may mean a test of the other project only.
    ...(files.length > 0 ? ["--passWithNoTests", ...files] : []),
  );
  const { passed, failed, skipped } = tally(report);
  const broken = !well && failed === 0 ? 1 : 0;
  count.passed += passed;
  count.failed += failed + broken;

  if (!well) console.log(`\n${written}\n`);
  const told = `${passed} passed, ${failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${well ? "ok    " : "FAILED"} ${`${project} tests`.padEnd(14)} ${seconds} s  ${told}`);
  return passed + failed + broken;
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: "string" } },
      allowPositionals: true,
    });
    if ([undefined, "fast", "journeys"].includes(values.only))
      return { only: values.only, files: positionals };
  } catch {}
  console.log(
    "Use: npm test, npm test -- --only fast, npm test -- --only journeys; names of files may follow.",
  );
  count.failed += 1;
  return finish();
}

checkNode();
const { only, files } = readWords();
const everything = only === undefined && files.length === 0;
await installPackages();

let mayJourney = only !== "fast" && (await step("browser", getBrowser));
// The build reads what types and lint read, and none writes what another reads.
if (everything) {
  const reading = async () => {
    await step("lint", () => npm("run", "--silent", "lint"));
    await step("types", () => npm("run", "--silent", "typecheck"));
    await step("dead code", () => node("node_modules/knip/bin/knip.js", "--no-progress"));
  };
  const [built] = await Promise.all([step("build", () => npm("run", "--silent", "build")), reading()]);
  mayJourney &&= built;
}
const chromium = findBrowser();
if (chromium) env.CHROMIUM_PATH = chromium;
let ran = 0;
if (only !== "journeys") ran += await runTests("fast", files);
if (mayJourney) ran += await runTests("journeys", files);
else if (only !== "fast") console.log("The journeys did not run.");
if (ran === 0 && count.failed === 0) {
  console.log("No test ran.");
  count.failed += 1;
}
finish();
