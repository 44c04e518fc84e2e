// `npm run screenshots:letters`: a picture of every letter, from its invented facts, as a phone's mail program shows it.
// Three quarters of the size, so that all of them together stay below 3 MB.
import { mkdirSync, rmSync } from "node:fs";
import { composer } from "emails/compose";
import { sampleHouse, sampleInstant, sampleRecipient, samples } from "emails/samples";
import { chromium } from "playwright-core";
import { findBrowser } from "tests/journeys/support/find-browser.mjs";
import { isMessageKind } from "~/domain/notifications/notifications";
import { topicOf } from "~/domain/notifications/notifications.server";
import { slugOfKind } from "~/web/letter-words";

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
    const page = await browser.newPage({
      viewport: { width: 480, height: 400 },
      deviceScaleFactor: 0.75,
      javaScriptEnabled: false,
    });
    for (const kind of Object.keys(samples).filter(isMessageKind)) {
      const [sample] = samples[kind];
      if (!sample) throw new Error(`There is no sample of "${kind}".`);
      const topic = topicOf(kind, sample.facts);
      const stop = topic && { personId: "sample-person", topic };
      const { html } = await compose(kind, sample.facts, { to: sampleRecipient, at: sampleInstant, stop });
      await page.setContent(html);
      const path = `${folder}/${slugOfKind(kind)}.png`;
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  } finally {
    await browser.close();
  }
}

await main();
