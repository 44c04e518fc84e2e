// `npm run -s impact -- FILE.json`: prints the result of one vector file as JSON, or one line saying why it cannot.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { resultOfVectorFile } from "./vector-file";

const LARGEST_FILE = 50 * 1024 * 1024;

function resultText(paths: readonly string[]): string {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new Error("give one file: npm run -s impact -- FILE.json");
  const size = sizeOf(path);
  if (size > LARGEST_FILE) throw new Error(`${path} is larger than 50 MB`);
  const parsed = parsedJson(path);
  try {
    return JSON.stringify(resultOfVectorFile(parsed), null, 2);
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}`);
  }
}

/** npm runs the command in the project's folder, whatever folder the path was typed in. */
function located(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  return script === "impact" && typedIn !== undefined ? resolve(typedIn, path) : path;
}

function sizeOf(path: string): number {
  const found = statSync(located(path), { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${path} does not exist`);
  if (!found.isFile()) throw new Error(`${path} is not a file`);
  return found.size;
}

function parsedJson(path: string): unknown {
  const text = readFileSync(located(path), "utf8").replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  process.stdout.write(`${resultText(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${reasonOf(error).replace(/\s+/g, " ")}\n`);
  process.exitCode = 1;
}
