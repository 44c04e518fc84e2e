// Letters of the mail tray: waited for, as they leave a few seconds after what they tell of, and opened.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { letHeldLettersLeave } from "./clock";

/**
 * Goes to the newest letter to this address with such a subject; waits until one says what is asked for. What would leave
 * in the morning leaves now, so that journeys can be walked at night and on Sundays.
 */
export async function openLetter(page: Page, to: string, subject: RegExp, saying = ""): Promise<void> {
  const letters = page.getByRole("main").getByRole("link", { name: subject });
  await expect
    .poll(
      async () => {
        letHeldLettersLeave(to);
        await page.goto(`/mail-tray?${new URLSearchParams({ q: to })}`);
        if ((await letters.count()) === 0) return false;
        await letters.first().click();
        return (await page.getByRole("main").innerText()).includes(saying);
      },
      { timeout: 60_000, interval: 1000, message: `a letter to ${to} about ${subject}` },
    )
    .toBe(true);
}

/** The address of the link in the letter that leads to such a place. */
export async function linkInLetter(page: Page, to: string): Promise<string> {
  const href = await page.getByRole("main").locator(`a[href*="${to}"]`).first().getAttribute("href");
  return href ?? "";
}
