import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultOfVectorFile } from "~/domain/impact/measures/vector-file";
import { printed, VECTORS, vectorContent } from "./vector-files";

const root = fileURLToPath(new URL("../../../", import.meta.url));

function impact(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const command = ["--import", "tsx", "app/domain/impact/measures/cli.ts", ...args];
  return new Promise((settle) => {
    const child = execFile(process.execPath, command, { cwd: root }, (_, stdout, stderr) => {
      settle({ status: child.exitCode ?? Number.NaN, stdout, stderr });
    });
  });
}

describe("the impact command", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "impact-command-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("prints the result of a file", async () => {
    const name = "paired-conf10-n30-followup.json";
    const { status, stdout, stderr } = await impact(`${VECTORS}${name}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(printed(resultOfVectorFile(vectorContent(name))));
  });

  it("says in one line why it cannot use a file, and fails", async () => {
    const path = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const huge = path("huge.json", "");
    truncateSync(huge, 50 * 1024 * 1024 + 1);
    const cases: [string[], RegExp][] = [
      [[], /^give one file/],
      [[join(folder, "nowhere.json")], /nowhere\.json does not exist$/],
      [[folder], /is not a file$/],
      [[path("text.json", "{ not json\n")], /text\.json is not JSON$/],
      [[path("kind.json", '{"kind":"anchors"}')], /kind\.json: kind "anchors" is not known/],
      [[huge], /huge\.json is larger than 50 MB$/],
    ];
    const outcomes = await Promise.all(
      cases.map(async ([args, message]) => ({ ...(await impact(...args)), message })),
    );
    for (const { status, stdout, stderr, message } of outcomes) {
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr.endsWith("\n")).toBe(true);
      const lines = stderr.trimEnd().split("\n");
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(message);
    }
  }, 60_000);
});
