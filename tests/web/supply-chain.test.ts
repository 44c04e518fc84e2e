// What the service is made of: no package older than its last known hole, no secret in the files, no debug switch.
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

type Lock = {
  packages: Record<string, { version?: string; dev?: boolean; resolved?: string; integrity?: string }>;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

/** The lowest version of each that has no hole known when it was written down here, and which hole that was. */
const floors: Record<string, string> = {
  "react-router": "6.30.6", // CVE-2026-53668: addresses with doubled slashes lead elsewhere
  "react-router-dom": "6.30.6",
  "@remix-run/router": "1.23.4",
  "@remix-run/server-runtime": "2.17.3", // CVE-2026-22029, CVE-2026-22030, CVE-2026-21884, CVE-2025-59057
  "@remix-run/node": "2.17.3",
  "@remix-run/react": "2.17.3",
  "drizzle-orm": "0.45.2",
  "better-sqlite3": "12.11.1",
  express: "4.20.0", // CVE-2024-43796
  "body-parser": "1.20.3", // CVE-2024-45590
  qs: "6.14.1", // CVE-2025-15284
  "path-to-regexp": "0.1.12", // CVE-2024-52798
  send: "0.19.0", // CVE-2024-43799
  "serve-static": "1.16.0", // CVE-2024-43800
  "on-headers": "1.1.0", // CVE-2025-7339
  cookie: "0.7.0", // CVE-2024-47764
  helmet: "8.0.0",
  pino: "10.0.0",
  "rate-limiter-flexible": "11.0.0",
  "openid-client": "6.8.0",
  esbuild: "0.25.0", // GHSA-67mh-4wv8-f99g: its development server answers every site
  tar: "7.5.3",
};

const olderThan = (version: string, floor: string) => {
  const parts = (text: string) => (text.split(/[-+]/, 1)[0] ?? "").split(".").map(Number);
  const [a, b] = [parts(version), parts(floor)];
  const at = b.findIndex((part, index) => part !== (a[index] ?? 0));
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
};

const fromNpm = "https://registry.npmjs.org/";
const nameOf = (place: string) => place.split("node_modules/").at(-1) ?? "";
const installed = Object.entries(lock.packages).filter(([place]) => place !== "");

describe("packages", () => {
  it.each(Object.entries(floors))("%s is at least %s, everywhere it is installed", (name, floor) => {
    const versions = installed
      .filter(([place]) => nameOf(place) === name)
      .map(([place, { version = "" }]) => [place, version]);
    expect(versions).not.toEqual([]);
    expect(versions.filter(([, version = ""]) => olderThan(version, floor))).toEqual([]);
  });

  it("each come from the registry, by name, with a checksum", () => {
    const odd = installed.filter(
      ([, { resolved = fromNpm, integrity }]) =>
        !resolved.startsWith(fromNpm) || !integrity?.startsWith("sha512-"),
    );
    expect(odd.map(([place]) => place)).toEqual([]);
  });

  it("control: an older version is told from a newer one", () => {
    expect(["6.30.5", "6.9.9", "5.99.99"].map((version) => olderThan(version, "6.30.6"))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["6.30.6", "6.30.10", "7.0.0"].map((version) => olderThan(version, "6.30.6"))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const leftOut = /^(node_modules|build|data|coverage|\.git|\.cache|public\/govuk|db\/seed\/reference)(\/|$)/;
const notText = /\.(png|jpe?g|gif|ico|woff2?|pdf|gz|db)$/;

function filesUnder(folder = "."): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (leftOut.test(path)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** What a real key looks like; in pieces, so that this file holds none. */
const secretPatterns: [string, RegExp][] = [
  ["a private key", new RegExp("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----")],
  ["a mail provider's key", /\bre_[A-Za-z0-9]{8,}_?[A-Za-z0-9]{12,}\b/],
  ["a webhook's key", /\bwhsec_[A-Za-z0-9+/=]{20,}/],
  ["a cloud provider's key", /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a code host's key", /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20})/],
  ["a package registry's key", /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^$\s]/],
  ["a signed token", /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/],
  [
    "a long value given to a secret's name",
    /\b\w*(secret|token|password|api_?key|client_?secret)\w*["']?\s*[:=]\s*["'`]?(?=[A-Za-z0-9+/_=-]*\d)(?=[A-Za-z0-9+/_=-]*[A-Za-z])[A-Za-z0-9+/_=]{32,}/i,
  ],
];

const secretsIn = (text: string) =>
  secretPatterns.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

describe("the files", () => {
  const files = filesUnder();

  it("hold no secret", () => {
    expect(files.length).toBeGreaterThan(500);
    const found = files
      .filter((path) => !notText.test(path) && path !== "package-lock.json")
      .flatMap((path) => secretsIn(readFileSync(path, "utf8")).map((what) => `${path}: ${what}`));
    expect(found).toEqual([]);
  });

  it("hold no settings of a machine", () => {
    expect(
      files.filter((path) => /(^|\/)(\.env(\..*)?|\.npmrc|id_rsa|.*\.(pem|key|p12|pfx))$/.test(path)),
    ).toEqual([]);
  });

  it.each([
    ["-----BEGIN RSA PRIVATE", " KEY-----"],
    ["re_", "Ab12Cd34_Ef56Gh78Ij90Kl12"],
    ["AKIA", "ABCDEFGHIJKLMNOP"],
    ["ghp_", "a1".repeat(18)],
    ['SECRET="', "0123456789abcdef".repeat(2)],
    ["clientSecret: '", "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA=="],
    ["RESEND_API_KEY=", "a1b2c3d4".repeat(4)],
  ])("control: %s… is found", (start, rest) => {
    expect(secretsIn(start + rest)).not.toEqual([]);
  });
});

describe("debugging", () => {
  it("is off in what is started", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts.start).toContain("NODE_ENV=production");
    expect(scripts.start).not.toMatch(/--inspect|DEBUG|--watch|sourcemap/i);
  });

  it("leaves no source map and no debugger in the code", () => {
    expect(readFileSync("remix.config.js", "utf8")).not.toMatch(/sourcemap:\s*(true|"|')/);
    const sources = filesUnder("app").filter((path) => /\.(tsx?|mjs)$/.test(path));
    const talking = sources.filter((path) =>
      /^\s*debugger\b|\bconsole\.\w+\(/m.test(readFileSync(path, "utf8")),
    );
    expect(talking).toEqual([]);
  });
});
