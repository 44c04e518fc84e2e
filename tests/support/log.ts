// What the log says while a test runs; it is silent otherwise.
import { onTestFinished, vi } from "vitest";
import { log } from "~/log.server";

type Line = Record<string, unknown> & { level: string; time: string; msg: string };

/** Starts listening; the answer gives the lines so far, and `raw` them as they were written. */
export function watchLog(): { (): Line[]; raw(): string } {
  let written = "";
  const before = log.level;
  log.level = "info";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
  onTestFinished(() => {
    spy.mockRestore();
    log.level = before;
  });
  const lines = () =>
    written
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  return Object.assign(lines, { raw: () => written });
}
