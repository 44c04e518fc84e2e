// The one build configuration: Remix, Vite and Vitest all read this file (`--config remix.config.js`).
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tsconfigPaths from "vite-tsconfig-paths";

const testing = Boolean(process.env.VITEST);

/** Tests that put something else in a module's place, or load modules anew: they must not share modules with others. */
function testsApart() {
  const place = fileURLToPath(new URL("tests", import.meta.url));
  return readdirSync(place, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => /\.test\.tsx?$/.test(name))
    .filter((name) => /\bvi\.(mock|doMock|resetModules)\(/.test(readFileSync(`${place}/${name}`, "utf8")))
    .map((name) => `tests/${name}`);
}
const apart = testing ? testsApart() : [];

/** What all tests without a browser have in common. */
const fast = {
  globalSetup: ["tests/support/global-setup.ts"],
  // Some make a whole demonstration, while another core does the same.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Left to itself, Vitest leaves one core idle.
  maxWorkers: "100%",
};

/** @type {import("vite").UserConfig & { test: import("vitest/config").ViteUserConfig["test"] }} */
export default {
  plugins: [
    // Under Vitest routes are called as plain modules, so the Remix compiler stays out of the way.
    !testing &&
      remix({
        ignoredRouteFiles: ["**/.*", "**/*.test.*"],
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          v3_lazyRouteDiscovery: true,
        },
      }),
    tsconfigPaths(),
  ],
  // No page runs a script, so there is nothing for a browser to load quickly.
  optimizeDeps: { noDiscovery: true },
  css: {
    preprocessorOptions: {
      // govuk-frontend is found by load path: its package entry point makes Vite emit unresolved asset urls.
      scss: { loadPaths: ["node_modules/govuk-frontend/dist"], quietDeps: true },
    },
  },
  build: {
    rollupOptions: {
      onwarn(warning, warn) {
        // Zod's and others' misplaced /* @__PURE__ */ comments are harmless and drown real warnings.
        if (warning.code === "INVALID_ANNOTATION") return;
        warn(warning);
      },
    },
  },
  test: {
    // Another zone than London's, so that a forgotten time zone fails a test.
    env: { TZ: "America/New_York" },
    projects: [
      {
        extends: true,
        test: {
          ...fast,
          name: "fast",
          include: ["tests/{domain,routes,web,architecture,emails,db}/**/*.test.{ts,tsx}"],
          exclude: apart,
          // Loading the modules anew for each file takes longer than all the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...fast, name: "fast-apart", include: apart },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/journeys/support/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
};
