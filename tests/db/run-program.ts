// Runs one of the programs in db/ as somebody at a terminal would.
import { spawn } from "node:child_process";

export type Outcome = { code: number | null; out: string; err: string };

/** @param program its file in db/, such as "import" */
export function runProgram(program: string, databasePath: string, ...words: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ["--import", "tsx", `db/${program}.ts`, ...words], {
    env: { ...process.env, NODE_ENV: "development", DATABASE_PATH: databasePath },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
