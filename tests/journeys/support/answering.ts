// Answering an evaluation on a telephone, and looking at a page at both widths.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { checkInToken } from "~/domain/bookings/bookings.server";
import { checkPage, headingOf } from "./browser";
import { noSecret } from "./links";

/** On a telephone as it is, and on a desk. */
export async function checkAtBothWidths(page: Page, onPurpose?: string[]): Promise<void> {
  await checkPage(page, onPurpose);
  await page.setViewportSize({ width: 1280, height: 900 });
  await checkPage(page, onPurpose);
  await page.setViewportSize({ width: 320, height: 900 });
}

/** Confidence as given, the second option of whatever offers some, and nothing in words. */
export async function answer(page: Page, confidence: number): Promise<void> {
  const scales = page.locator(`.app-scale input[value="${confidence}"]`);
  expect(await scales.count()).toBeGreaterThanOrEqual(6);
  for (const scale of await scales.all()) await scale.check({ force: true });
  for (const option of await page.locator('.govuk-radios input[name^="answer-"][value="2"]').all())
    await option.check({ force: true });
}

export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send answers" }).click();
  expect(await headingOf(page)).toBe("Thank you for your answers");
}

/** What the code on the wall says to a telephone. */
export function inTheCode(register: string, at: number): string {
  const meetingId = register.split("/").at(-1) ?? "";
  const token = checkInToken(noSecret, { meetingId, at });
  return `/check-in/${encodeURIComponent(token)}?for=questions`;
}
