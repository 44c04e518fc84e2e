// Where a browser for the journeys stands on this machine. Used before any package is installed: Node's own parts only.
import { existsSync } from "node:fs";
import { join } from "node:path";

const { env } = process;
const onWindows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((folder) =>
  env[folder] ? [join(env[folder], "Google", "Chrome", "Application", "chrome.exe")] : [],
);

/** The path of Chromium or Chrome; undefined where only playwright's own could be there. */
export function findBrowser() {
  return [
    env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...onWindows,
  ].find((path) => path && existsSync(path));
}
