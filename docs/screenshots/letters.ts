// `npm run screenshots:letters`: a picture of every letter, from its invented facts, as a phone's mail program shows it.
import { mkdirSync, rmSync } from "node:fs";
import { composer } from "emails/compose";
import { sampleHouse, sampleInstant, sampleRecipient, samples } from "emails/samples";
import { chromium } from "playwright-core";
import { findBrowser } from "tests/journeys/support/find-browser.mjs";
import { isMessageKind } from "~/domain/notifications/notifications";

const folder = "docs/screenshots/letters";

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compose = composer(sampleHouse);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 400 }, javaScriptEnabled: false });
    for (const kind of Object.keys(samples).filter(isMessageKind)) {
      const [sample] = samples[kind];
      if (!sample) throw new Error(`There is no sample of "${kind}".`);
      const { html } = await compose(kind, sample.facts, { to: sampleRecipient, at: sampleInstant });
      await page.setContent(html);
      const path = `${folder}/${kind.replaceAll(" ", "-")}.png`;
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  } finally {
    await browser.close();
  }
}

await main();
