// `npm run screenshots`: the pictures in the documents, taken anew from the demonstration partnership.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { migrateToLatest } from "db/migrations";
import { seedDemonstration } from "db/seed/demonstration";
import signIns from "db/seed/sign-ins.json";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "tests/journeys/support/find-browser.mjs";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

type Picture = {
  file: string;
  as: string | null;
  size: typeof phone;
  reach: (page: Page) => Promise<unknown>;
};

const pictures: Picture[] = [
  { file: "home", as: null, size: desk, reach: (page) => page.goto("/") },
  {
    file: "session-phone",
    as: null,
    size: phone,
    reach: (page) => follow(page, "/", "main a[href^='/sessions/']"),
  },
  {
    file: "my-training-phone",
    as: "practitioner@example.org",
    size: phone,
    reach: (page) => page.goto("/my"),
  },
  {
    file: "register-phone",
    as: "trainer@example.org",
    size: phone,
    reach: (page) => follow(page, "/trainer", "main a[href^='/trainer/registers/']"),
  },
  { file: "manage", as: "coordinator@example.org", size: desk, reach: (page) => page.goto("/manage") },
  {
    file: "course-impact",
    as: "sdg@example.org",
    size: desk,
    reach: (page) => page.goto("/impact/courses/domestic-abuse"),
  },
  { file: "needs", as: "sdg@example.org", size: desk, reach: (page) => page.goto("/needs") },
];

async function follow(page: Page, from: string, link: string): Promise<void> {
  await page.goto(from);
  await page.locator(link).first().click();
  await page.waitForLoadState();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "offer-pictures-"));
  const databasePath = join(folder, "pictures.db");
  const db = openDatabase(databasePath);
  migrateToLatest(db);
  await seedDemonstration(db, { now: Date.now(), scale: 1 });
  db.$client.close();

  const server = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
    env: { ...process.env, NODE_ENV: "production", DEMO: "1", PORT: "0", DATABASE_PATH: databasePath },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const baseURL = await new Promise<string>((resolve, reject) => {
      server.once("exit", () => reject(new Error("The server ended: run `npm run build` first.")));
      server.stdout.on("data", (text: Buffer) => {
        const address = /http:\/\/\S+/.exec(text.toString())?.[0];
        if (address) resolve(address);
      });
    });
    for (const { file, as, size, reach } of pictures) {
      const context = await browser.newContext({
        baseURL,
        viewport: size,
        javaScriptEnabled: false,
        locale: "en-GB",
      });
      const page = await context.newPage();
      if (as) await signIn(page, as);
      await reach(page);
      await page.screenshot({ path: `docs/screenshots/${file}.png` });
      await context.close();
      console.log(`docs/screenshots/${file}.png`);
    }
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Work email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(signIns.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

await main();
